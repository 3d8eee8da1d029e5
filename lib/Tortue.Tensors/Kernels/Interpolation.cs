using System.Numerics;
using System.Numerics.Tensors;

namespace Tortue.Tensors.Kernels;

/// <summary>Images of another size, between the four pixels around, and the way back; each thread takes whole planes.</summary>
/// <param name="planes">Channels of all images.</param>
/// <param name="width">Columns of the original.</param>
/// <param name="height">Rows of the original.</param>
/// <param name="rows">Where the result's rows lie.</param>
/// <param name="columns">Where the result's columns lie.</param>
internal sealed class Interpolation<T>(int planes, int height, int width, InterpolationAxis<T> rows, InterpolationAxis<T> columns)
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly int _pixels = height * width;
    private readonly int _places = rows.Count * columns.Count;

    /// <summary>The result.</summary>
    /// <param name="x">The images, packed.</param>
    /// <param name="y">The result, packed.</param>
    public void Forward(Strided<T> x, Strided<T> y) => ForPlanes((plane, line) =>
    {
        var source = x.Slice(plane * _pixels, _pixels);
        for (var i = 0; i < rows.Count; i++)
        {
            var (low, high, weight) = (rows.Low[i] * width, rows.High[i] * width, rows.Weight[i]);
            TensorPrimitives.Multiply(source.Slice(low, width), T.One - weight, line);
            TensorPrimitives.MultiplyAdd(source.Slice(high, width), weight, line, line);
            var target = y.Slice((plane * _places) + (i * columns.Count), columns.Count);
            for (var j = 0; j < target.Length; j++)
                target[j] = ((T.One - columns.Weight[j]) * line[columns.Low[j]]) + (columns.Weight[j] * line[columns.High[j]]);
        }
    });

    /// <summary>The gradient: each place's goes to the pixels that it was made of, in the same parts.</summary>
    /// <param name="g">The gradient of the result, packed.</param>
    /// <param name="gradient">The gradient of the images, packed.</param>
    public void Backward(Strided<T> g, Strided<T> gradient) => ForPlanes((plane, line) =>
    {
        var target = gradient.Slice(plane * _pixels, _pixels);
        target.Clear();
        for (var i = 0; i < rows.Count; i++)
        {
            var source = g.Slice((plane * _places) + (i * columns.Count), columns.Count);
            line.AsSpan().Clear();
            for (var j = 0; j < source.Length; j++)
            {
                line[columns.Low[j]] += (T.One - columns.Weight[j]) * source[j];
                line[columns.High[j]] += columns.Weight[j] * source[j];
            }

            var low = target.Slice(rows.Low[i] * width, width);
            TensorPrimitives.MultiplyAdd(line, T.One - rows.Weight[i], low, low);
            var high = target.Slice(rows.High[i] * width, width);
            TensorPrimitives.MultiplyAdd(line, rows.Weight[i], high, high);
        }
    });

    private void ForPlanes(Action<int, T[]> body) =>
        Workers.For(0, planes, ((1 << 13) / Math.Max(1, Math.Max(_pixels, _places))) + 1, (from, to) =>
        {
            var line = new T[width];
            for (var plane = from; plane < to; plane++)
                body(plane, line);
        });
}
