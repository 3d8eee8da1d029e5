using Tortue.DepthScaling;

namespace Tortue.Tests.DepthScaling;

/// <summary>The model as its definition says it, in double precision, with the gradient by central differences.</summary>
internal sealed class ReferenceNetwork
{
    private readonly ResidualShape _shape;
    private readonly int _width;
    private readonly double[] _input;
    private readonly double[] _a;
    private readonly double[] _b;
    private readonly double[][] _v;
    private readonly double[][] _w;
    private readonly double[][] _bias;
    private readonly double _target;

    public ReferenceNetwork(NetworkWeights weights)
    {
        _shape = weights.Shape;
        _width = _shape.Width;
        _input = Draw(_shape.InputSize, weights.DrawInput);
        _a = Draw(_width * _shape.InputSize, weights.DrawA);
        _b = Draw(_width, weights.DrawB);
        _v = [.. Layers(layer => Draw(_width * _width, span => weights.DrawV(layer, span)))];
        _w = [.. Layers(layer => Draw(_width * _width, span => weights.DrawW(layer, span)))];
        _bias = [.. Layers(layer => Draw(_width, span => weights.DrawBias(layer, span)))];
        _target = weights.DrawTarget();
    }

    public double[] Start => Product(_a, _input);

    public double[][] States(double[] start, int from = 0)
    {
        var states = new List<double[]> { start };
        for (var layer = from; layer < _shape.Depth; layer++)
        {
            var h = states[^1];
            var inner = _shape.Model switch
            {
                ResidualModel.Res1 => h,
                ResidualModel.Res2 => [.. h.Zip(_bias[layer], (x, b) => x + b)],
                _ => Product(_w[layer], h),
            };
            var image = Product(_v[layer], [.. inner.Select(Sigma)]);
            states.Add([.. h.Zip(image, (x, y) => x + _shape.Alpha * y)]);
        }

        return [.. states];
    }

    /// <summary>∂ℒ/∂h_k by central differences.</summary>
    public double[] Gradient(double[] state, int k, double step = 1e-5)
    {
        double Loss(int i, double change)
        {
            var moved = state.ToArray();
            moved[i] += change;
            var output = States(moved, k)[^1].Zip(_b, (x, b) => x * b).Sum();
            return (output - _target) * (output - _target);
        }

        return [.. Enumerable.Range(0, _width).Select(i => (Loss(i, step) - Loss(i, -step)) / (2 * step))];
    }

    public static double Norm(IEnumerable<double> vector) => Math.Sqrt(vector.Sum(x => x * x));

    private double Sigma(double x) =>
        _shape.Activation.NegativeSlope is { } slope ? x > 0 ? x : slope * x : Math.Tanh(x);

    private double[] Product(double[] matrix, double[] vector) =>
        [.. Enumerable.Range(0, _width).Select(i => Enumerable.Range(0, vector.Length).Sum(j => matrix[j * _width + i] * vector[j]))];

    private IEnumerable<double[]> Layers(Func<int, double[]> draw) => Enumerable.Range(1, _shape.Depth).Select(draw);

    private delegate void Filling(Span<float> destination);

    private static double[] Draw(int count, Filling fill)
    {
        var numbers = new float[count];
        fill(numbers);
        return [.. numbers.Select(number => (double)number)];
    }
}
