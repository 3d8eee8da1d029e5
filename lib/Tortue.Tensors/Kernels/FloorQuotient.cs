using System.Numerics;

namespace Tortue.Tensors.Kernels;

/// <summary>The quotient of two numbers, rounded towards minus infinity. Integers must not be divided by zero.</summary>
internal readonly struct FloorQuotient : IBinaryFunction
{
    public static void Invoke<T>(ReadOnlySpan<T> x, ReadOnlySpan<T> y, Span<T> z)
        where T : unmanaged, INumber<T>
    {
        for (var i = 0; i < z.Length; i++)
            z[i] = Quotient(x[i], y[i]);
    }

    public static void Invoke<T>(ReadOnlySpan<T> x, T y, Span<T> z)
        where T : unmanaged, INumber<T>
    {
        for (var i = 0; i < z.Length; i++)
            z[i] = Quotient(x[i], y);
    }

    public static void Invoke<T>(T x, ReadOnlySpan<T> y, Span<T> z)
        where T : unmanaged, INumber<T>
    {
        for (var i = 0; i < z.Length; i++)
            z[i] = Quotient(x, y[i]);
    }

    private static T Quotient<T>(T x, T y)
        where T : INumber<T> => typeof(T) == typeof(float) || typeof(T) == typeof(double) ? OfFractions(x, y) : OfIntegers(x, y);

    private static T OfIntegers<T>(T x, T y)
        where T : INumber<T>
    {
        var quotient = x / y;
        return quotient * y != x && (x < T.Zero) != (y < T.Zero) ? quotient - T.One : quotient;
    }

    /// <summary>
    /// Python's rule: the exact remainder is taken off first, so that the quotient of, say, 1 and 0.1 is 9 and fits the remainder.
    /// </summary>
    private static T OfFractions<T>(T x, T y)
        where T : INumber<T>
    {
        if (y == T.Zero)
            return x / y;

        var rest = x % y;
        var quotient = (x - rest) / y;
        if (rest != T.Zero && (rest < T.Zero) != (y < T.Zero))
            quotient -= T.One;
        if (quotient == T.Zero)
            return T.CopySign(T.Zero, x / y);

        // The difference from an integer is rounding only; the nearest one is meant. Double holds every single exactly.
        var floor = T.CreateTruncating(Math.Floor(double.CreateTruncating(quotient)));
        return (quotient - floor) * T.CreateTruncating(2) > T.One ? floor + T.One : floor;
    }
}
