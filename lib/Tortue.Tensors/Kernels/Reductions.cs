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
        where T : unmanaged, INumber<T>
    {
        if (length == 0)
        {
            y.Clear();
            return;
        }

        if (x.IsEmpty)
            return;
        fixed (T* from = x, to = y)
        {
            switch (KernelWidths.Current)
            {
                case KernelWidth.Vector512: Summation<Lanes512<T>, Vector512<T>, T>.Run(from, to, outer, length, inner); break;
                case KernelWidth.Vector256: Summation<Lanes256<T>, Vector256<T>, T>.Run(from, to, outer, length, inner); break;
                case KernelWidth.Vector128: Summation<Lanes128<T>, Vector128<T>, T>.Run(from, to, outer, length, inner); break;
                default: Summation<LanesPortable<T>, Vector<T>, T>.Run(from, to, outer, length, inner); break;
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
