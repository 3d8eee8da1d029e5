using System.Numerics;
using System.Runtime.CompilerServices;

namespace Tortue.Tensors.Kernels;

/// <summary>The error function 2/√π ∫₀ˣ e^(−t²) dt.</summary>
internal readonly struct Erf : IUnaryFunction, ILaneFunction
{
    public static int Grain => 8192;

    public static void Invoke<T>(ReadOnlySpan<T> x, Span<T> y)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (!LaneLoop.TryMap<Erf, T>(x, y))
            Each(x, y);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Invoke<TLanes, TVector>(TVector x)
        where TLanes : struct, ILanes<TVector, float>
        where TVector : struct => SingleMath<TLanes, TVector>.Erf(x);

    private static void Each<T>(ReadOnlySpan<T> x, Span<T> y)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        for (var i = 0; i < x.Length; i++)
            y[i] = T.CreateTruncating(ErrorFunction.Erf(double.CreateTruncating(x[i])));
    }
}

/// <summary>One minus the error function, exact also where that is close to one.</summary>
internal readonly struct Erfc : IUnaryFunction
{
    public static void Invoke<T>(ReadOnlySpan<T> x, Span<T> y)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        for (var i = 0; i < x.Length; i++)
            y[i] = T.CreateTruncating(ErrorFunction.Erfc(double.CreateTruncating(x[i])));
    }
}

/// <summary>
/// The error function by three rational approximations: W. J. Cody, "Rational Chebyshev approximations for the error function",
/// Mathematics of Computation 23 (1969), 631–637. Relative errors are about 1e-16.
/// </summary>
internal static class ErrorFunction
{
    private static ReadOnlySpan<double> SmallAbove =>
        [1.85777706184603153e-1, 3.16112374387056560, 1.13864154151050156e2, 3.77485237685302021e2, 3.20937758913846947e3];

    private static ReadOnlySpan<double> SmallBelow =>
        [1, 2.36012909523441209e1, 2.44024637934444173e2, 1.28261652607737228e3, 2.84423683343917062e3];

    private static ReadOnlySpan<double> MiddleAbove =>
    [
        2.15311535474403846e-8, 5.64188496988670089e-1, 8.88314979438837594, 6.61191906371416295e1, 2.98635138197400131e2,
        8.81952221241769090e2, 1.71204761263407058e3, 2.05107837782607147e3, 1.23033935479799725e3,
    ];

    private static ReadOnlySpan<double> MiddleBelow =>
    [
        1, 1.57449261107098347e1, 1.17693950891312499e2, 5.37181101862009858e2, 1.62138957456669019e3, 3.29079923573345963e3,
        4.36261909014324716e3, 3.43936767414372164e3, 1.23033935480374942e3,
    ];

    private static ReadOnlySpan<double> LargeAbove =>
    [
        1.63153871373020978e-2, 3.05326634961232344e-1, 3.60344899949804439e-1, 1.25781726111229246e-1, 1.60837851487422766e-2,
        6.58749161529837803e-4,
    ];

    private static ReadOnlySpan<double> LargeBelow =>
    [
        1, 2.56852019228982242, 1.87295284992346725, 5.27905102951428412e-1, 6.05183413124413191e-2, 2.33520497626869185e-3,
    ];

    public static double Erf(double x)
    {
        if (Math.Abs(x) <= 0.46875)
            return x * Small(x);
        return x > 0 ? 1 - Tail(x) : x < 0 ? Tail(-x) - 1 : x;
    }

    public static double Erfc(double x)
    {
        if (Math.Abs(x) <= 0.46875)
            return 1 - (x * Small(x));
        return x > 0 ? Tail(x) : x < 0 ? 2 - Tail(-x) : x;
    }

    // erf(x) / x for |x| ≤ 0.46875.
    private static double Small(double x) => Quotient(SmallAbove, SmallBelow, x * x);

    // erfc(x) for x > 0.46875.
    private static double Tail(double x)
    {
        if (x > 27)
            return 0;

        var factor = x <= 4
            ? Quotient(MiddleAbove, MiddleBelow, x)
            : ((1 / Math.Sqrt(Math.PI)) - (Quotient(LargeAbove, LargeBelow, 1 / (x * x)) / (x * x))) / x;

        // x² in two parts, the first of which has no rounding error, as an error there would be multiplied by x².
        var coarse = Math.Truncate(x * 16) / 16;
        return Math.Exp(-coarse * coarse) * Math.Exp(-(x - coarse) * (x + coarse)) * factor;
    }

    private static double Quotient(ReadOnlySpan<double> above, ReadOnlySpan<double> below, double x)
    {
        var (numerator, denominator) = (0.0, 0.0);
        for (var i = 0; i < above.Length; i++)
        {
            numerator = (numerator * x) + above[i];
            denominator = (denominator * x) + below[i];
        }

        return numerator / denominator;
    }
}
