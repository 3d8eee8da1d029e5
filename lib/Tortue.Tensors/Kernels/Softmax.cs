using System.Numerics;
using System.Numerics.Tensors;
using System.Runtime.InteropServices;

namespace Tortue.Tensors.Kernels;

/// <summary>Row-wise exponentials that do not overflow: the largest element of a row is subtracted first.</summary>
internal static unsafe partial class Softmax
{
    // Elements that are worth a thread: some ten microseconds.
    private const int Grain = 1 << 14;

    private delegate void RowFunction<T>(ReadOnlySpan<T> x, Span<T> y)
        where T : unmanaged;

    /// <summary>y = eˣ / Σ eˣ for each row.</summary>
    public static void Probabilities<T>(ReadOnlySpan<T> x, Span<T> y, int width)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (typeof(T) == typeof(float))
            Run(MemoryMarshal.Cast<T, float>(x), default, MemoryMarshal.Cast<T, float>(y), width, Work.Softmax);
        else
            Rows(x, y, width, ProbabilitiesOfRow);
    }

    /// <summary>y = x − log Σ eˣ for each row.</summary>
    public static void LogProbabilities<T>(ReadOnlySpan<T> x, Span<T> y, int width)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (typeof(T) == typeof(float))
            Run(MemoryMarshal.Cast<T, float>(x), default, MemoryMarshal.Cast<T, float>(y), width, Work.LogSoftmax);
        else
            Rows(x, y, width, LogProbabilitiesOfRow);
    }

    /// <summary>The gradient through <see cref="Probabilities"/> for each row: (g − Σ g y) y.</summary>
    public static void ProbabilitiesGradient(ReadOnlySpan<float> g, ReadOnlySpan<float> y, Span<float> result, int width) =>
        Run(y, g, result, width, Work.SoftmaxGradient);

    /// <summary>The gradient through <see cref="LogProbabilities"/> for each row: g − eʸ Σ g.</summary>
    public static void LogProbabilitiesGradient(ReadOnlySpan<float> g, ReadOnlySpan<float> y, Span<float> result, int width) =>
        Run(y, g, result, width, Work.LogSoftmaxGradient);

    private static void ProbabilitiesOfRow<T>(ReadOnlySpan<T> x, Span<T> y)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        TensorPrimitives.Subtract(x, TensorPrimitives.Max(x), y);
        TensorPrimitives.Exp(y, y);
        TensorPrimitives.Divide(y, TensorPrimitives.Sum<T>(y), y);
    }

    private static void LogProbabilitiesOfRow<T>(ReadOnlySpan<T> x, Span<T> y)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        var largest = TensorPrimitives.Max(x);
        TensorPrimitives.Subtract(x, largest, y);
        TensorPrimitives.Exp(y, y);
        var logarithm = T.Log(TensorPrimitives.Sum<T>(y));
        TensorPrimitives.Subtract(x, largest, y);
        TensorPrimitives.Subtract(y, logarithm, y);
    }

    private static void Rows<T>(ReadOnlySpan<T> x, Span<T> y, int width, RowFunction<T> function)
        where T : unmanaged
    {
        for (var start = 0; start < x.Length; start += width)
            function(x.Slice(start, width), y.Slice(start, width));
    }
}
