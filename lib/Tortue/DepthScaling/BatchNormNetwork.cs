using static TorchSharp.torch;

namespace Tortue.DepthScaling;

/// <summary>
/// A random network of this chapter on tensors in double precision, with batch normalization where a <see cref="BatchNormVariant"/> wants
/// it. Several batches may lie side by side: a state is N × (B · d), and normalizing its columns is normalizing each of the B batches by
/// itself.
/// </summary>
internal sealed class BatchNormNetwork
{
    private readonly ResidualShape _shape;
    private readonly Tensor _a;
    private readonly Tensor _b;
    private readonly Tensor[] _v;
    private readonly Tensor[] _w;
    private readonly Tensor[] _bias;

    /// <summary>Draws the weights, those that the chapter's other networks have at this address.</summary>
    public BatchNormNetwork(NetworkWeights weights)
    {
        _shape = weights.Shape;
        var d = _shape.Width;
        _a = Drawn(_shape.InputSize, d, weights.DrawA);
        _b = Drawn(d, 1, weights.DrawB);
        _v = PerLayer(true, layer => Drawn(d, d, numbers => weights.DrawV(layer, numbers)));
        _w = PerLayer(_shape.Model == ResidualModel.Res3, layer => Drawn(d, d, numbers => weights.DrawW(layer, numbers)));
        _bias = PerLayer(_shape.Model == ResidualModel.Res2, layer => Drawn(1, d, numbers => weights.DrawBias(layer, numbers)));
    }

    private delegate void Draw(Span<float> destination);

    /// <summary>Normalizes the columns of a state; the number says in which layer.</summary>
    public delegate Tensor Normalization(int layer, Tensor state);

    /// <summary>Batch normalization by the batch's own mean and variance, as in training; γ = 1 and β = 0, as at initialisation.</summary>
    public static Tensor ByBatch(int layer, Tensor state) => nn.functional.batch_norm(state, null, null, training: true);

    /// <summary>h_0 = A x for n inputs: n × d.</summary>
    public Tensor Start(Tensor inputs) => inputs.matmul(_a);

    /// <summary>h_L, h_{L−1}, and what the last layer's branch gave. What other layers make is given up, unless a graph needs it.</summary>
    /// <param name="start">h_0, N × (B · d).</param>
    /// <param name="variant">Where states are normalized, and how the branch is scaled.</param>
    /// <param name="normalization">How they are normalized.</param>
    /// <param name="cancellation">Looked at before each layer.</param>
    public (Tensor State, Tensor BeforeLast, Tensor LastBranch) Forward(
        Tensor start, BatchNormVariant variant, Normalization normalization, CancellationToken cancellation)
    {
        var (state, before, branch) = (start, start, start);
        using var scope = NewDisposeScope();
        for (var k = 0; k < _shape.Depth; k++)
        {
            cancellation.ThrowIfCancellationRequested();
            before = state;
            branch = Branch(state, k);
            if (variant is BatchNormVariant.Branch or BatchNormVariant.Chain)
                branch = normalization(k, branch);
            else if (variant == BatchNormVariant.Scaled)
                branch *= _shape.Alpha;
            state = variant == BatchNormVariant.Chain ? branch : state + branch;
            if (variant == BatchNormVariant.State)
                state = normalization(k, state);
            scope.DisposeEverythingBut([.. new[] { before, branch, state }.Where(scope.Contains)]);
        }

        // The start is not the scope's, and without the skip connection the state is the branch.
        foreach (var kept in new[] { before, branch, state })
        {
            if (scope.Contains(kept))
                kept.MoveToOuterDisposeScope();
        }

        return (state, before, branch);
    }

    /// <summary>The outputs B h_L: N × B.</summary>
    public Tensor Output(Tensor state) => state.reshape(-1, _shape.Width).matmul(_b).reshape(state.shape[0], -1);

    // V g(h_k) with the weights of layer k + 1, for each batch by itself.
    private Tensor Branch(Tensor state, int k)
    {
        var h = state.reshape(-1, _shape.Width);
        var argument = _shape.Model switch
        {
            ResidualModel.Res1 => h,
            ResidualModel.Res2 => h + _bias[k],
            _ => h.matmul(_w[k]),
        };
        return _shape.Activation.Forward(argument).matmul(_v[k]).reshape(state.shape);
    }

    private Tensor[] PerLayer(bool exists, Func<int, Tensor> draw) => exists ? [.. Enumerable.Range(1, _shape.Depth).Select(draw)] : [];

    // Weights are drawn column after column: row after row that is the transposed matrix, which multiplies from the right.
    private static Tensor Drawn(int rows, int columns, Draw draw)
    {
        var numbers = new float[rows * columns];
        draw(numbers);
        return tensor(numbers, [rows, columns]).to(float64);
    }
}
