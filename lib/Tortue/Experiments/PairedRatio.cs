namespace Tortue.Experiments;

/// <summary>The ratio of two times that are measured in turns: the median over the rounds, so that what slows a whole round down falls out,
/// and single disturbed steps do not count.</summary>
internal static class PairedRatio
{
    // Of normal numbers the median's standard error is 1.2533 that of the mean, and the standard deviation 1.4826 times the median distance
    // from the median. Both do without the few steps in which the machine did something else.
    private const double ErrorOfMedian = 1.2533 * 1.4826;

    /// <summary>The median of times[i] / others[i], and its standard error.</summary>
    public static (double Ratio, double StandardError) Of(IReadOnlyList<double> times, IReadOnlyList<double> others)
    {
        double[] ratios = [.. times.Zip(others, (time, other) => time / other)];
        double median = SampleSummary.MedianOf(ratios);
        double spread = SampleSummary.MedianOf(ratios.Select(ratio => Math.Abs(ratio - median)));
        return (median, ErrorOfMedian * spread / Math.Sqrt(ratios.Length));
    }
}
