using System.Numerics;
using System.Numerics.Tensors;

namespace Tortue.Tensors.Kernels;

/// <summary>
/// Reductions over the middle of three dimensions: outer × length × inner, packed. The order of summation depends on the sizes alone, so
/// results are the same on any number of threads.
/// </summary>
internal static class Reductions
{
    /// <summary>
    /// Up to this many elements are summed by vector lanes; longer runs pairwise, so that errors grow with the logarithm.
    /// </summary>
    private const int Block = 512;

    /// <summary>Sums over the middle dimension.</summary>
    public static void Sum<T>(ReadOnlySpan<T> x, Span<T> y, int outer, int length, int inner)
        where T : unmanaged, INumber<T>
    {
        for (var o = 0; o < outer; o++)
        {
            var part = x.Slice(o * length * inner, length * inner);
            if (inner == 1)
                y[o] = Sum(part);
            else
                SumRows(part, y.Slice(o * inner, inner), length);
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
        if (inner == 1)
        {
            for (var o = 0; o < outer; o++)
            {
                var row = x.Slice(o * length, length);
                var index = largest ? TensorPrimitives.IndexOfMax(row) : TensorPrimitives.IndexOfMin(row);

                // Zeros of either sign are equal here, and the first one counts.
                if (row[index] == T.Zero)
                    index = row.IndexOf(T.Zero);
                (values[o], indices[o]) = (row[index], index);
            }

            return;
        }

        for (var o = 0; o < outer; o++)
        {
            for (var i = 0; i < inner; i++)
            {
                var at = (o * length * inner) + i;
                var (best, index) = (x[at], 0);
                for (var n = 1; n < length && !T.IsNaN(best); n++)
                {
                    at += inner;
                    var value = x[at];
                    if (T.IsNaN(value) || (largest ? value > best : value < best))
                        (best, index) = (value, n);
                }

                (values[(o * inner) + i], indices[(o * inner) + i]) = (best, index);
            }
        }
    }

    private static T Sum<T>(ReadOnlySpan<T> x)
        where T : unmanaged, INumber<T>
    {
        if (x.Length <= Block)
            return TensorPrimitives.Sum(x);

        var half = ((x.Length / 2) + Block - 1) / Block * Block;
        return Sum(x[..half]) + Sum(x[half..]);
    }

    private static void SumRows<T>(ReadOnlySpan<T> x, Span<T> sums, int rows)
        where T : unmanaged, INumber<T>
    {
        var width = sums.Length;
        if (rows <= Block)
        {
            sums.Clear();
            for (var row = 0; row < rows; row++)
                TensorPrimitives.Add(sums, x.Slice(row * width, width), sums);
            return;
        }

        var half = rows / 2;
        SumRows(x[..(half * width)], sums, half);
        var rest = new T[width];
        SumRows(x[(half * width)..], rest, rows - half);
        TensorPrimitives.Add(sums, rest, sums);
    }
}
