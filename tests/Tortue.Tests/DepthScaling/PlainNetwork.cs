using Tortue.DepthScaling;

namespace Tortue.Tests.DepthScaling;

/// <summary>A residual network with ReLU as its definition says it, loop by loop in double precision, forward and backward.</summary>
internal sealed class PlainNetwork
{
    private readonly int _width;
    private readonly double[][,] _v;
    private readonly double[][,]? _w;
    private readonly double[] _start;
    private readonly double[] _output;

    /// <summary>Draws one.</summary>
    /// <param name="numbers">The address of its weights.</param>
    /// <param name="input">The address of its input.</param>
    public PlainNetwork(NetworkWeights numbers, NetworkWeights input)
    {
        var shape = numbers.Shape;
        _width = shape.Width;
        _v = [.. Enumerable.Range(1, shape.Depth).Select(k => Matrix(_width, span => numbers.DrawV(k, span)))];
        _w = shape.Model == ResidualModel.Res3
            ? [.. Enumerable.Range(1, shape.Depth).Select(k => Matrix(_width, span => numbers.DrawW(k, span)))]
            : null;
        var x = Draw(shape.InputSize, input.DrawInput);
        _start = Times(Matrix(shape.InputSize, numbers.DrawA), x);
        _output = Draw(_width, numbers.DrawB);
    }

    private PlainNetwork(PlainNetwork fine, double[][,] v, double[][,]? w) =>
        (_width, _v, _w, _start, _output) = (fine._width, v, w, fine._start, fine._output);

    private delegate void Filling(Span<float> destination);

    public PlainNetwork Coarser(int layers, double hurst)
    {
        return new(this, Sums(_v), _w is null ? null : Sums(_w));

        double[][,] Sums(double[][,] fine) => [.. Enumerable.Range(0, fine.Length / layers).Select(layer =>
        {
            var sum = new double[_width, _width];
            for (var k = layer * layers; k < (layer + 1) * layers; k++)
            {
                for (var i = 0; i < _width; i++)
                {
                    for (var j = 0; j < _width; j++)
                        sum[i, j] += fine[k][i, j] / Math.Pow(layers, hurst);
                }
            }

            return sum;
        })];
    }

    /// <summary>‖h_L − h_0‖ / ‖h_0‖, and the same for the gradient from its end.</summary>
    public (double Hidden, double Gradients) Changes(double alpha)
    {
        var h = _start.ToArray();
        var inner = new List<double[]>();
        for (var k = 0; k < _v.Length; k++)
        {
            inner.Add(_w is null ? h.ToArray() : Times(_w[k], h));
            var image = Times(_v[k], [.. inner[k].Select(value => Math.Max(0, value))]);
            for (var i = 0; i < _width; i++)
                h[i] += alpha * image[i];
        }

        var p = _output.ToArray();
        for (var k = _v.Length - 1; k >= 0; k--)
        {
            var back = TimesTransposed(_v[k], p);
            for (var i = 0; i < _width; i++)
                back[i] = inner[k][i] > 0 ? back[i] : 0;
            back = _w is null ? back : TimesTransposed(_w[k], back);
            for (var i = 0; i < _width; i++)
                p[i] += alpha * back[i];
        }

        return (Change(h, _start), Change(p, _output));
    }

    private static double Change(double[] end, double[] start) =>
        Math.Sqrt(end.Zip(start, (a, b) => (a - b) * (a - b)).Sum() / start.Sum(value => value * value));

    private double[] Times(double[,] matrix, double[] vector) =>
        [.. Enumerable.Range(0, _width).Select(i => vector.Select((value, j) => matrix[i, j] * value).Sum())];

    private double[] TimesTransposed(double[,] matrix, double[] vector) =>
        [.. Enumerable.Range(0, _width).Select(j => vector.Select((value, i) => matrix[i, j] * value).Sum())];

    private double[,] Matrix(int columns, Filling fill)
    {
        var numbers = Draw(_width * columns, fill);
        var matrix = new double[_width, columns];
        for (var i = 0; i < _width; i++)
        {
            for (var j = 0; j < columns; j++)
                matrix[i, j] = numbers[j * _width + i];
        }

        return matrix;
    }

    private static double[] Draw(int count, Filling fill)
    {
        var numbers = new float[count];
        fill(numbers);
        return [.. numbers.Select(number => (double)number)];
    }
}
