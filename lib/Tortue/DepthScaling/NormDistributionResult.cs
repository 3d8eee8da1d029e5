using System.Text.Json.Serialization;
using Tortue.Experiments;

namespace Tortue.DepthScaling;

/// <summary>What <see cref="NormDistribution"/> measured.</summary>
/// <param name="Options">The settings.</param>
/// <param name="Run">Seed, engine, version and time.</param>
/// <param name="HiddenRatios">‖h_L‖ / ‖h_0‖ of every network, to five significant digits.</param>
/// <param name="GradientRatios">‖p_0‖ / ‖p_L‖ of every network, to five significant digits.</param>
public sealed partial record NormDistributionResult(
    NormDistributionOptions Options, RunRecord Run, IReadOnlyList<double> HiddenRatios, IReadOnlyList<double> GradientRatios)
    : IExperimentResult
{
    /// <summary>Within this distance of 1, as a factor either way, 98 % of the networks must lie.</summary>
    public const double OrderOfOne = 2;

    /// <summary>Largest relative difference between the measured mean and that of the limit law, beyond three standard errors.</summary>
    public const double MeanTolerance = 0.01;

    /// <summary>
    /// Largest relative difference between the measured standard deviation and that of the limit law, beyond three standard errors.
    /// </summary>
    public const double DeviationTolerance = 0.1;

    /// <summary>The hidden states' ratios in a few statistics.</summary>
    [JsonIgnore]
    public SampleSummary Hidden => SampleSummary.Of(HiddenRatios);

    /// <summary>The gradients' ratios in a few statistics.</summary>
    [JsonIgnore]
    public SampleSummary Gradient => SampleSummary.Of(GradientRatios);

    /// <summary>
    /// Whether both ratios stay of order 1, as the paper says of β = ½, and have the mean and the spread of the limit law where there is
    /// one.
    /// </summary>
    public Verdict Verdict()
    {
        var limit = LogNormalLimit.Of(Options.Network);
        bool[] parts = [.. Parts(HiddenRatios, limit), .. Parts(GradientRatios, limit)];
        var held = parts.Count(part => part);
        var (hidden, gradient) = (Hidden, Gradient);
        var measured = Text.Format(
            DepthScalingText.DistributionMeasured,
            hidden.Mean, hidden.StandardDeviation, gradient.Mean, gradient.StandardDeviation, held, parts.Length);
        var predicted = limit is null ? "" : Text.Format(DepthScalingText.DistributionPredicted, limit.Mean, limit.StandardDeviation);
        return new(
            Experiments.Verdict.KindOf(held, parts.Length),
            measured + predicted,
            Text.Format(DepthScalingText.DistributionRule, OrderOfOne, MeanTolerance, DeviationTolerance));
    }

    private static IEnumerable<bool> Parts(IReadOnlyList<double> ratios, LogNormalLimit? limit)
    {
        double[] sorted = [.. ratios.Order()];
        yield return SampleSummary.Quantile(sorted, 0.01) >= 1 / OrderOfOne && SampleSummary.Quantile(sorted, 0.99) <= OrderOfOne;
        if (limit is null)
            yield break;

        // The standard error of a standard deviation s of nearly normal numbers is s/√(2n).
        var summary = SampleSummary.Of(sorted);
        var meanError = 3 * limit.StandardDeviation / Math.Sqrt(sorted.Length);
        var deviationError = 3 * limit.StandardDeviation / Math.Sqrt(2 * sorted.Length);
        yield return Math.Abs(summary.Mean - limit.Mean) <= MeanTolerance * limit.Mean + meanError;
        yield return Math.Abs(summary.StandardDeviation - limit.StandardDeviation)
            <= DeviationTolerance * limit.StandardDeviation + deviationError;
    }
}
