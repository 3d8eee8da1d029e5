using System.Numerics;
using System.Numerics.Tensors;
using System.Runtime.CompilerServices;

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
internal readonly struct SignOf : INumberFunction, ILaneFunction
{
    public static void Invoke<T>(ReadOnlySpan<T> x, Span<T> y)
        where T : unmanaged, INumber<T>
    {
        if (LaneLoop.TryMap<SignOf, T>(x, y))
            return;

        for (var i = 0; i < x.Length; i++)
            y[i] = x[i] > T.Zero ? T.One : x[i] < T.Zero ? -T.One : T.Zero;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Invoke<TLanes, TVector>(TVector x)
        where TLanes : struct, ILanes<TVector, float>
        where TVector : struct
    {
        var negative = TLanes.Select(TLanes.Less(x, default), TLanes.Create(-1), default);
        return TLanes.Select(TLanes.Less(default, x), TLanes.Create(1), negative);
    }
}
