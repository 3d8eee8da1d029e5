using TorchSharp;
using Tortue.Models;
using static TorchSharp.torch;

namespace Tortue.Gradients;

/// <summary>
/// A deep network of one of the arms: h¹ = W¹ x, then h^l = W^l σ(h^{l−1}) for plain layers (so h^l is the course's z^l and its gradient is
/// δ^l) or h^l = h^{l−1} + W^l σ(h^{l−1}) for residual ones, σ of the batch-normalised h where there is batch normalisation; the scores
/// are W^{L+1} σ(h^L). No biases; double precision, since 50 sigmoid layers leave gradients of 10⁻⁴⁰.
/// </summary>
internal sealed class ArmNetwork
{
    private readonly Activation _activation;
    private readonly GradientArm _arm;
    private readonly Tensor[] _weights;

    /// <summary>Draws the weights: layers 1 … depth and the scores'.</summary>
    public ArmNetwork(Activation activation, GradientArm arm, int inputs, int width, int depth, int classes, ulong seed)
    {
        (_activation, _arm) = (activation, arm);
        var generator = new Generator(seed);
        var init = InitOf(activation, arm);
        _weights =
        [
            .. Enumerable.Range(1, depth + 1).Select(l =>
                init.Draw(1, l > depth ? classes : width, l == 1 ? inputs : width, generator, ScalarType.Float64)[0].requires_grad_()),
        ];
    }

    /// <summary>The weights W¹ … W^{L+1}.</summary>
    public IReadOnlyList<Tensor> Weights => _weights;

    /// <summary>The initialisation of an arm.</summary>
    public static WeightInit InitOf(Activation activation, GradientArm arm) => arm == GradientArm.Default
        ? WeightInit.Standard
        : activation.NegativeSlope is { } slope ? WeightInit.He(slope) : WeightInit.GlorotNormal;

    /// <summary>Whether the layers are added to their inputs.</summary>
    public static bool IsResidual(GradientArm arm) => arm is GradientArm.Residual or GradientArm.ResidualBatchNorm;

    /// <summary>Whether activations see batch-normalised numbers.</summary>
    public static bool HasBatchNorm(GradientArm arm) => arm is GradientArm.BatchNorm or GradientArm.ResidualBatchNorm;

    /// <summary>One forward and one backward pass of the mean cross-entropy.</summary>
    /// <param name="inputs">Examples, [examples, inputs], float64.</param>
    /// <param name="labels">Their classes.</param>
    /// <param name="cancellation">Looked at before each layer.</param>
    public ArmPass Pass(Tensor inputs, Tensor labels, CancellationToken cancellation)
    {
        using var scope = NewDisposeScope();
        int depth = _weights.Length - 1;
        var hidden = new Tensor[depth];
        hidden[0] = inputs.matmul(_weights[0].t());
        for (int l = 1; l < depth; l++)
        {
            cancellation.ThrowIfCancellationRequested();
            var branch = Activated(hidden[l - 1]).matmul(_weights[l].t());
            hidden[l] = IsResidual(_arm) ? hidden[l - 1] + branch : branch;
        }

        var loss = nn.functional.cross_entropy(Activated(hidden[^1]).matmul(_weights[^1].t()), labels);
        var gradients = autograd.grad([loss], [.. hidden, .. _weights[..depth]]);
        double[] norms = [.. gradients.Select(gradient => gradient.norm().ToDouble())];
        return new(norms[..depth], norms[depth..], [.. hidden.Select(h => h.square().mean().ToDouble())]);
    }

    private Tensor Activated(Tensor hidden) => _activation.Forward(
        HasBatchNorm(_arm) ? nn.functional.batch_norm(hidden, null, null, training: true) : hidden);
}
