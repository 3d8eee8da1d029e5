namespace Tortue.Experiments;

/// <summary>A sample of numbers in a few statistics. Numbers beyond the range of double count as infinite.</summary>
/// <param name="Count">How many numbers.</param>
/// <param name="Mean">Their mean.</param>
/// <param name="StandardDeviation">Their standard deviation, with n − 1; 0 for a single number.</param>
/// <param name="Quantile10">A tenth of them lie below.</param>
/// <param name="Median">Half of them lie below.</param>
/// <param name="Quantile90">A tenth of them lie above.</param>
/// <param name="MeanSquare">The mean of their squares.</param>
/// <param name="MeanSquareError">The standard error of <paramref name="MeanSquare"/>.</param>
public sealed record SampleSummary(
    int Count,
    double Mean,
    double StandardDeviation,
    double Quantile10,
    double Median,
    double Quantile90,
    double MeanSquare,
    double MeanSquareError)
{
    /// <summary>The statistics of a sample.</summary>
    /// <param name="values">At least one number.</param>
    /// <exception cref="ArgumentException">There is no number.</exception>
    public static SampleSummary Of(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        var squares = Array.ConvertAll(sorted, value => value * value);
        return new(
            sorted.Length,
            MeanOf(sorted),
            DeviationOf(sorted),
            Quantile(sorted, 0.1),
            Quantile(sorted, 0.5),
            Quantile(sorted, 0.9),
            MeanOf(squares),
            DeviationOf(squares) / Math.Sqrt(squares.Length));
    }

    /// <summary>The quantile of a sorted sample, on the straight line between its neighbours (Hyndman and Fan's type 7).</summary>
    /// <param name="sorted">The sample in ascending order, at least one number.</param>
    /// <param name="probability">From 0 to 1.</param>
    /// <exception cref="ArgumentException">The sample is empty, or the probability is not between 0 and 1.</exception>
    public static double Quantile(IReadOnlyList<double> sorted, double probability)
    {
        if (sorted.Count == 0)
            throw new ArgumentException(ExperimentsText.EmptySample);
        if (!(probability is >= 0 and <= 1))
            throw new ArgumentException(Text.Format(ExperimentsText.BadProbability, probability));
        var position = probability * (sorted.Count - 1);
        var below = (int)position;
        var (lower, upper) = (sorted[below], sorted[Math.Min(below + 1, sorted.Count - 1)]);

        // Nothing of an infinite neighbour where none is asked for.
        return lower == upper || position == below ? lower : lower + (position - below) * (upper - lower);
    }

    /// <summary>The median of numbers in any order.</summary>
    /// <param name="values">At least one number.</param>
    /// <exception cref="ArgumentException">There is no number.</exception>
    internal static double MedianOf(IEnumerable<double> values) => Quantile([.. values.Order()], 0.5);

    private static double MeanOf(double[] values) => values.Length == 0 ? double.NaN : values.Average();

    private static double DeviationOf(double[] values)
    {
        var mean = MeanOf(values);
        return values.Length < 2 ? 0 : Math.Sqrt(values.Sum(value => (value - mean) * (value - mean)) / (values.Length - 1));
    }
}
