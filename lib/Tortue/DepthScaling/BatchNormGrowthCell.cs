using Tortue.Experiments;

namespace Tortue.DepthScaling;

/// <summary>What was measured of one variant at one depth and size of the batch, to five significant digits.</summary>
/// <param name="Variant">What is done about growth.</param>
/// <param name="BatchSize">N, examples in the batch.</param>
/// <param name="Depth">The depth L.</param>
/// <param name="Hidden">‖h_L − h_0‖ / ‖h_0‖ over the networks.</param>
/// <param name="MeanSquare">The mean of its square, and the standard error.</param>
/// <param name="ExactMeanSquare">The exact expectation of that, given the networks' h_0; null where none is known.</param>
/// <param name="BranchShare">The median of ‖branch‖ / ‖h_{L−1}‖ in the last layer.</param>
/// <param name="Gradient">‖p_0‖ / ‖p_L‖ over the networks.</param>
/// <param name="LogGradient">The mean of ln(‖p_0‖ / ‖p_L‖), each within ±<see cref="MostLog"/>, and its standard error.</param>
public sealed record BatchNormGrowthCell(
    BatchNormVariant Variant,
    int BatchSize,
    int Depth,
    MiddleOfSample Hidden,
    MeanError MeanSquare,
    double? ExactMeanSquare,
    double BranchShare,
    MiddleOfSample Gradient,
    MeanError LogGradient)
{
    /// <summary>Logarithms beyond it count as it: about 300 powers of ten, where double's range ends.</summary>
    public const double MostLog = 690;

    internal static BatchNormGrowthCell Of(int depth, IReadOnlyList<BatchNormSample> samples)
    {
        var logs = samples.Select(sample => Math.Clamp(Math.Log(sample.GradientRatio), -MostLog, MostLog));
        return new(
            samples[0].Variant,
            samples[0].BatchSize,
            depth,
            MiddleOfSample.Of(samples.Select(sample => sample.HiddenChange)),
            Rounded(MeanError.Of(samples.Select(sample => sample.HiddenChange * sample.HiddenChange))),
            samples[0].ExactMeanSquare is null ? null : SignificantDigits.Round(samples.Average(sample => sample.ExactMeanSquare!.Value)),
            SignificantDigits.Round(SampleSummary.MedianOf(samples.Select(sample => sample.BranchShare))),
            MiddleOfSample.Of(samples.Select(sample => sample.GradientRatio)),
            Rounded(MeanError.Of(logs)));
    }

    private static MeanError Rounded(MeanError mean) =>
        new(SignificantDigits.Round(mean.Mean), SignificantDigits.Round(mean.StandardError));
}
