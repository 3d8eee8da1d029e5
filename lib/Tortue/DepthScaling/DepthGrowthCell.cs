using Tortue.Experiments;

namespace Tortue.DepthScaling;

/// <summary>What was measured at one β and one depth.</summary>
/// <param name="Beta">The exponent β of α_L = L^(−β).</param>
/// <param name="Depth">The depth L.</param>
/// <param name="ExactMeanSquare">The exact expectation of the squared change, or null where none is known.</param>
/// <param name="Hidden">‖h_L − h_0‖ / ‖h_0‖ over the networks.</param>
/// <param name="Gradient">‖p_L − p_0‖ / ‖p_L‖ over the networks.</param>
public sealed record DepthGrowthCell(double Beta, int Depth, double? ExactMeanSquare, SampleSummary Hidden, SampleSummary Gradient)
{
    internal static DepthGrowthCell Of(NetworkEnsemble ensemble, NetworkSample[] samples) => new(
        ensemble.Shape.Beta,
        ensemble.Shape.Depth,
        ExactGrowth.SquaredChange(ensemble.Shape),
        SampleSummary.Of(samples.Select(sample => sample.HiddenChange)),
        SampleSummary.Of(samples.Select(sample => sample.GradientChange)));
}
