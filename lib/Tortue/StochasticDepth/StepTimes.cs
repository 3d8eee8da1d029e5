using System.Text.Json.Serialization;
using Tortue.Experiments;

namespace Tortue.StochasticDepth;

/// <summary>The times of one network's training steps, one in each round.</summary>
/// <param name="LastSurvival">p_L, the survival probability of the last block; 1 is constant depth.</param>
/// <param name="Skips">Whether blocks that are left out are skipped; otherwise they are computed and multiplied by 0.</param>
/// <param name="Milliseconds">Time of each step: forward, backward and optimiser.</param>
/// <param name="Depths">Blocks that took part in each step.</param>
public sealed record StepTimes(
    double LastSurvival, bool Skips, IReadOnlyList<double> Milliseconds, IReadOnlyList<int> Depths)
{
    // Of normal numbers the median's standard error is 1.2533 that of the mean, and the standard deviation 1.4826 times the median distance
    // from the median. Both do without the few steps in which the machine did something else.
    private const double ErrorOfMedian = 1.2533 * 1.4826;

    /// <summary>The median time of a step in milliseconds.</summary>
    [JsonIgnore]
    public double Median => MedianOf(Milliseconds);

    /// <summary>The median over the rounds of the time as a share of another network's in the same round, and its standard error.</summary>
    /// <param name="other">The network to compare with, in as many rounds.</param>
    public (double Ratio, double StandardError) RatioTo(StepTimes other)
    {
        ArgumentNullException.ThrowIfNull(other);
        double[] ratios = [.. Milliseconds.Zip(other.Milliseconds, (mine, theirs) => mine / theirs)];
        double median = MedianOf(ratios);
        return (median, ErrorOfMedian * MedianOf(ratios.Select(ratio => Math.Abs(ratio - median))) / Math.Sqrt(ratios.Length));
    }

    private static double MedianOf(IEnumerable<double> values) => SampleSummary.Quantile([.. values.Order()], 0.5);
}
