using System.Numerics;
using System.Numerics.Tensors;

namespace Tortue.Tensors.Kernels;

/// <summary>How the pixels of a window become one number.</summary>
internal interface IFold<T>
{
    /// <summary>What changes nothing: the value of margins.</summary>
    static abstract T Neutral { get; }

    /// <summary>Two pixels' number.</summary>
    static abstract T Combine(T x, T y);

    /// <summary>x = combine(x, y), element by element.</summary>
    static abstract void Combine(Span<T> x, ReadOnlySpan<T> y);
}

/// <summary>The largest pixel; what is not a number wins.</summary>
internal readonly struct LargestFold<T> : IFold<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    public static T Neutral => T.NegativeInfinity;

    public static T Combine(T x, T y) => T.Max(x, y);

    public static void Combine(Span<T> x, ReadOnlySpan<T> y) => TensorPrimitives.Max(x, y, x);
}

/// <summary>The sum of the pixels.</summary>
internal readonly struct SumFold<T> : IFold<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    public static T Neutral => T.Zero;

    public static T Combine(T x, T y) => x + y;

    public static void Combine(Span<T> x, ReadOnlySpan<T> y) => TensorPrimitives.Add(x, y, x);
}
