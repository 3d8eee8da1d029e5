namespace Tortue.DepthScaling;

/// <summary>One weight V_{k,ij} along the depth.</summary>
/// <param name="Before">Its values in the layers 1 … L before training.</param>
/// <param name="After">Those after training.</param>
public sealed record WeightTrace(IReadOnlyList<double> Before, IReadOnlyList<double> After);
