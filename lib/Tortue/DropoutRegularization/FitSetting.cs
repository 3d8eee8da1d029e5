namespace Tortue.DropoutRegularization;

/// <summary>One of the two settings of <see cref="DropSchedules"/>: what learns, from how much, for how long.</summary>
public sealed record FitSetting
{
    /// <summary>The network and its rule.</summary>
    public DropoutLearnerOptions Learner { get; init; } = new();

    /// <summary>Training images, 100 to 50,000; of a real set at most as many as there are. Default: 1,000.</summary>
    public int Examples { get; init; } = 1000;

    /// <summary>Steps of training, at least 10. Default: 500.</summary>
    public int Steps { get; init; } = 500;

    /// <summary>The rate p of dropout wherever a schedule has some, a probability of being dropped, above 0 and below 1.
    /// Default: 0.1.</summary>
    public double Rate { get; init; } = 0.1;

    /// <summary>Checks every setting against its range.</summary>
    /// <exception cref="ArgumentException">A setting is out of its range; the message says which, and what it may be.</exception>
    public void Validate()
    {
        Learner.Validate();
        Require(Examples is >= 100 and <= 50_000, DropoutRegularizationText.BadScheduleExamples, Examples);
        Require(Steps >= 10, DropoutRegularizationText.BadScheduleSteps, Steps);
        Require(Rate is > 0 and < 1, DropoutRegularizationText.BadScheduleRate, Rate);
    }

    private static void Require(bool held, string message, object value)
    {
        if (!held)
            throw new ArgumentException(Text.Format(message, value));
    }
}
