using Tortue.Experiments;

namespace Tortue.CriticalPeriods;

/// <summary>The settings of <see cref="CriticalPeriod"/>.</summary>
public sealed record CriticalPeriodOptions : IExperimentOptions<CriticalPeriodOptions>
{
    /// <summary>Blur and vertical flip, four removals, two networks each: half a minute that a class can watch.</summary>
    public static CriticalPeriodOptions Quick { get; } = new();

    /// <summary>All deficits, six removals and none, three networks each, both schedules: some ten minutes.</summary>
    public static CriticalPeriodOptions Standard { get; } = new()
    {
        Learner = new() { Examples = 2000, TestExamples = 2000 },
        Deficits = [Deficit.Blur, Deficit.VerticalFlip, Deficit.LabelPermutation, Deficit.Noise],
        RemovalEpochs = [0, 1, 2, 4, 8, 14, 20],
        CleanEpochs = 20,
        Schedules = [RemovalSchedule.Restarted, RemovalSchedule.Continued],
        Runs = 3,
    };

    /// <summary>The published setting, with clean training as long as in the published figures: days on two cores.</summary>
    public static CriticalPeriodOptions Full { get; } = Standard with
    {
        Learner = LearnerOptions.Published,
        RemovalEpochs = [0, 20, 40, 60, 80, 100, 140],
        CleanEpochs = 160,
    };

    /// <summary>Images, network and rule. Default: 1,000 generated images of 16×16, a residual network of width 8, a rate that falls
    /// by 0.7 an epoch.</summary>
    public LearnerOptions Learner { get; init; } = new() { Decay = 0.7 };

    /// <summary>The deficits, at least one, all different; none at all is trained besides, for comparison. Default: blur and vertical
    /// flip.</summary>
    public IReadOnlyList<Deficit> Deficits { get; init; } = [Deficit.Blur, Deficit.VerticalFlip];

    /// <summary>Epochs t_0 at which the deficit is removed, ascending from 0 on, at least two. Default: 0, 2, 4, 8.</summary>
    public IReadOnlyList<int> RemovalEpochs { get; init; } = [0, 2, 4, 8];

    /// <summary>Epochs of clean training after each removal, at least 1. Default: 8.</summary>
    public int CleanEpochs { get; init; } = 8;

    /// <summary>What the learning rate does at the removal, at least one, all different. Default: it starts again.</summary>
    public IReadOnlyList<RemovalSchedule> Schedules { get; init; } = [RemovalSchedule.Restarted];

    /// <summary>Networks for each deficit, 2 or more: a standard error needs as many. Default: 2.</summary>
    [Repetitions]
    public int Runs { get; init; } = 2;

    /// <summary>The seed of images, noise and permutation; network number r has seed + r. Default: 1.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>How many threads may work, at least 1, each on a network of its own; the result does not depend on it. Default: one a
    /// core.</summary>
    public int Threads { get; init; } = ParallelJobs.DefaultThreads;

    /// <summary>Checks every setting against its range.</summary>
    /// <exception cref="ArgumentException">A setting is out of its range; the message says which, and what it may be.</exception>
    public void Validate()
    {
        Learner.Validate();
        if (Deficits.Count == 0 || Deficits.Contains(Deficit.None) || Deficits.Distinct().Count() < Deficits.Count)
            throw new ArgumentException(CriticalPeriodsText.BadDeficits);
        if (Schedules.Count == 0 || Schedules.Distinct().Count() < Schedules.Count)
            throw new ArgumentException(CriticalPeriodsText.BadSchedules);
        SweepRanges.Validate(RemovalEpochs, CleanEpochs, Runs, Threads);
    }
}
