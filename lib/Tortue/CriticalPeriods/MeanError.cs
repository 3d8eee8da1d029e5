namespace Tortue.CriticalPeriods;

/// <summary>The mean of a few numbers and how far it can be trusted.</summary>
/// <param name="Mean">The mean.</param>
/// <param name="StandardError">Its standard error: the numbers' standard deviation (with n − 1) over √n.</param>
public sealed record MeanError(double Mean, double StandardError)
{
    /// <summary>So many standard errors are taken for a difference that is not chance. With three networks a mean whose true value is 0
    /// comes out beyond 2 in one case of eleven, with five in one of seventeen (Student's distribution, one side).</summary>
    public const double Clear = 2;

    /// <summary>The mean of numbers.</summary>
    /// <param name="values">At least two numbers.</param>
    /// <exception cref="ArgumentException">There are fewer than two.</exception>
    public static MeanError Of(IEnumerable<double> values)
    {
        double[] all = [.. values];
        if (all.Length < 2)
            throw new ArgumentException(CriticalPeriodsText.TooFewForError);
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
