namespace Tortue.DepthScaling;

/// <summary>How one network depends on batches of one size.</summary>
/// <param name="Variant">Where it is normalized.</param>
/// <param name="BatchSize">N, examples in a batch.</param>
/// <param name="Companions">The standard deviation of an example's output over its companions, as a share of that over examples.</param>
/// <param name="Inference">The root mean square of the difference between training and inference, as the same share.</param>
internal sealed record BatchDependencePart(BatchNormVariant Variant, int BatchSize, double Companions, double Inference);
