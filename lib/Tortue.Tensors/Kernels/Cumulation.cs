using System.Numerics;

namespace Tortue.Tensors.Kernels;

/// <summary>Running sums and products of the lines along a dimension.</summary>
internal static class Cumulation
{
    /// <summary>y[i] = x[0] + … + x[i], or from the other end; added up in a wider type.</summary>
    public static void Sum<T, TWide>(ReadOnlySpan<T> x, Span<T> y, Lines lines, bool fromEnd)
        where T : unmanaged, INumber<T>
        where TWide : unmanaged, INumber<TWide>
    {
        var step = fromEnd ? -lines.Inner : lines.Inner;
        for (var line = 0; line < lines.Count; line++)
        {
            var at = lines.Start(line) + (fromEnd ? (lines.Length - 1) * lines.Inner : 0);
            var sum = TWide.Zero;
            for (var i = 0; i < lines.Length; i++, at += step)
            {
                sum += TWide.CreateTruncating(x[at]);
                y[at] = T.CreateTruncating(sum);
            }
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
