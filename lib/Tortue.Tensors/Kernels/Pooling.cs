using System.Numerics;

namespace Tortue.Tensors.Kernels;

/// <summary>Averages of windows of images, and the way back; each thread takes whole planes.</summary>
/// <param name="planes">Channels of all images.</param>
/// <param name="image">Rows and columns of a plane.</param>
/// <param name="rows">The windows' rows.</param>
/// <param name="columns">The windows' columns.</param>
internal sealed class Pooling<T>(int planes, (int Y, int X) image, PoolingWindow[] rows, PoolingWindow[] columns)
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly int _pixels = image.Y * image.X;
    private readonly int _places = rows.Length * columns.Length;

    /// <summary>Means of windows.</summary>
    /// <param name="x">The images.</param>
    /// <param name="y">The means.</param>
    public void Average(Strided<T> x, Strided<T> y) => ForPlaces(x, y, (source, target, row, column, i) =>
    {
        T sum = T.Zero;
        for (int r = row.Start; r < row.End; r++)
        {
            for (int c = column.Start; c < column.End; c++)
                sum += source[(r * image.X) + c];
        }

        target[i] = sum / Count(row, column);
    });

    /// <summary>The gradient of <see cref="Average"/>.</summary>
    public void AverageBackward(Strided<T> g, Strided<T> gradient)
    {
        gradient.Span.Clear();
        ForPlaces(gradient, g, (target, source, row, column, i) =>
        {
            T share = source[i] / Count(row, column);
            for (int r = row.Start; r < row.End; r++)
            {
                for (int c = column.Start; c < column.End; c++)
                    target[(r * image.X) + c] += share;
            }
        });
    }

    private delegate void Place(Span<T> pixels, Span<T> places, PoolingWindow row, PoolingWindow column, int place);

    private static T Count(PoolingWindow row, PoolingWindow column) =>
        T.CreateTruncating((row.End - row.Start) * (long)(column.End - column.Start));

    private void ForPlaces(Strided<T> images, Strided<T> results, Place body) =>
        Workers.For(0, planes, ((1 << 13) / Math.Max(1, _pixels)) + 1, (from, to) =>
        {
            for (int plane = from; plane < to; plane++)
            {
                var pixels = images.Slice(plane * _pixels, _pixels);
                var places = results.Slice(plane * _places, _places);
                for (int i = 0; i < _places; i++)
                    body(pixels, places, rows[i / columns.Length], columns[i % columns.Length], i);
            }
        });
}
