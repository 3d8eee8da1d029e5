using Tortue.Experiments;

namespace Tortue.Initialization;

/// <summary>
/// How ln q is spread over random networks, where q is the mean square of a layer's z or δ. The logarithm takes one random step a layer, of
/// variance about 5/n for ReLU of width n and 2/n without: q is nearly log-normal, its median sinks below its mean, and the mean of a sample
/// is that of its few largest. So the mean of q is estimated as exp(m + s²/2) from the mean m and the deviation s of ln q.
/// </summary>
/// <param name="Mean">m, the mean of ln q.</param>
/// <param name="Deviation">s, the standard deviation of ln q.</param>
/// <param name="Quantile10">A tenth of the networks have a smaller ln q.</param>
/// <param name="Median">Half of the networks have a smaller ln q.</param>
/// <param name="Quantile90">A tenth of the networks have a larger ln q.</param>
public sealed record LayerSpread(double Mean, double Deviation, double Quantile10, double Median, double Quantile90)
{
    private const int Decimals = 3;

    /// <summary>The logarithm of the estimated mean of q, the variance: m + s²/2.</summary>
    public double LogVariance() => Mean + Deviation * Deviation / 2;

    /// <summary>The standard error of <see cref="LogVariance"/>: √(s²/N + s⁴/(2(N − 1))).</summary>
    /// <param name="networks">N, the number of networks, at least 2.</param>
    public double StandardError(int networks)
    {
        double square = Deviation * Deviation;
        return Math.Sqrt(square / networks + square * square / (2 * (networks - 1.0)));
    }

    internal static LayerSpread Of(IEnumerable<double> logarithms)
    {
        var summary = SampleSummary.Of(logarithms);
        return new(
            Rounded(summary.Mean),
            Rounded(summary.StandardDeviation),
            Rounded(summary.Quantile10),
            Rounded(summary.Median),
            Rounded(summary.Quantile90));
    }

    private static double Rounded(double value) => Math.Round(value, Decimals);
}
