using static TorchSharp.torch;

namespace Tortue.Gradients;

/// <summary>
/// Takes all points through a network together with their derivatives: forward-mode differentiation. State and derivative are linear in the
/// weights alike, so both go through one matrix product a layer, and no graph is kept.
/// </summary>
/// <remarks>
/// Batch norm takes its mean and its deviation over all points. The derivative is that of the function that results, of x alone: mean and
/// deviation are numbers that belong to it, as when the network is evaluated later.
/// </remarks>
internal sealed class GradientPass
{
    /// <summary>Added to the variance in batch norm, as the frameworks do.</summary>
    public const double Epsilon = 1e-5;

    private readonly double _beta;

    /// <summary>Begins before the first hidden layer's ReLU.</summary>
    /// <param name="wiring">Any but <see cref="NetworkWiring.LooksLinear"/>.</param>
    /// <param name="beta">The scale of the branches, where they are rescaled.</param>
    /// <param name="states">What the first layer gives, [points, units].</param>
    /// <param name="gradients">Its derivative by x, [points, units] or [1, units].</param>
    public GradientPass(NetworkWiring wiring, double beta, Tensor states, Tensor gradients)
    {
        IsNormalized = wiring is NetworkWiring.PlainNormalized or NetworkWiring.ResidualNormalized or NetworkWiring.ResidualRescaled;
        IsResidual = wiring is NetworkWiring.Residual or NetworkWiring.ResidualNormalized or NetworkWiring.ResidualRescaled;
        _beta = wiring == NetworkWiring.ResidualRescaled ? beta : 1;
        State = stack([states, gradients.expand_as(states)]);
        Gates = zeros_like(states);
    }

    private bool IsNormalized { get; }

    private bool IsResidual { get; }

    /// <summary>States and, behind them, their derivatives by x: [2, points, units].</summary>
    public Tensor State { get; private set; }

    /// <summary>The derivatives by x, [points, units].</summary>
    public Tensor Gradients => State.select(0, 1);

    /// <summary>1 where the last hidden layer's ReLU let its argument through, 0 elsewhere, [points, units].</summary>
    public Tensor Gates { get; private set; }

    /// <summary>One hidden layer: (batch norm,) ReLU, and the weights after it.</summary>
    /// <param name="weights">[inputs, outputs].</param>
    /// <param name="biases">[1, outputs], or null.</param>
    public void Layer(Tensor weights, Tensor? biases = null)
    {
        using var scope = NewDisposeScope();
        var (before, inner) = (State, State);
        Gates.Dispose();
        if (IsNormalized)
        {
            var states = inner.select(0, 0);
            var centred = states - states.mean([0], keepdim: true);
            var scale = ((centred * centred).mean([0], keepdim: true) + Epsilon).rsqrt();
            Gates = centred.gt(0).to(float32);
            inner = stack([centred, inner.select(0, 1)]) * (Gates * scale);
        }
        else
        {
            Gates = inner.select(0, 0).gt(0).to(float32);
            inner = inner * Gates;
        }

        var (points, units) = (State.size(1), State.size(2));
        var image = inner.view(2 * points, units).matmul(weights).view(2, points, -1);
        if (IsResidual)
            image = State + (_beta == 1 ? image : image * _beta);
        if (biases is not null)
            image = stack([image.select(0, 0) + biases, image.select(0, 1)]);
        (State, Gates) = (image.MoveToOuterDisposeScope(), Gates.MoveToOuterDisposeScope());
        before.Dispose();
    }
}
