using System.Numerics;
using Tortue.Models;
using Tortue.Numerics;

namespace Tortue.DepthScaling;

/// <summary>
/// Networks res-1 of all depths N, N/2, N/4, … with α_L = 1/√L and normal weights that belong to one and the same d × d Brownian motion B:
/// √(1/L) V_k = (B_{k/L} − B_{(k−1)/L}) / √d. The increments are drawn for the N layers of the finest network and added up for the
/// others, so that each is Euler's method for dH_t = (1/√d) dB_t σ(H_t) on the same path. All networks run at once; no weights are kept.
/// </summary>
internal sealed class BrownianNetworks
{
    private const int LayersPerCheck = 64;

    private readonly ResidualField[] _fields;
    private readonly int _finest;
    private readonly int _network;
    private readonly ulong _seed;
    private readonly int _width;
    private readonly double[][] _increments;
    private readonly double[][][] _states;

    /// <summary>Draws the input and makes the work space.</summary>
    /// <param name="activations">The activations; each has networks of its own on the same path.</param>
    /// <param name="width">The width d.</param>
    /// <param name="finest">The layers N of the finest network, a power of two.</param>
    /// <param name="coarsest">The layers of the coarsest, a power of two, at most N.</param>
    /// <param name="network">Which path, from 0.</param>
    /// <param name="seed">The seed of the experiment.</param>
    public BrownianNetworks(IReadOnlyList<Activation> activations, int width, int finest, int coarsest, int network, ulong seed)
    {
        (_finest, _network, _seed, _width) = (finest, network, seed, width);
        _fields = [.. activations.Select(activation => new ResidualField(ResidualModel.Res1, activation, width))];
        Start = ResidualField.Start(new(new() { Model = ResidualModel.Res1, Width = width }, seed, 0, network));
        Levels = BitOperations.Log2((uint)(finest / coarsest)) + 1;
        _increments = [.. Enumerable.Range(0, Levels).Select(_ => new double[width * width])];
        _states = [.. Enumerable.Range(0, Levels).Select(_ => activations.Select(_ => Start.ToArray()).ToArray())];
    }

    /// <summary>h_0.</summary>
    public double[] Start { get; }

    /// <summary>How many depths there are: level i has N / 2^i layers.</summary>
    public int Levels { get; }

    /// <summary>The hidden state of a level's network, at the layer that has been told last.</summary>
    /// <param name="level">From 0 for the finest.</param>
    /// <param name="activation">Which activation, from 0.</param>
    public ReadOnlySpan<double> State(int level, int activation) => _states[level][activation];

    /// <summary>Runs all networks.</summary>
    /// <param name="onLayer">Told of every layer of every level, when all finer networks have reached the same time.</param>
    /// <param name="cancellation">Looked at every few layers.</param>
    public void Run(Action<int> onLayer, CancellationToken cancellation)
    {
        var drawn = new float[_width * _width];
        for (var step = 0; step < _finest; step++)
        {
            if (step % LayersPerCheck == 0)
                cancellation.ThrowIfCancellationRequested();
            DrawIncrement(step, drawn);
            for (var i = 0; i < drawn.Length; i++)
                _increments[0][i] = drawn[i];
            for (var level = 0; level < Levels; level++)
            {
                if (level > 0 && !AddUp(step, level))
                    break;
                for (var activation = 0; activation < _fields.Length; activation++)
                    _fields[activation].Add(_increments[level], _states[level][activation], 1, _states[level][activation]);
                onLayer(level);
            }
        }
    }

    /// <summary>One increment of B / √d, at steps of 1/N.</summary>
    /// <param name="step">From 0 to N − 1.</param>
    /// <param name="destination">d² numbers, column after column.</param>
    public void DrawIncrement(int step, Span<float> destination)
    {
        var address = new PhiloxCounter(0, (uint)step, (uint)_network, 1);
        Philox4x32.FillNormal(destination, MathF.Sqrt(1f / ((long)_finest * _width)), address, _seed);
    }

    // Every second increment of the finer level completes one of this level.
    private bool AddUp(int step, int level)
    {
        var (finer, sum) = (_increments[level - 1], _increments[level]);
        var isFirst = (step >> (level - 1)) % 2 == 0;
        if (isFirst)
            finer.CopyTo(sum, 0);
        else
            DoubleVectors.AddScaled(finer, 1, sum);
        return !isFirst;
    }
}
