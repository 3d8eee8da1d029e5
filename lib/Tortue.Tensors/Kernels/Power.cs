using System.Numerics;
using System.Numerics.Tensors;
using System.Runtime.InteropServices;

namespace Tortue.Tensors.Kernels;

/// <summary>x to the power of y. Integers are raised by squaring; a negative integer exponent gives 0 unless x is 1 or −1.</summary>
internal readonly struct Power : IBinaryFunction
{
    public static void Invoke<T>(ReadOnlySpan<T> x, ReadOnlySpan<T> y, Span<T> z)
        where T : unmanaged, INumber<T>
    {
        if (typeof(T) == typeof(float))
            TensorPrimitives.Pow<float>(Cast<T, float>(x), Cast<T, float>(y), MemoryMarshal.Cast<T, float>(z));
        else if (typeof(T) == typeof(double))
            TensorPrimitives.Pow<double>(Cast<T, double>(x), Cast<T, double>(y), MemoryMarshal.Cast<T, double>(z));
        else
            Each(x.Length, x, y, z);
    }

    public static void Invoke<T>(ReadOnlySpan<T> x, T y, Span<T> z)
        where T : unmanaged, INumber<T>
    {
        if (typeof(T) == typeof(float))
            TensorPrimitives.Pow(Cast<T, float>(x), (float)(object)y, MemoryMarshal.Cast<T, float>(z));
        else if (typeof(T) == typeof(double))
            TensorPrimitives.Pow(Cast<T, double>(x), (double)(object)y, MemoryMarshal.Cast<T, double>(z));
        else
            Each(x.Length, x, [y], z);
    }

    public static void Invoke<T>(T x, ReadOnlySpan<T> y, Span<T> z)
        where T : unmanaged, INumber<T>
    {
        if (typeof(T) == typeof(float))
            TensorPrimitives.Pow((float)(object)x, Cast<T, float>(y), MemoryMarshal.Cast<T, float>(z));
        else if (typeof(T) == typeof(double))
            TensorPrimitives.Pow((double)(object)x, Cast<T, double>(y), MemoryMarshal.Cast<T, double>(z));
        else
            Each(y.Length, [x], y, z);
    }

    private static ReadOnlySpan<TTo> Cast<TFrom, TTo>(ReadOnlySpan<TFrom> span)
        where TFrom : unmanaged
        where TTo : unmanaged => MemoryMarshal.Cast<TFrom, TTo>(span);

    private static void Each<T>(int count, ReadOnlySpan<T> x, ReadOnlySpan<T> y, Span<T> z)
        where T : unmanaged, INumber<T>
    {
        for (var i = 0; i < count; i++)
            z[i] = Raise(x[x.Length == 1 ? 0 : i], y[y.Length == 1 ? 0 : i]);
    }

    private static T Raise<T>(T @base, T exponent)
        where T : INumber<T>
    {
        if (exponent < T.Zero)
            return @base == T.One ? T.One : @base == -T.One ? (T.IsEvenInteger(exponent) ? T.One : -T.One) : T.Zero;

        var (result, two) = (T.One, T.One + T.One);
        for (; exponent > T.Zero; exponent /= two, @base *= @base)
        {
            if (T.IsOddInteger(exponent))
                result *= @base;
        }

        return result;
    }
}
