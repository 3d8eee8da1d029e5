using System.Numerics;
using System.Runtime.CompilerServices;

namespace Tortue.Tensors.Kernels;

/// <summary>Running sums and products of the lines along a dimension.</summary>
internal static class Cumulation
{
    // Elements that are worth a thread.
    private const int Grain = 1 << 14;

    // Elements of one line that a thread sums up without interruption.
    private const int Piece = 1 << 15;

    /// <summary>y[i] = x[0] + … + x[i], or from the other end; added up in a wider type.</summary>
    public static unsafe void Sum<T, TWide>(ReadOnlySpan<T> x, Span<T> y, Lines lines, bool fromEnd)
        where T : unmanaged, INumber<T>
        where TWide : unmanaged, INumber<TWide>
    {
        fixed (T* from = x, to = y)
        {
            if (lines.Length >= 2 * Piece && lines.Count < 4)
                SumsInPieces<T, TWide>(from, to, lines, fromEnd);
            else if ((long)lines.Count * lines.Length >= 2 * Grain && lines.Count > 1)
                ShareSums<T, TWide>(from, to, lines, fromEnd);
            else
                Sums<T, TWide>(from, to, lines, fromEnd, 0, lines.Count);
        }
    }

    // A method of its own, so that small tensors make no closure.
    private static unsafe void ShareSums<T, TWide>(T* x, T* y, Lines lines, bool fromEnd)
        where T : unmanaged, INumber<T>
        where TWide : unmanaged, INumber<TWide> =>
        Workers.For(0, lines.Count, Math.Max(1, Grain / lines.Length), (start, end) =>
            Sums<T, TWide>(x, y, lines, fromEnd, start, end));

    // A few long lines: all pieces' totals first, and then each piece from the total of those before it. The length alone decides on
    // the pieces, so that the number of threads changes no bit.
    private static unsafe void SumsInPieces<T, TWide>(T* x, T* y, Lines lines, bool fromEnd)
        where T : unmanaged, INumber<T>
        where TWide : unmanaged, INumber<TWide>
    {
        nint step = fromEnd ? -lines.Inner : lines.Inner;
        var before = new TWide[(lines.Length + Piece - 1) / Piece];
        for (var line = 0; line < lines.Count; line++)
        {
            var first = lines.Start(line) + (fromEnd ? (lines.Length - 1) * lines.Inner : 0);
            Workers.For(0, before.Length, 1, (start, end) =>
            {
                for (var piece = start; piece < end; piece++)
                {
                    var from = x + first + (piece * Piece * step);
                    before[piece] = Total<T, TWide>(from, step, Math.Min(Piece, lines.Length - (piece * Piece)));
                }
            });
            var sum = TWide.Zero;
            foreach (ref var total in before.AsSpan())
                (total, sum) = (sum, sum + total);
            Workers.For(0, before.Length, 1, (start, end) =>
            {
                for (var piece = start; piece < end; piece++)
                {
                    var at = first + (piece * Piece * step);
                    Sum(x + at, y + at, step, Math.Min(Piece, lines.Length - (piece * Piece)), before[piece]);
                }
            });
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static unsafe TWide Total<T, TWide>(T* x, nint step, int count)
        where T : unmanaged, INumber<T>
        where TWide : unmanaged, INumber<TWide>
    {
        var (a, b, c, d) = (TWide.Zero, TWide.Zero, TWide.Zero, TWide.Zero);
        for (; count >= 4; count -= 4, x += 4 * step)
        {
            a += TWide.CreateTruncating(x[0]);
            b += TWide.CreateTruncating(x[step]);
            c += TWide.CreateTruncating(x[2 * step]);
            d += TWide.CreateTruncating(x[3 * step]);
        }

        for (; count > 0; count--, x += step)
            a += TWide.CreateTruncating(*x);
        return a + b + (c + d);
    }

    private static unsafe void Sums<T, TWide>(T* x, T* y, Lines lines, bool fromEnd, int start, int end)
        where T : unmanaged, INumber<T>
        where TWide : unmanaged, INumber<TWide>
    {
        nint step = fromEnd ? -lines.Inner : lines.Inner;
        for (var line = start; line < end; line++)
        {
            var at = lines.Start(line) + (fromEnd ? (lines.Length - 1) * lines.Inner : 0);
            Sum(x + at, y + at, step, lines.Length, TWide.Zero);
        }
    }

    // Four elements a turn, so that each waits for one addition to the sum so far and not for four.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static unsafe void Sum<T, TWide>(T* x, T* y, nint step, int count, TWide sum)
        where T : unmanaged, INumber<T>
        where TWide : unmanaged, INumber<TWide>
    {
        // Vectors add in the same order, so that their results are the same.
        if (typeof(T) == typeof(float) && typeof(TWide) == typeof(double) && step == 1 && KernelWidths.Current >= KernelWidth.Vector256)
        {
            int added = RunningSums.Add((float*)x, (float*)y, count, ref Unsafe.As<TWide, double>(ref sum));
            x += added;
            y += added;
            count -= added;
        }

        for (; count >= 4; count -= 4, x += 4 * step, y += 4 * step)
        {
            var (a, b) = (TWide.CreateTruncating(x[0]), TWide.CreateTruncating(x[step]));
            var (c, d) = (TWide.CreateTruncating(x[2 * step]), TWide.CreateTruncating(x[3 * step]));
            var two = a + b;
            var four = two + (c + d);
            y[0] = T.CreateTruncating(sum + a);
            y[step] = T.CreateTruncating(sum + two);
            y[2 * step] = T.CreateTruncating(sum + (a + (b + c)));
            sum += four;
            y[3 * step] = T.CreateTruncating(sum);
        }

        for (; count > 0; count--, x += step, y += step)
        {
            sum += TWide.CreateTruncating(*x);
            *y = T.CreateTruncating(sum);
        }
    }

    /// <summary>y[i] = x[0] · … · x[i]; multiplied in a wider type.</summary>
    public static void Product<T, TWide>(ReadOnlySpan<T> x, Span<T> y, Lines lines)
        where T : unmanaged, INumber<T>
        where TWide : unmanaged, INumber<TWide>
    {
        for (var line = 0; line < lines.Count; line++)
        {
            var at = lines.Start(line);
            var product = TWide.One;
            for (var i = 0; i < lines.Length; i++, at += lines.Inner)
            {
                product *= TWide.CreateTruncating(x[at]);
                y[at] = T.CreateTruncating(product);
            }
        }
    }

    /// <summary>
    /// The gradient of the running products: Σ_{j ≥ i} g[j] · Π_{k ≤ j, k ≠ i} x[k]. It is the product of what comes before i and of
    /// s[i] = g[i] + x[i + 1] · s[i + 1], which divides by nothing and so needs no care with zeros.
    /// </summary>
    public static void ProductGradient<T>(ReadOnlySpan<T> g, ReadOnlySpan<T> x, Span<T> result, Lines lines)
        where T : unmanaged, INumber<T>
    {
        for (var line = 0; line < lines.Count; line++)
        {
            var start = lines.Start(line);
            var (tail, next) = (T.Zero, T.Zero);
            for (var at = start + ((lines.Length - 1) * lines.Inner); at >= start; at -= lines.Inner)
            {
                tail = g[at] + (next * tail);
                next = x[at];
                result[at] = tail;
            }

            var before = T.One;
            for (var i = 0; i < lines.Length; i++)
            {
                var at = start + (i * lines.Inner);
                result[at] *= before;
                before *= x[at];
            }
        }
    }
}
