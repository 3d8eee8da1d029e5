using System.Numerics;

namespace Tortue.Tensors.Kernels;

/// <summary>What a division rounded towards minus infinity leaves: it has the divisor's sign. Integers must not be divided by zero.</summary>
internal readonly struct FloorRemainder : IBinaryFunction
{
    public static void Invoke<T>(ReadOnlySpan<T> x, ReadOnlySpan<T> y, Span<T> z)
        where T : unmanaged, INumber<T>
    {
        for (var i = 0; i < z.Length; i++)
            z[i] = Remainder(x[i], y[i]);
    }

    public static void Invoke<T>(ReadOnlySpan<T> x, T y, Span<T> z)
        where T : unmanaged, INumber<T>
    {
        for (var i = 0; i < z.Length; i++)
            z[i] = Remainder(x[i], y);
    }

    public static void Invoke<T>(T x, ReadOnlySpan<T> y, Span<T> z)
        where T : unmanaged, INumber<T>
    {
        for (var i = 0; i < z.Length; i++)
            z[i] = Remainder(x, y[i]);
    }

    private static T Remainder<T>(T x, T y)
        where T : INumber<T>
    {
        var rest = x % y;
        return rest != T.Zero && (rest < T.Zero) != (y < T.Zero) ? rest + y : rest;
    }
}
