namespace Tortue.DepthScaling;

/// <summary>What one random network does to one batch.</summary>
/// <param name="Variant">What is done about growth.</param>
/// <param name="BatchSize">N, examples in the batch.</param>
/// <param name="HiddenChange">‖h_L − h_0‖ / ‖h_0‖, with Frobenius' norm over the batch.</param>
/// <param name="ExactMeanSquare">The expectation of its square over the layers' weights, given h_0; null where none is known.</param>
/// <param name="BranchShare">‖branch‖ / ‖h_{L−1}‖ in the last layer; for <see cref="BatchNormVariant.State"/> before the
/// normalization.</param>
/// <param name="GradientRatio">‖p_0‖ / ‖p_L‖, with Frobenius' norm over the batch.</param>
internal sealed record BatchNormSample(
    BatchNormVariant Variant, int BatchSize, double HiddenChange, double? ExactMeanSquare, double BranchShare, double GradientRatio);
