using System.Numerics;
using System.Numerics.Tensors;

namespace Tortue.Tensors.Kernels;

/// <summary>Averages of windows that slide over images, and the way back; each thread takes whole planes.</summary>
/// <param name="planes">Channels of all images.</param>
/// <param name="rows">The windows' rows, without dilation.</param>
/// <param name="columns">The windows' columns, without dilation.</param>
/// <param name="countMargins">Whether pixels of the margins, which are zero, count in the averages.</param>
/// <param name="divisor">What sums are divided by; null for the number of their pixels.</param>
internal sealed class WindowAverages<T>(int planes, WindowAxis rows, WindowAxis columns, bool countMargins, long? divisor)
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly PoolingWindow[] _rows = rows.Inside();
    private readonly PoolingWindow[] _columns = columns.Inside();
    private readonly int[] _heights = Pixels(rows, countMargins);
    private readonly int[] _widths = Pixels(columns, countMargins);

    /// <summary>The averages.</summary>
    /// <param name="x">The images, packed.</param>
    /// <param name="y">The averages, packed.</param>
    public void Forward(Strided<T> x, Strided<T> y)
    {
        new WindowFold<T, SumFold<T>>(planes, rows, columns).Run(x, y);
        for (var line = 0; line < planes * rows.Count; line++)
            Divide(y.Slice(line * columns.Count, columns.Count), line % rows.Count);
    }

    /// <summary>The gradient: each pixel of a window gets an equal share.</summary>
    /// <param name="g">The gradient of the averages, packed.</param>
    /// <param name="gradient">The gradient of the images, packed.</param>
    public void Backward(Strided<T> g, Strided<T> gradient)
    {
        var (pixels, places) = (rows.Size * columns.Size, rows.Count * columns.Count);
        Workers.For(0, planes, ((1 << 13) / Math.Max(1, pixels)) + 1, (from, to) =>
        {
            var (shares, line) = (new T[columns.Count], new T[columns.Size]);
            for (var plane = from; plane < to; plane++)
            {
                var target = gradient.Slice(plane * pixels, pixels);
                target.Clear();
                for (var i = 0; i < rows.Count; i++)
                {
                    g.Slice((plane * places) + (i * columns.Count), columns.Count).CopyTo(shares);
                    Divide(shares, i);
                    Spread(shares, line);
                    for (var row = _rows[i].Start; row < _rows[i].End; row++)
                    {
                        var pixelsOfRow = target.Slice(row * columns.Size, columns.Size);
                        TensorPrimitives.Add(pixelsOfRow, line, pixelsOfRow);
                    }
                }
            }
        });
    }

    // A last window may lie in the margin alone: none of its pixels counts, and its sum is zero.
    private static int[] Pixels(WindowAxis axis, bool countMargins) =>
        countMargins ? axis.Extents() : [.. axis.Inside().Select(window => Math.Max(window.End - window.Start, 1))];

    private void Divide(Span<T> line, int row)
    {
        if (divisor is { } given)
            TensorPrimitives.Divide(line, T.CreateTruncating(given), line);
        else if (_widths.AsSpan().ContainsAnyExcept(_widths[0]))
            DivideEach(line, row);
        else
            TensorPrimitives.Divide(line, T.CreateTruncating(_heights[row] * (long)_widths[0]), line);
    }

    private void DivideEach(Span<T> line, int row)
    {
        for (var i = 0; i < line.Length; i++)
            line[i] /= T.CreateTruncating(_heights[row] * (long)_widths[i]);
    }

    private void Spread(ReadOnlySpan<T> shares, Span<T> line)
    {
        line.Clear();
        for (var i = 0; i < shares.Length; i++)
        {
            for (var column = _columns[i].Start; column < _columns[i].End; column++)
                line[column] += shares[i];
        }
    }
}
