using System.Runtime.CompilerServices;

namespace Tortue.Tensors.Kernels;

/// <summary>
/// Exponentials and logarithms of float32 vectors. Arguments are reduced as in W. J. Cody and W. Waite, "Software Manual for the
/// Elementary Functions" (1980); the polynomials have the least largest error (Remez).
/// </summary>
/// <remarks>Infinities, not-a-number, zeros of either sign and subnormal numbers go through as IEEE 754 recommends.</remarks>
internal static partial class SingleMath<TLanes, TVector>
    where TLanes : struct, ILanes<TVector, float>
    where TVector : struct
{
    private const double LogTwo = 0.693147180559945309;

    // The first part of log 2 has so few digits that its product with an exponent is exact.
    private const double LogTwoHigh = 0.693359375;
    private const double LogTwoLow = LogTwo - LogTwoHigh;

    private static TVector One
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => TLanes.Create(1);
    }

    /// <summary>eˣ.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Exp(TVector x) => ScaledExp(x, 0);

    /// <summary>eˣ − 1, with a small relative error also near zero.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Expm1(TVector x) =>
        TLanes.Select(TLanes.Less(TLanes.Abs(x), TLanes.Create(1.0 / (1 << 25))), x, ExpLessOne(x));

    /// <summary>log x.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Log(TVector x)
    {
        var subnormal = TLanes.Less(x, TLanes.Create(1.17549435e-38));
        var scaled = TLanes.Select(subnormal, TLanes.Multiply(x, TLanes.Create(1 << 23)), x);
        var shift = TLanes.Select(subnormal, TLanes.Create(-23), default);
        return Log(scaled, shift, default);
    }

    /// <summary>log(1 + x), with a small relative error also near zero: what rounding does to 1 + x is made good (W. Kahan).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Log1p(TVector x)
    {
        var sum = TLanes.Add(x, One);
        var lost = TLanes.Select(
            TLanes.Less(One, x), TLanes.Subtract(One, TLanes.Subtract(sum, x)), TLanes.Subtract(x, TLanes.Subtract(sum, One)));
        return TLanes.Select(TLanes.Equal(sum, One), x, Log(sum, default, TLanes.Divide(lost, sum)));
    }

    /// <summary>2ⁿ · eˣ for n of 0 or −1, which matters where eˣ is too large.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector ScaledExp(TVector x, int n)
    {
        x = TLanes.Most(TLanes.Create(-104), TLanes.Least(TLanes.Create(91), x));
        var (power, rest) = Reduce(x);
        var fraction = TLanes.MultiplyAdd(TLanes.Multiply(rest, rest), Quadratic(rest), rest);
        return TLanes.Scale(TLanes.Add(fraction, One), n == 0 ? power : TLanes.Add(power, TLanes.Create(n)));
    }

    // With p = eʳ − 1 and x = r + n log 2: 2ⁿ p + (2ⁿ − 1), all of it halved on the way, as 2¹²⁸ is too large.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector ExpLessOne(TVector x)
    {
        x = TLanes.Most(TLanes.Create(-18), TLanes.Least(TLanes.Create(88.9), x));
        var (power, rest) = Reduce(x);
        var fraction = TLanes.MultiplyAdd(TLanes.Multiply(rest, rest), Quadratic(rest), rest);
        var scale = PowersOfTwo<TLanes, TVector, float>.Power(TLanes.Subtract(power, One));
        var half = TLanes.MultiplyAdd(scale, fraction, TLanes.Subtract(scale, TLanes.Create(0.5)));
        return TLanes.Add(half, half);
    }

    /// <summary>x = rest + power · log 2 with a whole power and a small rest.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (TVector Power, TVector Remainder) Reduce(TVector x)
    {
        var rounder = TLanes.Create(PowersOfTwo<TLanes, TVector, float>.Rounder);
        var power = TLanes.Subtract(TLanes.MultiplyAdd(x, TLanes.Create(1 / LogTwo), rounder), rounder);
        var rest = TLanes.MultiplyAdd(power, TLanes.Create(-LogTwoHigh), x);
        return (power, TLanes.MultiplyAdd(power, TLanes.Create(-LogTwoLow), rest));
    }

    /// <summary>(eʳ − 1 − r) / r² for |r| ≤ log(2) / 2; the error is 2.7e-10 of (eʳ − 1) / r².</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector Quadratic(TVector r)
    {
        var sum = TLanes.MultiplyAdd(TLanes.Create(0.000199137960039), r, TLanes.Create(0.00139403770978));
        sum = TLanes.MultiplyAdd(sum, r, TLanes.Create(0.00833327388472));
        sum = TLanes.MultiplyAdd(sum, r, TLanes.Create(0.0416663654433));
        sum = TLanes.MultiplyAdd(sum, r, TLanes.Create(0.166666668125));
        return TLanes.MultiplyAdd(sum, r, TLanes.Create(0.50000000424));
    }

    // log(x · 2^shift) + addend for normal x: x = 2ᵏ (1 + f) with 1 + f between √½ and √2, and log(1 + f) = f − f²/2 + f³ q(f).
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector Log(TVector x, TVector shift, TVector addend)
    {
        var exponent = TLanes.ShiftRight(TLanes.SubtractBits(x, TLanes.Create(0.70710678)), 23);
        var f = TLanes.Subtract(TLanes.SubtractBits(x, TLanes.ShiftLeft(exponent, 23)), One);
        var rounder = TLanes.Create(PowersOfTwo<TLanes, TVector, float>.Rounder);
        var k = TLanes.Add(TLanes.Subtract(TLanes.AddBits(exponent, rounder), rounder), shift);
        var square = TLanes.Multiply(f, f);
        var sum = TLanes.MultiplyAdd(k, TLanes.Create(LogTwoLow), addend);
        sum = TLanes.MultiplyAdd(TLanes.Multiply(square, f), Cubic(f), sum);
        sum = TLanes.MultiplyAdd(square, TLanes.Create(-0.5), sum);
        sum = TLanes.MultiplyAdd(k, TLanes.Create(LogTwoHigh), TLanes.Add(f, sum));

        // Zero has minus infinity, negative numbers none; infinity and what is not a number have themselves.
        var unlike = TLanes.Select(TLanes.Less(x, default), TLanes.Create(double.NaN), x);
        unlike = TLanes.Select(TLanes.Equal(x, default), TLanes.Create(double.NegativeInfinity), unlike);
        var ordinary = TLanes.And(TLanes.Less(default, x), TLanes.Less(x, TLanes.Create(double.PositiveInfinity)));
        return TLanes.Select(ordinary, sum, unlike);
    }

    /// <summary>(log(1 + f) − f + f²/2) / f³; the error is 7.5e-10 of log(1 + f) / f³.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector Cubic(TVector f)
    {
        var sum = TLanes.MultiplyAdd(TLanes.Create(0.0674833420871), f, TLanes.Create(-0.116777780081));
        sum = TLanes.MultiplyAdd(sum, f, TLanes.Create(0.118885741592));
        sum = TLanes.MultiplyAdd(sum, f, TLanes.Create(-0.124052892951));
        sum = TLanes.MultiplyAdd(sum, f, TLanes.Create(0.142194621681));
        sum = TLanes.MultiplyAdd(sum, f, TLanes.Create(-0.166680082697));
        sum = TLanes.MultiplyAdd(sum, f, TLanes.Create(0.200021231699));
        sum = TLanes.MultiplyAdd(sum, f, TLanes.Create(-0.250000094566));
        return TLanes.MultiplyAdd(sum, f, TLanes.Create(0.33333312544));
    }
}
