using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Tortue.DepthScaling;

/// <summary>
/// The residual network of this chapter as a module for tensors: h_0 = A x, h_{k+1} = h_k + α_L V_{k+1} g(h_k), output B h_L. The
/// readable model; <see cref="NetworkSimulator"/> computes the same numbers many times faster, and is checked against this one's
/// automatic differentiation.
/// </summary>
public sealed class ScaledResNet : nn.Module<Tensor, Tensor>
{
    private readonly ResidualShape _shape;
    private readonly Parameter _a;
    private readonly Parameter _b;
    private readonly Parameter[] _v;
    private readonly Parameter[] _w;
    private readonly Parameter[] _bias;

    /// <summary>Makes a network with freshly drawn weights.</summary>
    /// <param name="weights">Which network; the same value gives the same weights as in the simulation.</param>
    /// <param name="outputs">The length of the output, at least 1: the rows of B. Default: 1, as in the simulation.</param>
    /// <exception cref="ArgumentException">The shape has a property out of its range.</exception>
    /// <exception cref="ArgumentOutOfRangeException">There is no output.</exception>
    public ScaledResNet(NetworkWeights weights, int outputs = 1)
        : base(nameof(ScaledResNet))
    {
        weights.Shape.Validate();
        ArgumentOutOfRangeException.ThrowIfLessThan(outputs, 1);
        _shape = weights.Shape;
        var d = _shape.Width;
        _a = Drawn("A", d, _shape.InputSize, weights.DrawA);
        var (drawV, drawW) = Matrices(weights);
        _v = PerLayer(true, layer => Drawn($"V{layer}", d, d, numbers => drawV(layer, numbers)));
        _w = PerLayer(_shape.Model == ResidualModel.Res3, layer => Drawn($"W{layer}", d, d, numbers => drawW(layer, numbers)));
        _bias = PerLayer(
            _shape.Model == ResidualModel.Res2, layer => Drawn($"b{layer}", 1, d, numbers => weights.DrawBias(layer, numbers)));
        _b = Drawn("B", outputs, d, weights.DrawB);
    }

    /// <summary>The matrices V_1 … V_L, d × d each, as they are now.</summary>
    public IReadOnlyList<Tensor> V => _v;

    private delegate void Draw(Span<float> destination);

    private delegate void DrawLayer(int layer, Span<float> destination);

    /// <summary>The output B h_L of a batch.</summary>
    /// <param name="input">n × input size.</param>
    /// <returns>n × outputs.</returns>
    public override Tensor forward(Tensor input) => Output(HiddenStates(input));

    /// <summary>The hidden states h_0 … h_L of a batch.</summary>
    /// <param name="input">n × input size.</param>
    /// <returns>L + 1 tensors, n × d each.</returns>
    public IReadOnlyList<Tensor> HiddenStates(Tensor input)
    {
        var states = new List<Tensor> { input.matmul(_a.t()) };
        for (var k = 0; k < _shape.Depth; k++)
        {
            var h = states[^1];
            states.Add(h + _shape.Alpha * Branch(h, k).matmul(_v[k].t()));
        }

        return states;
    }

    /// <summary>The output B h_L, from hidden states that <see cref="HiddenStates"/> gave.</summary>
    /// <param name="states">h_0 … h_L.</param>
    /// <returns>n × outputs.</returns>
    public Tensor Output(IReadOnlyList<Tensor> states) => states[^1].matmul(_b.t());

    // g(h_k) with the weights of layer k + 1.
    private Tensor Branch(Tensor h, int k) => _shape.Activation.Forward(_shape.Model switch
    {
        ResidualModel.Res1 => h,
        ResidualModel.Res2 => h + _bias[k],
        _ => h.matmul(_w[k].t()),
    });

    // Layers that depend on each other are drawn once and not once for each.
    private (DrawLayer V, DrawLayer W) Matrices(NetworkWeights weights)
    {
        if (_shape.Path.Law(_shape.Depth) is not { } law)
            return (weights.DrawV, weights.DrawW);

        var size = _shape.Width * _shape.Width;
        return (Of(0), Of(1));

        DrawLayer Of(int part)
        {
            var layers = new float[part < _shape.MatricesPerLayer ? _shape.Depth * size : 0];
            if (layers.Length > 0)
                weights.DrawLayers(law, part, layers, size);
            return (layer, destination) => layers.AsSpan((layer - 1) * size, size).CopyTo(destination);
        }
    }

    private Parameter[] PerLayer(bool exists, Func<int, Parameter> draw) =>
        exists ? [.. Enumerable.Range(1, _shape.Depth).Select(draw)] : [];

    // Weights are drawn column after column, tensors lie row after row.
    private Parameter Drawn(string name, int rows, int columns, Draw draw)
    {
        var numbers = new float[rows * columns];
        draw(numbers);
        var parameter = nn.Parameter(tensor(numbers, [columns, rows]).t().contiguous());
        register_parameter(name, parameter);
        return parameter;
    }
}
