using System.Runtime.Intrinsics;
using Tortue.Numerics;

namespace Tortue.DepthScaling;

/// <summary>
/// Runs random residual networks forward and backward, one at a time. The weights of a layer are drawn when the layer needs them. On the
/// way back the last layers' weights are still at hand and the others are drawn again, so that memory stays bounded at any depth. Layers
/// that depend on each other (<see cref="ResidualShape.Path"/>) are drawn and kept all at once.
/// </summary>
/// <remarks>
/// An instance owns its work space and serves one thread. Numbers are float32; vectors that grow beyond 2⁴⁰ are scaled by powers of two,
/// which rounds nothing, so that exploding networks keep their exact ratios far beyond float's range.
/// </remarks>
public sealed class NetworkSimulator
{
    /// <summary>Layers between two looks at the cancellation token and at the size of the numbers.</summary>
    internal const int LayersPerCheck = 16;

    /// <summary>What computes the experiments of this folder, for their records.</summary>
    internal static readonly string Engine = Text.Format(
        DepthScalingText.Engine, Vector512.IsHardwareAccelerated ? 512 : Vector256.IsHardwareAccelerated ? 256 : 128);

    // 16 MB: as long as weights stay in the processor's cache, reading them again is faster than drawing them again, and beyond it no
    // slower to draw: on the grid of figures 1 and 3, all kept takes 0.7 of the time of all drawn twice.
    private const int LargestKept = 1 << 22;

    private readonly ResidualShape _shape;
    private readonly int _width;
    private readonly int _padded;
    private readonly float _alpha;
    private readonly float[] _matrix;
    private readonly StationaryGaussian? _path;
    private readonly float[] _kept;
    private readonly int _firstKeptLayer;
    private readonly float[] _input;
    private readonly float[] _start;
    private readonly float[] _state;
    private readonly float[] _inner;
    private readonly float[] _image;
    private readonly float[] _derivatives;
    private int _stateExponent;
    private int _gradientExponent;

    /// <summary>Makes the work space for networks of one shape: 4 d (L + d) bytes, and up to 16 MB of independent weights or all that
    /// depend on each other.</summary>
    /// <param name="shape">What the networks are made of.</param>
    /// <exception cref="ArgumentException">The shape has a property out of its range.</exception>
    public NetworkSimulator(ResidualShape shape) : this(shape, LargestKept)
    {
    }

    /// <summary>As the other constructor, with a bound on the weights that are kept for the way back.</summary>
    internal NetworkSimulator(ResidualShape shape, int largestKept)
    {
        shape.Validate();
        _shape = shape;
        _width = shape.Width;
        _padded = ColumnMatrix.Padded(shape.Width);
        _alpha = (float)shape.Alpha;
        _matrix = new float[_width * Math.Max(_width, shape.InputSize) + ColumnMatrix.Overread];
        var weightsPerLayer = shape.MatricesPerLayer * _width * _width;
        _path = shape.Path.Law(shape.Depth);
        var keptLayers = _path is null ? Math.Min(shape.Depth, largestKept / weightsPerLayer) : shape.Depth;
        _kept = new float[keptLayers * weightsPerLayer + ColumnMatrix.Overread];
        _firstKeptLayer = shape.Depth - keptLayers + 1;
        _input = new float[shape.InputSize];
        _start = new float[_padded];
        _state = new float[_padded];
        _inner = new float[_padded];
        _image = new float[_padded];
        _derivatives = new float[(long)_padded * shape.Depth];
    }

    /// <summary>Layers computed so far, forward and backward, over all networks.</summary>
    internal long LayersComputed { get; private set; }

    /// <summary>Runs one network forward and backward.</summary>
    /// <param name="ensemble">Which ensemble of the experiment, from 0.</param>
    /// <param name="network">Which network of the ensemble, from 0.</param>
    /// <param name="seed">The seed of the experiment.</param>
    /// <param name="cancellation">Looked at every few layers.</param>
    /// <returns>The four ratios of the paper's figures.</returns>
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    public NetworkSample Run(int ensemble, int network, ulong seed, CancellationToken cancellation = default) =>
        Run(ensemble, network, seed, [], [], cancellation);

    /// <summary>Runs one network forward and backward, and keeps the norms along the way.</summary>
    /// <param name="ensemble">Which ensemble of the experiment, from 0.</param>
    /// <param name="network">Which network of the ensemble, from 0.</param>
    /// <param name="seed">The seed of the experiment.</param>
    /// <param name="stateNorms">Receives ‖h_0‖ … ‖h_L‖, or is empty.</param>
    /// <param name="gradientNorms">Receives ‖p_0‖ … ‖p_L‖, or is empty.</param>
    /// <param name="cancellation">Looked at every few layers.</param>
    /// <returns>The four ratios of the paper's figures.</returns>
    /// <exception cref="ArgumentException">A span for norms is neither empty nor of length L + 1.</exception>
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    public NetworkSample Run(
        int ensemble,
        int network,
        ulong seed,
        Span<double> stateNorms,
        Span<double> gradientNorms,
        CancellationToken cancellation = default)
    {
        RequireLength(stateNorms.Length);
        RequireLength(gradientNorms.Length);
        var weights = DrawPaths(ensemble, network, seed);
        Forward(weights, stateNorms, cancellation);
        var hiddenChange = HiddenChange();
        var hiddenRatio = ScaledVector.Norm(_state, _stateExponent) / ScaledVector.Norm(_start);

        // p_L = ∂ℒ/∂h_L = 2 (B h_L − t) Bᵀ. The backward pass is linear, so it starts from Bᵀ and the factor is applied to the norms.
        weights.DrawB(_start.AsSpan(0, _width));
        var output = Math.ScaleB(ScaledVector.Dot(_start, _state), _stateExponent);
        var factor = Math.Abs(2 * (output - weights.DrawTarget()));
        _start.CopyTo(_state, 0);
        Backward(weights, factor, gradientNorms, cancellation);
        var endNorm = ScaledVector.Norm(_start);
        return new(
            hiddenChange,
            hiddenRatio,
            ScaledVector.Distance(_state, _gradientExponent, _start) / endNorm,
            ScaledVector.Norm(_state, _gradientExponent) / endNorm);
    }

    /// <summary>Runs one network forward only: the same bits as <see cref="NetworkSample.HiddenChange"/>, in less than half the
    /// time.</summary>
    /// <param name="ensemble">Which ensemble of the experiment, from 0.</param>
    /// <param name="network">Which network of the ensemble, from 0.</param>
    /// <param name="seed">The seed of the experiment.</param>
    /// <param name="cancellation">Looked at every few layers.</param>
    /// <returns>‖h_L − h_0‖ / ‖h_0‖.</returns>
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    internal double HiddenChange(int ensemble, int network, ulong seed, CancellationToken cancellation)
    {
        Forward(DrawPaths(ensemble, network, seed), [], cancellation);
        return HiddenChange();
    }

    private double HiddenChange() => ScaledVector.Distance(_state, _stateExponent, _start) / ScaledVector.Norm(_start);

    private NetworkWeights DrawPaths(int ensemble, int network, ulong seed)
    {
        var weights = new NetworkWeights(_shape, seed, ensemble, network);
        for (var part = 0; _path is not null && part < _shape.MatricesPerLayer; part++)
            weights.DrawLayers(_path, part, _kept.AsSpan(part * _width * _width), _shape.MatricesPerLayer * _width * _width);
        return weights;
    }

    // h_0 = A x, then h_{k+1} = h_k + α V σ(·); leaves h_0 in _start, h_L in _state, and every σ′ in _derivatives.
    private void Forward(NetworkWeights weights, Span<double> norms, CancellationToken cancellation)
    {
        weights.DrawInput(_input);
        weights.DrawA(_matrix.AsSpan(0, _width * _shape.InputSize));
        ColumnMatrix.Multiply(_matrix, _input, _start, _width, _shape.InputSize);
        _start.CopyTo(_state, 0);
        _stateExponent = 0;
        Record(norms, 0, 1, _stateExponent);
        for (var layer = 1; layer <= _shape.Depth; layer++)
        {
            if (layer % LayersPerCheck == 1)
            {
                cancellation.ThrowIfCancellationRequested();
                if (_shape.Activation.IsHomogeneous)
                    ScaledVector.Rescale(_state, ref _stateExponent);
            }

            var derivative = _derivatives.AsSpan((layer - 1) * _padded, _padded);
            _shape.Activation.Apply(Argument(weights, layer), _inner, derivative);
            ColumnMatrix.Multiply(Draw(weights, layer, 0), _inner, _image, _width, _width);
            ColumnMatrix.AddScaled(_image, _alpha, _state);
            Record(norms, layer, 1, _stateExponent);
            LayersComputed++;
        }
    }

    // p_k = p_{k+1} + α (∂(Vσ)/∂h)ᵀ p_{k+1}; starts from p_L and leaves p_0 in _state.
    private void Backward(NetworkWeights weights, double factor, Span<double> norms, CancellationToken cancellation)
    {
        _gradientExponent = 0;
        Record(norms, _shape.Depth, factor, _gradientExponent);
        for (var layer = _shape.Depth; layer >= 1; layer--)
        {
            if (layer % LayersPerCheck == 0)
            {
                cancellation.ThrowIfCancellationRequested();
                ScaledVector.Rescale(_state, ref _gradientExponent);
            }

            ColumnMatrix.MultiplyTransposed(DrawAgain(weights, layer, 0), _state, _inner, _width, _width);
            ColumnMatrix.MultiplyEntries(_inner, _derivatives.AsSpan((layer - 1) * _padded, _padded));
            var pulledBack = _inner;
            if (_shape.Model == ResidualModel.Res3)
            {
                ColumnMatrix.MultiplyTransposed(DrawAgain(weights, layer, 1), _inner, _image, _width, _width);
                pulledBack = _image;
            }

            ColumnMatrix.AddScaled(pulledBack, _alpha, _state);
            Record(norms, layer - 1, factor, _gradientExponent);
            LayersComputed++;
        }
    }

    // What σ is applied to: h, h + b or W h.
    private float[] Argument(NetworkWeights weights, int layer)
    {
        switch (_shape.Model)
        {
            case ResidualModel.Res1:
                return _state;
            case ResidualModel.Res2:
                weights.DrawBias(layer, _inner.AsSpan(0, _width));
                var unscale = MathF.ScaleB(1, -_stateExponent);
                for (var i = 0; i < _width; i++)
                    _inner[i] = _state[i] + _inner[i] * unscale;
                return _inner;
            default:
                ColumnMatrix.Multiply(Draw(weights, layer, 1), _state, _inner, _width, _width);
                return _inner;
        }
    }

    // V for part 0, W for part 1, and the few numbers that may be read behind it.
    private Span<float> Draw(NetworkWeights weights, int layer, int part)
    {
        var place = Place(layer, part);
        if (_path is not null)
            return place;
        var matrix = place[..(_width * _width)];
        if (part == 0)
            weights.DrawV(layer, matrix);
        else
            weights.DrawW(layer, matrix);
        return place;
    }

    private Span<float> DrawAgain(NetworkWeights weights, int layer, int part) =>
        layer >= _firstKeptLayer ? Place(layer, part) : Draw(weights, layer, part);

    private Span<float> Place(int layer, int part) => layer < _firstKeptLayer
        ? _matrix
        : _kept.AsSpan(((layer - _firstKeptLayer) * _shape.MatricesPerLayer + part) * _width * _width);

    private void Record(Span<double> norms, int index, double factor, int exponent)
    {
        if (!norms.IsEmpty)
            norms[index] = factor * ScaledVector.Norm(_state, exponent);
    }

    private void RequireLength(int length)
    {
        if (length != 0 && length != _shape.Depth + 1)
            throw new ArgumentException(Text.Format(DepthScalingText.BadNormsLength, length, _shape.Depth + 1));
    }
}
