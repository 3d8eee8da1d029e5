using System.Numerics;
using Tortue.Tensors.Kernels;
using static TorchSharp.torch;

namespace Tortue.Tensors;

/// <summary>Calls the kernels for lines along a dimension for the element type at hand. No history is recorded here.</summary>
internal static class Ordering
{
    /// <summary>The first so many elements of each sorted line, and their indices.</summary>
    public static (Tensor Values, Tensor Indices) Sort(Tensor x, int dim, int kept, bool descending)
    {
        if (x.dtype is ScalarType.Bool or ScalarType.Byte)
        {
            using var wide = Operand.Of(x, ScalarType.Int32);
            var (numbers, positions) = Sort(wide, dim, kept, descending);
            using (numbers)
                return (numbers.As(x.dtype), positions);
        }

        var sizes = x.shape;
        if (sizes.Length > 0)
            sizes[dim] = kept;
        var values = Tensor.Empty(sizes, x.dtype);
        var indices = Tensor.Empty(sizes, ScalarType.Int64);
        switch (x.dtype)
        {
            case ScalarType.Float32: Sort<float>(x, values, indices, dim, kept, descending); break;
            case ScalarType.Float64: Sort<double>(x, values, indices, dim, kept, descending); break;
            case ScalarType.Int64: Sort<long>(x, values, indices, dim, kept, descending); break;
            case ScalarType.Int32: Sort<int>(x, values, indices, dim, kept, descending); break;
            default: throw ScalarTypes.Unsupported(x.dtype);
        }

        return (values, indices);
    }

    /// <summary>Running sums along a dimension, from its beginning or its end.</summary>
    public static Tensor RunningSum(Tensor x, int dim, bool fromEnd)
    {
        using var from = Operand.InOrder(x);
        var (result, lines) = (Tensor.Empty(x.Sizes, x.dtype), new Lines(x.Sizes, dim));
        switch (x.dtype)
        {
            case ScalarType.Float32: Cumulation.Sum<float, double>(from.Span<float>(), result.Span<float>(), lines, fromEnd); break;
            case ScalarType.Float64: Cumulation.Sum<double, double>(from.Span<double>(), result.Span<double>(), lines, fromEnd); break;
            case ScalarType.Int64: Cumulation.Sum<long, long>(from.Span<long>(), result.Span<long>(), lines, fromEnd); break;
            case ScalarType.Int32: Cumulation.Sum<int, int>(from.Span<int>(), result.Span<int>(), lines, fromEnd); break;
            default: throw TorchError.Because($"cumsum is not implemented for '{ScalarTypes.ShortName(x.dtype)}'");
        }

        return result;
    }

    /// <summary>Running products along a dimension.</summary>
    public static Tensor RunningProduct(Tensor x, int dim)
    {
        using var from = Operand.InOrder(x);
        var (result, lines) = (Tensor.Empty(x.Sizes, x.dtype), new Lines(x.Sizes, dim));
        switch (x.dtype)
        {
            case ScalarType.Float32: Cumulation.Product<float, double>(from.Span<float>(), result.Span<float>(), lines); break;
            case ScalarType.Float64: Cumulation.Product<double, double>(from.Span<double>(), result.Span<double>(), lines); break;
            case ScalarType.Int64: Cumulation.Product<long, long>(from.Span<long>(), result.Span<long>(), lines); break;
            case ScalarType.Int32: Cumulation.Product<int, int>(from.Span<int>(), result.Span<int>(), lines); break;
            default: throw TorchError.Because($"cumprod is not implemented for '{ScalarTypes.ShortName(x.dtype)}'");
        }

        return result;
    }

    /// <summary>The gradient of running products, in the element type of the factors.</summary>
    public static Tensor RunningProductGradient(Tensor gradient, Tensor x, int dim)
    {
        using var g = Operand.InOrder(gradient, x.dtype);
        using var from = Operand.InOrder(x);
        var (result, lines) = (Tensor.Empty(x.Sizes, x.dtype), new Lines(x.Sizes, dim));
        if (x.dtype == ScalarType.Float32)
            Cumulation.ProductGradient(g.Span<float>(), from.Span<float>(), result.Span<float>(), lines);
        else
            Cumulation.ProductGradient(g.Span<double>(), from.Span<double>(), result.Span<double>(), lines);
        return result;
    }

    private static void Sort<T>(Tensor x, Tensor values, Tensor indices, int dim, int kept, bool descending)
        where T : unmanaged, INumber<T>
    {
        using var from = Operand.InOrder(x);
        Sorting.Sort<T>(from.Span<T>(), values.Span<T>(), indices.Span<long>(), new Lines(x.Sizes, dim), kept, descending);
    }
}
