using System.Numerics;
using TorchSharp;
using Tortue.Tensors.Kernels;
using static TorchSharp.torch;

namespace Tortue.Tensors;

/// <summary>Operations with a plain number, which needs no tensor of its own.</summary>
internal static partial class Pointwise
{
    /// <summary>f(x, number) in their common element type.</summary>
    public static Tensor Combine<TFunction>(Tensor x, Scalar number)
        where TFunction : IBinaryFunction
    {
        var type = ScalarTypes.ResultOf(x, number);
        if (type is ScalarType.Bool or ScalarType.Byte)
            return Combine<TFunction>(x, Tensor.PlainNumber(number));

        using var from = Operand.Of(x, type);
        var z = Tensor.Empty(x.Sizes, type);
        Run<TFunction>(from, number, z);
        return z;
    }

    /// <summary>The elements of x between two bounds, in the common element type of all.</summary>
    public static Tensor Clamp(Tensor x, Scalar min, Scalar max)
    {
        if (ScalarTypes.ResultOf(x, min) != x.dtype || ScalarTypes.ResultOf(x, max) != x.dtype || !x.is_floating_point() || !x.IsPacked)
        {
            var result = Combine<Maximum>(x, min);
            if (ScalarTypes.ResultOf(result, max) != result.dtype)
            {
                using var bounded = result;
                return Combine<Minimum>(bounded, max);
            }

            CombineInto<Minimum>(result, max);
            return result;
        }

        var y = Tensor.Empty(x.Sizes, x.dtype);
        if (x.dtype == ScalarType.Float32)
            Elementwise.Clamp(x.Elements<float>(), min.ToSingle(), max.ToSingle(), y.Elements<float>());
        else
            Elementwise.Clamp(x.Elements<double>(), min.ToDouble(), max.ToDouble(), y.Elements<double>());
        return y;
    }

    /// <summary>x = f(x, number), in place.</summary>
    public static void CombineInto<TFunction>(Tensor x, Scalar number)
        where TFunction : IBinaryFunction
    {
        if (x.dtype is ScalarType.Bool or ScalarType.Byte || ScalarTypes.ResultOf(x, number) != x.dtype)
            CombineInto<TFunction>(x, Tensor.PlainNumber(number));
        else
            Run<TFunction>(x, number, x);
    }

    private static void Run<TFunction>(Tensor x, Scalar number, Tensor z)
        where TFunction : IBinaryFunction
    {
        switch (z.dtype)
        {
            case ScalarType.Float32: Run<float, TFunction>(x, number.ToSingle(), z); break;
            case ScalarType.Float64: Run<double, TFunction>(x, number.ToDouble(), z); break;
            case ScalarType.Int64: Run<long, TFunction>(x, number.ToInt64(), z); break;
            default: Run<int, TFunction>(x, number.ToInt32(), z); break;
        }
    }

    private static void Run<T, TFunction>(Tensor x, T number, Tensor z)
        where T : unmanaged, INumber<T>
        where TFunction : IBinaryFunction =>
        Elementwise.Combine<T, TFunction>(x.Elements<T>(), new Strided<T>([number], 0, z.Sizes, new long[z.Rank]), z.Elements<T>());
}
