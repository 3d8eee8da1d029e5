using Tortue.Experiments;

namespace Tortue.DepthScaling;

/// <summary>How networks depend on batches of one size; one number a network, to five significant digits.</summary>
/// <param name="Variant">Where they are normalized.</param>
/// <param name="BatchSize">N, examples in a batch.</param>
/// <param name="Companions">The standard deviation of an example's output over its companions, as a share of that over examples.</param>
/// <param name="Inference">The root mean square of the difference between training and inference, as the same share.</param>
public sealed record BatchDependenceCell(
    BatchNormVariant Variant, int BatchSize, IReadOnlyList<double> Companions, IReadOnlyList<double> Inference)
{
    /// <summary>The mean of <see cref="Companions"/> over the networks.</summary>
    public MeanError MeanCompanions() => MeanError.Of(Companions);

    /// <summary>The mean of <see cref="Inference"/> over the networks.</summary>
    public MeanError MeanInference() => MeanError.Of(Inference);
}
