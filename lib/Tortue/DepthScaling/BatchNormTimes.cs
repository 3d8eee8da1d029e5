using Tortue.Experiments;

namespace Tortue.DepthScaling;

/// <summary>The times of one network's training steps, one in each round.</summary>
/// <param name="Width">d.</param>
/// <param name="BatchSize">N.</param>
/// <param name="Variant">Where it is normalized; <see cref="BatchNormVariant.Scaled"/> is not.</param>
/// <param name="Milliseconds">Time of each step: forward, backward and optimiser.</param>
public sealed record BatchNormTimes(int Width, int BatchSize, BatchNormVariant Variant, IReadOnlyList<double> Milliseconds)
{
    /// <summary>
    /// What batch normalization adds to the operations of a layer, as a share: 2/d. In multiplications with an addition, for one example:
    /// the two matrices have 2 d², and mean, variance, normalizing, and γ and β have d each. The way back has twice as many of both.
    /// </summary>
    /// <param name="width">d.</param>
    public static double CountedExtra(int width) => 4.0 * width / (2.0 * width * width);

    /// <summary>The median over the rounds of the time as a share of another network's in the same round, and its standard error.</summary>
    /// <param name="other">The network to compare with, in as many rounds.</param>
    public (double Ratio, double StandardError) RatioTo(BatchNormTimes other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return PairedRatio.Of(Milliseconds, other.Milliseconds);
    }
}
