using Tortue.Tensors.Kernels;
using static TorchSharp.torch;

namespace Tortue.Tensors;

/// <summary>Calls the elementwise kernel for the element type at hand. No history is recorded here.</summary>
internal static partial class Pointwise
{
    /// <summary>f(x); integers and truth values become floating-point numbers first.</summary>
    public static Tensor Map<TFunction>(Tensor x)
        where TFunction : IUnaryFunction
    {
        var type = x.dtype.ToFloatingPoint();
        using var from = Operand.Of(x, type);
        var y = Tensor.Empty(x.Sizes, type);
        if (type == ScalarType.Float32)
            Elementwise.Map<float, TFunction>(from.Tensor.Elements<float>(), y.Elements<float>());
        else
            Elementwise.Map<double, TFunction>(from.Tensor.Elements<double>(), y.Elements<double>());
        return y;
    }

    /// <summary>f(x) in x's own element type.</summary>
    public static Tensor MapNumbers<TFunction>(Tensor x)
        where TFunction : INumberFunction
    {
        if (x.dtype == ScalarType.Byte)
        {
            using var wide = Operand.Of(x, ScalarType.Int32);
            using var results = MapNumbers<TFunction>(wide);
            return results.As(ScalarType.Byte);
        }

        var y = Tensor.Empty(x.Sizes, x.dtype);
        switch (x.dtype)
        {
            case ScalarType.Float32: Elementwise.MapNumbers<float, TFunction>(x.Elements<float>(), y.Elements<float>()); break;
            case ScalarType.Float64: Elementwise.MapNumbers<double, TFunction>(x.Elements<double>(), y.Elements<double>()); break;
            case ScalarType.Int64: Elementwise.MapNumbers<long, TFunction>(x.Elements<long>(), y.Elements<long>()); break;
            case ScalarType.Int32: Elementwise.MapNumbers<int, TFunction>(x.Elements<int>(), y.Elements<int>()); break;
            default: throw TorchError.Because($"the operation is not implemented for '{ScalarTypes.ShortName(x.dtype)}'");
        }

        return y;
    }

    /// <summary>f(x, y) in their common element type.</summary>
    public static Tensor Combine<TFunction>(Tensor x, Tensor y)
        where TFunction : IBinaryFunction => Combine<TFunction>(x, y, ScalarTypes.ResultOf(x, y));

    /// <summary>f(x, y) in a given element type.</summary>
    public static Tensor Combine<TFunction>(Tensor x, Tensor y, ScalarType type)
        where TFunction : IBinaryFunction
    {
        if (type is ScalarType.Bool or ScalarType.Byte)
        {
            using var wide = Combine<TFunction>(x, y, ScalarType.Int32);
            return wide.As(type);
        }

        using var left = Operand.Of(x, type);
        using var right = Operand.Of(y, type);
        var z = Tensor.Empty(Shapes.Broadcast(x.Sizes, y.Sizes), type);
        Run<TFunction>(left, right, z);
        return z;
    }

    /// <summary>x = f(x, y), in place.</summary>
    public static void CombineInto<TFunction>(Tensor x, Tensor y, ScalarType? computedIn = null)
        where TFunction : IBinaryFunction
    {
        var type = computedIn ?? ScalarTypes.ResultOf(x, y);
        ScalarTypes.CheckCast(type, x.dtype);
        var sizes = Shapes.Broadcast(x.Sizes, y.Sizes);
        if (!Shapes.Same(sizes, x.Sizes))
        {
            throw TorchError.Because($"output with shape {Shapes.Text(x.Sizes)} doesn't match the broadcast shape {Shapes.Text(sizes)}");
        }

        if (x.dtype is ScalarType.Bool or ScalarType.Byte)
        {
            using var results = Combine<TFunction>(x, y, ScalarType.Int32);
            x.Assign(results);
            return;
        }

        if (y.SharesMemoryWith(x) && !y.IsSameView(x))
        {
            using var separate = y.Converted(x.dtype, attach: false);
            Run<TFunction>(x, separate, x);
            return;
        }

        using var other = Operand.Of(y, x.dtype);
        Run<TFunction>(x, other, x);
    }

    /// <summary>A truth value for each pair.</summary>
    public static Tensor Compare<TFunction>(Tensor x, Tensor y)
        where TFunction : IComparison
    {
        var sizes = Shapes.Broadcast(x.Sizes, y.Sizes);
        var type = ScalarTypes.ResultOf(x, y);
        if (type is ScalarType.Bool or ScalarType.Byte)
            type = ScalarType.Int32;

        using var left = Operand.Of(x, type);
        using var right = Operand.Of(y, type);
        (x, y) = (left.Tensor, right.Tensor);
        var z = Tensor.Empty(sizes, ScalarType.Bool);
        var result = z.Elements<bool>();
        switch (type)
        {
            case ScalarType.Float32:
                Elementwise.Compare<float, TFunction>(x.Elements<float>(sizes), y.Elements<float>(sizes), result);
                break;
            case ScalarType.Float64:
                Elementwise.Compare<double, TFunction>(x.Elements<double>(sizes), y.Elements<double>(sizes), result);
                break;
            case ScalarType.Int64:
                Elementwise.Compare<long, TFunction>(x.Elements<long>(sizes), y.Elements<long>(sizes), result);
                break;
            default:
                Elementwise.Compare<int, TFunction>(x.Elements<int>(sizes), y.Elements<int>(sizes), result);
                break;
        }

        return z;
    }

    /// <summary>x where the condition holds, and y elsewhere.</summary>
    public static Tensor Select(Tensor condition, Tensor x, Tensor y)
    {
        var sizes = Shapes.Broadcast(Shapes.Broadcast(condition.Sizes, x.Sizes), y.Sizes);
        var type = ScalarTypes.ResultOf(x, y);
        using var left = Operand.Of(x, type);
        using var right = Operand.Of(y, type);
        (x, y) = (left.Tensor, right.Tensor);
        var (z, chosen) = (Tensor.Empty(sizes, type), condition.Elements<bool>(sizes));
        switch (type)
        {
            case ScalarType.Float32:
                Elementwise.Select(chosen, x.Elements<float>(sizes), y.Elements<float>(sizes), z.Elements<float>());
                break;
            case ScalarType.Float64:
                Elementwise.Select(chosen, x.Elements<double>(sizes), y.Elements<double>(sizes), z.Elements<double>());
                break;
            case ScalarType.Int64:
                Elementwise.Select(chosen, x.Elements<long>(sizes), y.Elements<long>(sizes), z.Elements<long>());
                break;
            case ScalarType.Int32:
                Elementwise.Select(chosen, x.Elements<int>(sizes), y.Elements<int>(sizes), z.Elements<int>());
                break;
            case ScalarType.Byte:
                Elementwise.Select(chosen, x.Elements<byte>(sizes), y.Elements<byte>(sizes), z.Elements<byte>());
                break;
            default:
                Elementwise.Select(chosen, x.Elements<bool>(sizes), y.Elements<bool>(sizes), z.Elements<bool>());
                break;
        }

        return z;
    }

    private static void Run<TFunction>(Tensor x, Tensor y, Tensor z)
        where TFunction : IBinaryFunction
    {
        var sizes = z.Sizes;
        switch (z.dtype)
        {
            case ScalarType.Float32:
                Elementwise.Combine<float, TFunction>(x.Elements<float>(sizes), y.Elements<float>(sizes), z.Elements<float>());
                break;
            case ScalarType.Float64:
                Elementwise.Combine<double, TFunction>(x.Elements<double>(sizes), y.Elements<double>(sizes), z.Elements<double>());
                break;
            case ScalarType.Int64:
                Elementwise.Combine<long, TFunction>(x.Elements<long>(sizes), y.Elements<long>(sizes), z.Elements<long>());
                break;
            default:
                Elementwise.Combine<int, TFunction>(x.Elements<int>(sizes), y.Elements<int>(sizes), z.Elements<int>());
                break;
        }
    }
}
