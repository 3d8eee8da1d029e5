using System.Numerics;

namespace Tortue.Tensors.Kernels;

/// <summary>The hyperbolic sine, with a small relative error also near zero.</summary>
internal readonly struct Sinh : IUnaryFunction
{
    public static void Invoke<T>(ReadOnlySpan<T> x, Span<T> y)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        for (var i = 0; i < x.Length; i++)
            y[i] = T.Sinh(x[i]);
    }
}

/// <summary>log(1 + x), with a small relative error also near zero: what rounding does to 1 + x is undone (W. Kahan).</summary>
internal readonly struct Log1p : IUnaryFunction
{
    public static void Invoke<T>(ReadOnlySpan<T> x, Span<T> y)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        for (var i = 0; i < x.Length; i++)
        {
            var sum = T.One + x[i];
            y[i] = sum == T.One ? x[i] : T.IsInfinity(sum) ? T.Log(sum) : T.Log(sum) * (x[i] / (sum - T.One));
        }
    }
}

/// <summary>eˣ − 1, with a small relative error also near zero: what rounding does to eˣ is undone (W. Kahan).</summary>
internal readonly struct Expm1 : IUnaryFunction
{
    public static void Invoke<T>(ReadOnlySpan<T> x, Span<T> y)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        for (var i = 0; i < x.Length; i++)
        {
            var power = T.Exp(x[i]);
            var difference = power - T.One;
            y[i] = power == T.One ? x[i] : T.Abs(x[i]) > T.One ? difference : difference * (x[i] / T.Log(power));
        }
    }
}
