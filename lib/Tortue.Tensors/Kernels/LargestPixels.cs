using System.Numerics;

namespace Tortue.Tensors.Kernels;

/// <summary>Where the largest pixels of windows are, and the way back to them; each thread takes whole planes.</summary>
/// <param name="planes">Channels of all images.</param>
/// <param name="image">Rows and columns of a plane.</param>
/// <param name="rows">The windows' rows.</param>
/// <param name="columns">The windows' columns.</param>
/// <param name="dilation">Rows, and columns, from one pixel of a window to its next.</param>
internal sealed class LargestPixels<T>(
    int planes, (int Y, int X) image, PoolingWindow[] rows, PoolingWindow[] columns, (int Y, int X) dilation)
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly int _pixels = image.Y * image.X;
    private readonly int _places = rows.Length * columns.Length;

    /// <summary>The largest pixel of each window, and its number in the plane: the first of equal ones; not-a-number wins.</summary>
    /// <param name="x">The images, packed.</param>
    /// <param name="y">The largest pixels, packed.</param>
    /// <param name="indices">Their numbers, packed.</param>
    public void Find(Strided<T> x, Strided<T> y, Strided<long> indices) => ForPlanes(plane =>
    {
        var source = x.Slice(plane * _pixels, _pixels);
        var largest = y.Slice(plane * _places, _places);
        var numbers = indices.Slice(plane * _places, _places);
        for (var i = 0; i < _places; i++)
        {
            var best = Best(source, rows[i / columns.Length], columns[i % columns.Length]);
            (numbers[i], largest[i]) = (best, source[best]);
        }
    });

    /// <summary>The gradient: what each window gets goes to its largest pixel.</summary>
    /// <param name="g">The gradient of the largest pixels, packed.</param>
    /// <param name="x">The images, packed.</param>
    /// <param name="gradient">The gradient of the images, packed.</param>
    public void Backward(Strided<T> g, Strided<T> x, Strided<T> gradient) => ForPlanes(plane =>
    {
        var source = x.Slice(plane * _pixels, _pixels);
        var shares = g.Slice(plane * _places, _places);
        var target = gradient.Slice(plane * _pixels, _pixels);
        target.Clear();
        var i = 0;
        foreach (var row in rows)
        {
            foreach (var column in columns)
                target[Best(source, row, column)] += shares[i++];
        }
    });

    private int Best(ReadOnlySpan<T> plane, PoolingWindow row, PoolingWindow column)
    {
        var (best, largest) = ((row.Start * image.X) + column.Start, T.NegativeInfinity);
        for (var r = row.Start; r < row.End; r += dilation.Y)
        {
            for (var c = column.Start; c < column.End; c += dilation.X)
            {
                var value = plane[(r * image.X) + c];
                if (value > largest || T.IsNaN(value))
                    (best, largest) = ((r * image.X) + c, value);
            }
        }

        return best;
    }

    private void ForPlanes(Action<int> body) => Workers.For(0, planes, ((1 << 13) / Math.Max(1, _pixels)) + 1, (from, to) =>
    {
        for (var plane = from; plane < to; plane++)
            body(plane);
    });
}
