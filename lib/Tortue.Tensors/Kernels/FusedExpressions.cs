using System.Numerics;
using System.Runtime.CompilerServices;

namespace Tortue.Tensors.Kernels;

/// <summary>The gradient through tanh: g · (1 − y²), where y is tanh's result.</summary>
internal readonly struct TanhGradient : IFusedExpression
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Invoke<TLanes, TVector, T>(TVector x, TVector y)
        where TLanes : struct, ILanes<TVector, T>
        where TVector : struct
        where T : unmanaged => TLanes.Multiply(x, TLanes.Subtract(TLanes.Create(1), TLanes.Multiply(y, y)));

    public static T Invoke<T>(T x, T y)
        where T : unmanaged, INumber<T> => x * (T.One - (y * y));
}

/// <summary>The gradient through the logistic function: g · y · (1 − y), where y is its result.</summary>
internal readonly struct SigmoidGradient : IFusedExpression
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Invoke<TLanes, TVector, T>(TVector x, TVector y)
        where TLanes : struct, ILanes<TVector, T>
        where TVector : struct
        where T : unmanaged => TLanes.Multiply(TLanes.Multiply(x, TLanes.Subtract(TLanes.Create(1), y)), y);

    public static T Invoke<T>(T x, T y)
        where T : unmanaged, INumber<T> => x * (T.One - y) * y;
}

/// <summary>The gradient through the rectifier: g where its result y is positive.</summary>
internal readonly struct RectifierGradient : IFusedExpression
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Invoke<TLanes, TVector, T>(TVector x, TVector y)
        where TLanes : struct, ILanes<TVector, T>
        where TVector : struct
        where T : unmanaged => TLanes.Select(TLanes.LessOrEqual(y, default), default, x);

    public static T Invoke<T>(T x, T y)
        where T : unmanaged, INumber<T> => y <= T.Zero ? T.Zero : x;
}

/// <summary>x where it is positive, and a slope times x elsewhere: the leaky rectifier.</summary>
internal readonly struct LeakyRectifier : IFusedExpression
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Invoke<TLanes, TVector, T>(TVector x, TVector y)
        where TLanes : struct, ILanes<TVector, T>
        where TVector : struct
        where T : unmanaged => TLanes.Select(TLanes.Less(default, x), x, TLanes.Multiply(x, y));

    public static T Invoke<T>(T x, T y)
        where T : unmanaged, INumber<T> => x > T.Zero ? x : x * y;
}

/// <summary>One where x is positive, and the slope elsewhere: the derivative of the leaky rectifier.</summary>
internal readonly struct LeakyRectifierSlope : IFusedExpression
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Invoke<TLanes, TVector, T>(TVector x, TVector y)
        where TLanes : struct, ILanes<TVector, T>
        where TVector : struct
        where T : unmanaged => TLanes.Select(TLanes.Less(default, x), TLanes.Create(1), y);

    public static T Invoke<T>(T x, T y)
        where T : unmanaged, INumber<T> => x > T.Zero ? T.One : y;
}
