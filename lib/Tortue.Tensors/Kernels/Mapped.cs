using System.Numerics;
using System.Runtime.InteropServices;

namespace Tortue.Tensors.Kernels;

/// <summary>Applies a function of one number to packed memory.</summary>
internal readonly struct Mapped<TFunction> : IUnaryFunction
    where TFunction : ILaneFunction, IDoubleFunction
{
    // Some ten microseconds of work.
    public static int Grain => 8192;

    public static void Invoke<T>(ReadOnlySpan<T> x, Span<T> y)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (LaneLoop.TryMap<TFunction, T>(x, y))
            return;

        for (var i = 0; i < x.Length; i++)
            y[i] = T.CreateTruncating(TFunction.Invoke(double.CreateTruncating(x[i])));
    }
}

/// <summary>Applies a function of two numbers to packed memory; floating-point numbers only.</summary>
internal readonly struct MappedPair<TFunction> : IBinaryFunction
    where TFunction : ILanePairFunction, IDoublePairFunction
{
    public static int Grain => 8192;

    public static void Invoke<T>(ReadOnlySpan<T> x, ReadOnlySpan<T> y, Span<T> z)
        where T : unmanaged, INumber<T>
    {
        if (typeof(T) == typeof(float))
        {
            LaneLoop.Combine<TFunction>(Floats(x), Floats(y), MemoryMarshal.Cast<T, float>(z));
            return;
        }

        var (stepX, stepY) = (x.Length == 1 ? 0 : 1, y.Length == 1 ? 0 : 1);
        for (var i = 0; i < z.Length; i++)
        {
            var value = TFunction.Invoke(double.CreateTruncating(x[i * stepX]), double.CreateTruncating(y[i * stepY]));
            z[i] = T.CreateTruncating(value);
        }
    }

    public static void Invoke<T>(ReadOnlySpan<T> x, T y, Span<T> z)
        where T : unmanaged, INumber<T> => Invoke(x, [y], z);

    public static void Invoke<T>(T x, ReadOnlySpan<T> y, Span<T> z)
        where T : unmanaged, INumber<T> => Invoke([x], y, z);

    private static ReadOnlySpan<float> Floats<T>(ReadOnlySpan<T> numbers)
        where T : unmanaged => MemoryMarshal.Cast<T, float>(numbers);
}
