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
    /// <summary>The median time of a step in milliseconds.</summary>
    [JsonIgnore]
    public double Median => SampleSummary.MedianOf(Milliseconds);

    /// <summary>The median over the rounds of the time as a share of another network's in the same round, and its standard error.</summary>
    /// <param name="other">The network to compare with, in as many rounds.</param>
    public (double Ratio, double StandardError) RatioTo(StepTimes other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return PairedRatio.Of(Milliseconds, other.Milliseconds);
    }
}
