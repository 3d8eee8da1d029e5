using System.Numerics;
using System.Numerics.Tensors;
using System.Runtime.Intrinsics;

namespace Tortue.Tensors.Kernels;

/// <summary>
/// Reductions over the middle of three dimensions: outer × length × inner, packed. The order of summation depends on the sizes alone, so
/// results are the same on any number of threads.
/// </summary>
internal static unsafe partial class Reductions
{
    /// <summary>Sums over the middle dimension.</summary>
    public static void Sum<T>(ReadOnlySpan<T> x, Span<T> y, int outer, int length, int inner)
        where T : unmanaged, INumber<T> => Sum<T, PlainTerm>(x, default, y, outer, length, inner);

    /// <summary>Sums the squares of the differences from a shift, over the middle dimension.</summary>
    /// <param name="x">The elements.</param>
    /// <param name="shifts">A shift for each sum; none for zero.</param>
    /// <param name="y">The sums.</param>
    /// <param name="outer">The first dimension.</param>
    /// <param name="length">The dimension that is summed over.</param>
    /// <param name="inner">The last dimension.</param>
    public static void SquaredDeviations<T>(ReadOnlySpan<T> x, ReadOnlySpan<T> shifts, Span<T> y, int outer, int length, int inner)
        where T : unmanaged, INumber<T> => Sum<T, SquaredDeviation>(x, shifts, y, outer, length, inner);

    /// <summary>
    /// Means over the middle dimension, by differences from its first elements, so that equal elements have themselves as their mean.
    /// </summary>
    public static void Mean<T>(ReadOnlySpan<T> x, Span<T> y, int outer, int length, int inner)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        var first = new T[outer * inner];
        for (int o = 0; o < outer && length > 0; o++)
            x.Slice(o * length * inner, inner).CopyTo(first.AsSpan(o * inner));
        foreach (ref T number in first.AsSpan())
            number = T.IsFinite(number) ? number : T.Zero;
        Sum<T, Deviation>(x, first, y, outer, length, inner);
        for (int i = 0; i < first.Length; i++)
            y[i] = first[i] + (y[i] / T.CreateTruncating(length));
    }

    private static void Sum<T, TTerm>(ReadOnlySpan<T> x, ReadOnlySpan<T> shifts, Span<T> y, int outer, int length, int inner)
        where T : unmanaged, INumber<T>
        where TTerm : ITerm
    {
        if (x.IsEmpty || length == 0)
        {
            y.Clear();
            return;
        }

        fixed (T* from = x, shift = shifts, to = y)
        {
            switch (KernelWidths.Current)
            {
                case KernelWidth.Vector512:
                    Summation<Lanes512<T>, Vector512<T>, T, TTerm>.Run(from, shift, to, outer, length, inner);
                    break;
                case KernelWidth.Vector256:
                    Summation<Lanes256<T>, Vector256<T>, T, TTerm>.Run(from, shift, to, outer, length, inner);
                    break;
                case KernelWidth.Vector128:
                    Summation<Lanes128<T>, Vector128<T>, T, TTerm>.Run(from, shift, to, outer, length, inner);
                    break;
                default:
                    Summation<LanesPortable<T>, Vector<T>, T, TTerm>.Run(from, shift, to, outer, length, inner);
                    break;
            }
        }
    }

    /// <summary>Multiplies over the middle dimension.</summary>
    public static void Product<T>(ReadOnlySpan<T> x, Span<T> y, int outer, int length, int inner)
        where T : unmanaged, INumber<T>
    {
        y.Fill(T.One);
        for (var o = 0; o < outer; o++)
        {
            var products = y.Slice(o * inner, inner);
            for (var i = 0; i < length; i++)
                TensorPrimitives.Multiply(products, x.Slice(((o * length) + i) * inner, inner), products);
        }
    }

    /// <summary>Finds the largest (smallest) value of the middle dimension and its first index; not-a-number wins.</summary>
    /// <remarks>Without room for indices they are not looked for, which is faster.</remarks>
    public static void Extremum<T>(ReadOnlySpan<T> x, Span<T> values, Span<long> indices, int outer, int length, int inner, bool largest)
        where T : unmanaged, INumber<T>
    {
        if (largest)
            Extremum<T, PrefersLarge>(x, values, indices, outer, length, inner);
        else
            Extremum<T, PrefersSmall>(x, values, indices, outer, length, inner);
    }

    private static void Extremum<T, TPreference>(
        ReadOnlySpan<T> x, Span<T> values, Span<long> indices, int outer, int length, int inner)
        where T : unmanaged, INumber<T>
        where TPreference : IPreference
    {
        if (values.IsEmpty)
            return;
        fixed (T* from = x, best = values)
        {
            fixed (long* places = indices)
            {
                switch (KernelWidths.Current)
                {
                    case KernelWidth.Vector512:
                        Extremes<Lanes512<T>, Vector512<T>, T, TPreference>.Run(from, best, places, outer, length, inner);
                        break;
                    case KernelWidth.Vector256:
                        Extremes<Lanes256<T>, Vector256<T>, T, TPreference>.Run(from, best, places, outer, length, inner);
                        break;
                    case KernelWidth.Vector128:
                        Extremes<Lanes128<T>, Vector128<T>, T, TPreference>.Run(from, best, places, outer, length, inner);
                        break;
                    default:
                        Extremes<LanesPortable<T>, Vector<T>, T, TPreference>.Run(from, best, places, outer, length, inner);
                        break;
                }
            }
        }
    }
}
