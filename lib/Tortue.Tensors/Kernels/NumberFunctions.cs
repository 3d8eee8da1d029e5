using System.Numerics;
using System.Numerics.Tensors;
using System.Runtime.CompilerServices;

namespace Tortue.Tensors.Kernels;

/// <inheritdoc/>
internal readonly struct Negate : INumberFunction, IVectorFunction
{
    public static void Invoke<T>(ReadOnlySpan<T> x, Span<T> y)
        where T : unmanaged, INumber<T>
    {
        if (!LaneNumbers.TryMap<Negate, T>(x, y))
            TensorPrimitives.Negate(x, y);
    }

    public static bool TryStream<T>(ReadOnlySpan<T> x, Span<T> y)
        where T : unmanaged, INumber<T> => LaneNumbers.TryStream<Negate, T>(x, y);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Invoke<TLanes, TVector, T>(TVector x)
        where TLanes : struct, ILanes<TVector, T>
        where TVector : struct
        where T : unmanaged => TLanes.Subtract(TLanes.Create(-0.0), x);
}

/// <inheritdoc/>
internal readonly struct Abs : INumberFunction, IVectorFunction
{
    public static void Invoke<T>(ReadOnlySpan<T> x, Span<T> y)
        where T : unmanaged, INumber<T>
    {
        if (!LaneNumbers.TryMap<Abs, T>(x, y))
            TensorPrimitives.Abs(x, y);
    }

    public static bool TryStream<T>(ReadOnlySpan<T> x, Span<T> y)
        where T : unmanaged, INumber<T> => LaneNumbers.TryStream<Abs, T>(x, y);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Invoke<TLanes, TVector, T>(TVector x)
        where TLanes : struct, ILanes<TVector, T>
        where TVector : struct
        where T : unmanaged => TLanes.Abs(x);
}

/// <inheritdoc/>
internal readonly struct Square : INumberFunction, IVectorFunction
{
    public static void Invoke<T>(ReadOnlySpan<T> x, Span<T> y)
        where T : unmanaged, INumber<T>
    {
        if (!LaneNumbers.TryMap<Square, T>(x, y))
            TensorPrimitives.Multiply(x, x, y);
    }

    public static bool TryStream<T>(ReadOnlySpan<T> x, Span<T> y)
        where T : unmanaged, INumber<T> => LaneNumbers.TryStream<Square, T>(x, y);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Invoke<TLanes, TVector, T>(TVector x)
        where TLanes : struct, ILanes<TVector, T>
        where TVector : struct
        where T : unmanaged => TLanes.Multiply(x, x);
}

/// <inheritdoc/>
internal readonly struct Rectify : INumberFunction, IVectorFunction
{
    public static void Invoke<T>(ReadOnlySpan<T> x, Span<T> y)
        where T : unmanaged, INumber<T>
    {
        if (!LaneNumbers.TryMap<Rectify, T>(x, y))
            TensorPrimitives.Max(x, T.Zero, y);
    }

    public static bool TryStream<T>(ReadOnlySpan<T> x, Span<T> y)
        where T : unmanaged, INumber<T> => LaneNumbers.TryStream<Rectify, T>(x, y);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Invoke<TLanes, TVector, T>(TVector x)
        where TLanes : struct, ILanes<TVector, T>
        where TVector : struct
        where T : unmanaged => TLanes.Select(TLanes.LessOrEqual(x, default), default, x);
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
