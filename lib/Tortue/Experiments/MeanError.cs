using MathNet.Numerics.Distributions;

namespace Tortue.Experiments;

/// <summary>The mean of a few numbers and how far it can be trusted.</summary>
/// <param name="Mean">The mean.</param>
/// <param name="StandardError">Its standard error: the numbers' standard deviation (with n − 1) over √n.</param>
public sealed record MeanError(double Mean, double StandardError)
{
    /// <summary>So many standard errors are taken for a difference that is not chance; how often it is, says <see cref="Odds"/>.</summary>
    public const double Clear = 2;

    /// <summary>A sentence for rules: how often a true 0 comes out beyond <see cref="Clear"/> standard errors, on the side that counts, by
    /// Student's distribution.</summary>
    /// <param name="count">Numbers in the mean, at least two.</param>
    public static string Odds(int count) =>
        Text.Format(ExperimentsText.Odds, count, 1 - StudentT.CDF(0, 1, count - 1, Clear));

    /// <summary>The mean of numbers.</summary>
    /// <param name="values">At least two numbers.</param>
    /// <exception cref="ArgumentException">There are fewer than two.</exception>
    public static MeanError Of(IEnumerable<double> values)
    {
        double[] all = [.. values];
        if (all.Length < 2)
            throw new ArgumentException(ExperimentsText.TooFewForError);
        double mean = all.Average(), squares = all.Sum(value => (value - mean) * (value - mean));
        return new(mean, Math.Sqrt(squares / (all.Length - 1) / all.Length));
    }

    /// <summary>The difference to a mean of other, independent numbers.</summary>
    /// <param name="other">What is taken away.</param>
    public MeanError Minus(MeanError other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return new(Mean - other.Mean, Math.Sqrt(StandardError * StandardError + other.StandardError * other.StandardError));
    }

    /// <summary>Whether the mean lies above 0 by more than two standard errors.</summary>
    public bool IsClearlyAboveZero() => Mean > 0 && Mean > Clear * StandardError;
}
