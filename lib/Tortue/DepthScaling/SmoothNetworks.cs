using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.LinearAlgebra.Double;
using MathNet.Numerics.OdeSolvers;
using Tortue.Numerics;

namespace Tortue.DepthScaling;

/// <summary>
/// Networks of several models and activations with the same input and the same weights, which are values of one random function: V_k =
/// 𝒱_{k/L} and W_k = 𝒲_{k/L} at every depth L, and their common limit, the solution of dH_t = 𝒱_t g(H_t, 𝒲_t) dt.
/// </summary>
/// <remarks>An instance serves one thread.</remarks>
internal sealed class SmoothNetworks
{
    private readonly OdeLimitOptions _options;
    private readonly int _network;
    private readonly CancellationToken _cancellation;
    private readonly ResidualField[] _fields;
    private readonly SmoothGaussian _functions;
    private readonly double[] _weights;
    private readonly int _parts;
    private double _time = double.NaN;

    /// <summary>Draws the function and the input.</summary>
    /// <param name="options">The settings.</param>
    /// <param name="network">Which, from 0.</param>
    /// <param name="cancellation">Looked at in every layer.</param>
    public SmoothNetworks(OdeLimitOptions options, int network, CancellationToken cancellation)
    {
        _options = options;
        _network = network;
        _cancellation = cancellation;
        _fields = [.. options.Variants().Select(variant => new ResidualField(variant.Model, variant.Activation, options.Width))];
        _parts = options.Models.Max(model => new ResidualShape { Model = model }.MatricesPerLayer);
        _weights = new double[_parts * options.Width * options.Width];
        _functions = new(
            _weights.Length,
            MathF.Sqrt(1f / options.Width),
            WeightPath.RbfVariance,
            new PhiloxCounter(0, 0, (uint)network, 1),
            options.Seed);
        Start = ResidualField.Start(Weights(1, ensemble: 0));
    }

    /// <summary>h_0.</summary>
    public double[] Start { get; }

    /// <summary>The solutions at the times k / steps, the states of all variants behind one another.</summary>
    /// <param name="steps">Steps of the classical method of Runge and Kutta, of order 4.</param>
    public double[][] Solve(int steps) =>
        [.. RungeKutta.FourthOrder(new DenseVector(Starts()), 0, 1, steps + 1, Slope).Select(state => state.AsArray())];

    /// <summary>The hidden states of the networks, those of all variants behind one another: Euler's method with the weights at the end of
    /// each step.</summary>
    /// <param name="depth">L.</param>
    public double[][] Run(int depth) => Run(depth, layer => At((double)layer / depth));

    /// <summary>The hidden states of networks whose layers are drawn independently, with α_L = 1/L.</summary>
    /// <param name="depth">L.</param>
    /// <param name="ensemble">Where in the random generator they are, from 2 on.</param>
    public double[][] RunIndependent(int depth, int ensemble)
    {
        var weights = Weights(depth, ensemble);
        var drawn = new float[_weights.Length];
        var matrices = new double[_weights.Length];
        return Run(depth, layer =>
        {
            weights.DrawV(layer, drawn.AsSpan(0, drawn.Length / _parts));
            if (_parts > 1)
                weights.DrawW(layer, drawn.AsSpan(drawn.Length / _parts));
            for (var i = 0; i < drawn.Length; i++)
                matrices[i] = drawn[i];
            return matrices;
        });
    }

    /// <summary>The state of one variant.</summary>
    /// <param name="states">The states of all.</param>
    /// <param name="variant">Which, from 0.</param>
    public ReadOnlySpan<double> Of(double[] states, int variant) => states.AsSpan(variant * Start.Length, Start.Length);

    private double[][] Run(int depth, Func<int, double[]> weightsOf)
    {
        var states = new double[depth + 1][];
        states[0] = Starts();
        for (var layer = 1; layer <= depth; layer++)
        {
            states[layer] = [.. states[layer - 1]];
            Add(weightsOf(layer), states[layer - 1], 1.0 / depth, states[layer]);
        }

        return states;
    }

    private DenseVector Slope(double time, Vector<double> states)
    {
        var slope = new double[states.Count];
        Add(At(time), states.AsArray(), 1, slope);
        return new DenseVector(slope);
    }

    private void Add(double[] weights, double[] states, double scale, double[] target)
    {
        _cancellation.ThrowIfCancellationRequested();
        for (var variant = 0; variant < _fields.Length; variant++)
            _fields[variant].Add(weights, Of(states, variant), scale, target.AsSpan(variant * Start.Length, Start.Length));
    }

    // A method of order 4 asks twice for the middle of a step, and for its end as the next one's beginning.
    private double[] At(double time)
    {
        if (time != _time)
            _functions.At(time, _weights);
        _time = time;
        return _weights;
    }

    private double[] Starts() => [.. Enumerable.Repeat(Start, _fields.Length).SelectMany(start => start)];

    private NetworkWeights Weights(int depth, int ensemble) => new(
        new() { Model = _parts > 1 ? ResidualModel.Res3 : ResidualModel.Res1, Width = _options.Width, Depth = depth },
        _options.Seed,
        ensemble,
        _network);
}
