namespace Tortue.Training;

/// <summary>
/// The rate of dropout, or of dropped blocks, at each step of training. Z. Liu, Z. Xu, J. Jin, Z. Shen, T. Darrell, "Dropout reduces
/// underfitting", ICML 2023 (arXiv 2303.01500), and the authors' <c>drop_scheduler.py</c>.
/// </summary>
public sealed record DropSchedule
{
    /// <summary>Nothing is dropped.</summary>
    public static DropSchedule Never { get; } = new() { Timing = DropTiming.None };

    /// <summary>In which part of training something is dropped. Default: all of it.</summary>
    public DropTiming Timing { get; init; } = DropTiming.Standard;

    /// <summary>How an early rate goes to 0; no other timing looks at it. Default: in a straight line, as in the authors' recipe.</summary>
    public DropShape Shape { get; init; } = DropShape.Linear;

    /// <summary>The rate p, a probability of being dropped, from 0 to below 1. Default: 0.1, as in the authors' recipe.</summary>
    public double Rate { get; init; } = 0.1;

    /// <summary>Where early ends and late begins, a share of all steps, 0 to 1. Default: 1/6, the authors' 50 of 300 epochs.</summary>
    public double Cutoff { get; init; } = 1.0 / 6;

    /// <summary>The rate at a step.</summary>
    /// <param name="step">The step, from 0 to <paramref name="steps"/> − 1.</param>
    /// <param name="steps">All steps of training, at least 1.</param>
    /// <returns>A probability of being dropped. A line begins at <see cref="Rate"/> and reaches 0 at its last step, as the authors' does.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The step is not one of training's.</exception>
    public double At(long step, long steps)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(steps, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(step);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(step, steps);
        long cutoff = (long)(Cutoff * steps);
        return Timing switch
        {
            DropTiming.None => 0,
            DropTiming.Standard => Rate,
            DropTiming.Late => step < cutoff ? 0 : Rate,
            _ when step >= cutoff => 0,
            _ when Shape == DropShape.Constant => Rate,
            _ => cutoff == 1 ? Rate : Rate * (cutoff - 1 - step) / (cutoff - 1),
        };
    }

    /// <summary>Checks every setting against its range.</summary>
    /// <exception cref="ArgumentException">A setting is out of its range; the message says which, and what it may be.</exception>
    public void Validate()
    {
        if (Rate is not (>= 0 and < 1))
            throw new ArgumentException(Text.Format(TrainingText.BadDropRate, Rate));
        if (Cutoff is not (>= 0 and <= 1))
            throw new ArgumentException(Text.Format(TrainingText.BadCutoff, Cutoff));
    }
}
