using System.Numerics;
using System.Numerics.Tensors;

namespace Tortue.Tensors.Kernels;

/// <inheritdoc/>
internal readonly struct Negate : INumberFunction
{
    public static void Invoke<T>(ReadOnlySpan<T> x, Span<T> y)
        where T : unmanaged, INumber<T> => TensorPrimitives.Negate(x, y);
}

/// <inheritdoc/>
internal readonly struct Abs : INumberFunction
{
    public static void Invoke<T>(ReadOnlySpan<T> x, Span<T> y)
        where T : unmanaged, INumber<T> => TensorPrimitives.Abs(x, y);
}

/// <inheritdoc/>
internal readonly struct Square : INumberFunction
{
    public static void Invoke<T>(ReadOnlySpan<T> x, Span<T> y)
        where T : unmanaged, INumber<T> => TensorPrimitives.Multiply(x, x, y);
}

/// <inheritdoc/>
internal readonly struct Rectify : INumberFunction
{
    public static void Invoke<T>(ReadOnlySpan<T> x, Span<T> y)
        where T : unmanaged, INumber<T> => TensorPrimitives.Max(x, T.Zero, y);
}

/// <summary>−1, 0 or 1; 0 for what is not a number, as in PyTorch.</summary>
internal readonly struct SignOf : INumberFunction
{
    public static void Invoke<T>(ReadOnlySpan<T> x, Span<T> y)
        where T : unmanaged, INumber<T>
    {
        for (var i = 0; i < x.Length; i++)
            y[i] = x[i] > T.Zero ? T.One : x[i] < T.Zero ? -T.One : T.Zero;
    }
}
