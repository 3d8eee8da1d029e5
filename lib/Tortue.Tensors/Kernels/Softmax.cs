using System.Numerics;
using System.Numerics.Tensors;

namespace Tortue.Tensors.Kernels;

/// <summary>Row-wise exponentials that do not overflow: the largest element of a row is subtracted first.</summary>
internal static class Softmax
{
    /// <summary>y = eˣ / Σ eˣ for each row.</summary>
    public static void Probabilities<T>(ReadOnlySpan<T> x, Span<T> y, int width)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        for (var start = 0; start < x.Length; start += width)
        {
            var row = y.Slice(start, width);
            TensorPrimitives.Subtract(x.Slice(start, width), TensorPrimitives.Max(x.Slice(start, width)), row);
            TensorPrimitives.Exp(row, row);
            TensorPrimitives.Divide(row, TensorPrimitives.Sum<T>(row), row);
        }
    }

    /// <summary>y = x − log Σ eˣ for each row.</summary>
    public static void LogProbabilities<T>(ReadOnlySpan<T> x, Span<T> y, int width)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        for (var start = 0; start < x.Length; start += width)
        {
            var from = x.Slice(start, width);
            var row = y.Slice(start, width);
            var largest = TensorPrimitives.Max(from);
            TensorPrimitives.Subtract(from, largest, row);
            TensorPrimitives.Exp(row, row);
            var logarithm = T.Log(TensorPrimitives.Sum<T>(row));
            TensorPrimitives.Subtract(from, largest, row);
            TensorPrimitives.Subtract(row, logarithm, row);
        }
    }
}
