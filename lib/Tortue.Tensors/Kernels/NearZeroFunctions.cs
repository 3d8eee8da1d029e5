using System.Numerics;
using System.Runtime.CompilerServices;

namespace Tortue.Tensors.Kernels;

/// <summary>The hyperbolic sine, with a small relative error also near zero.</summary>
internal readonly struct Sinh : IUnaryFunction, ILaneFunction
{
    public static int Grain => 8192;

    public static void Invoke<T>(ReadOnlySpan<T> x, Span<T> y)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (!LaneLoop.TryMap<Sinh, T>(x, y))
            Each(x, y);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Invoke<TLanes, TVector>(TVector x)
        where TLanes : struct, ILanes<TVector, float>
        where TVector : struct => SingleMath<TLanes, TVector>.Sinh(x);

    private static void Each<T>(ReadOnlySpan<T> x, Span<T> y)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        for (var i = 0; i < x.Length; i++)
            y[i] = T.Sinh(x[i]);
    }
}

/// <summary>log(1 + x), with a small relative error also near zero: what rounding does to 1 + x is undone (W. Kahan).</summary>
internal readonly struct Log1p : IUnaryFunction, ILaneFunction
{
    public static int Grain => 8192;

    public static void Invoke<T>(ReadOnlySpan<T> x, Span<T> y)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (!LaneLoop.TryMap<Log1p, T>(x, y))
            Each(x, y);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Invoke<TLanes, TVector>(TVector x)
        where TLanes : struct, ILanes<TVector, float>
        where TVector : struct => SingleMath<TLanes, TVector>.Log1p(x);

    /// <summary>The function of one number.</summary>
    public static T Of<T>(T x)
        where T : IFloatingPointIeee754<T>
    {
        var sum = T.One + x;
        return sum == T.One ? x : T.IsInfinity(sum) ? T.Log(sum) : T.Log(sum) * (x / (sum - T.One));
    }

    private static void Each<T>(ReadOnlySpan<T> x, Span<T> y)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        for (var i = 0; i < x.Length; i++)
            y[i] = Of(x[i]);
    }
}

/// <summary>eˣ − 1, with a small relative error also near zero: what rounding does to eˣ is undone (W. Kahan).</summary>
internal readonly struct Expm1 : IUnaryFunction, ILaneFunction
{
    public static int Grain => 8192;

    public static void Invoke<T>(ReadOnlySpan<T> x, Span<T> y)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (!LaneLoop.TryMap<Expm1, T>(x, y))
            Each(x, y);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Invoke<TLanes, TVector>(TVector x)
        where TLanes : struct, ILanes<TVector, float>
        where TVector : struct => SingleMath<TLanes, TVector>.Expm1(x);

    /// <summary>The function of one number.</summary>
    public static T Of<T>(T x)
        where T : IFloatingPointIeee754<T>
    {
        var power = T.Exp(x);
        var difference = power - T.One;
        return power == T.One ? x : T.Abs(x) > T.One ? difference : difference * (x / T.Log(power));
    }

    private static void Each<T>(ReadOnlySpan<T> x, Span<T> y)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        for (var i = 0; i < x.Length; i++)
            y[i] = Of(x[i]);
    }
}
