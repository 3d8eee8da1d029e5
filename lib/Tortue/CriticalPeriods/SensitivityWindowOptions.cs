using Tortue.Experiments;

namespace Tortue.CriticalPeriods;

/// <summary>The settings of <see cref="SensitivityWindow"/>.</summary>
public sealed record SensitivityWindowOptions : IExperimentOptions<SensitivityWindowOptions>
{
    /// <summary>A blur of 3 epochs at three onsets, two networks, the rate falling: some fifteen seconds.</summary>
    public static SensitivityWindowOptions Quick { get; } = new();

    /// <summary>A blur of 5 epochs at six onsets, three networks, the rate falling and held: some five minutes.</summary>
    public static SensitivityWindowOptions Standard { get; } = new()
    {
        Learner = new() { Examples = 2000, TestExamples = 2000 },
        WindowEpochs = 5,
        Onsets = [0, 2, 4, 8, 12, 16],
        CleanEpochs = 20,
        Rates = [WindowRate.Falling, WindowRate.Held],
        Runs = 3,
    };

    /// <summary>The published setting and its window of 40 epochs: days on two cores.</summary>
    public static SensitivityWindowOptions Full { get; } = Standard with
    {
        Learner = LearnerOptions.Published,
        WindowEpochs = 40,
        Onsets = [0, 20, 40, 60, 80, 100, 140],
        CleanEpochs = 160,
    };

    /// <summary>Images, network and rule. Default: 1,000 generated images of 16×16, a residual network of width 8, a rate that falls
    /// by 0.7 an epoch.</summary>
    public LearnerOptions Learner { get; init; } = new() { Decay = 0.7 };

    /// <summary>What networks have in the window; not none. Default: blur.</summary>
    public Deficit Deficit { get; init; } = Deficit.Blur;

    /// <summary>Length of the window in epochs, at least 1. Default: 3.</summary>
    public int WindowEpochs { get; init; } = 3;

    /// <summary>Epochs at which the window begins, ascending from 0 on, at least two. Default: 0, 3, 6.</summary>
    public IReadOnlyList<int> Onsets { get; init; } = [0, 3, 6];

    /// <summary>Epochs of clean training after the window, at least 1. Default: 8.</summary>
    public int CleanEpochs { get; init; } = 8;

    /// <summary>What the learning rate does up to the end of the window, at least one, all different. Default: it falls.</summary>
    public IReadOnlyList<WindowRate> Rates { get; init; } = [WindowRate.Falling];

    /// <summary>Networks, 2 or more: a standard error needs as many. Default: 2.</summary>
    [Repetitions]
    public int Runs { get; init; } = 2;

    /// <summary>The seed of the images; network number r has seed + r. Default: 1.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>How many threads may work, at least 1, each on a network of its own; the result does not depend on it. Default: one a
    /// core.</summary>
    public int Threads { get; init; } = ParallelJobs.DefaultThreads;

    /// <summary>Checks every setting against its range.</summary>
    /// <exception cref="ArgumentException">A setting is out of its range; the message says which, and what it may be.</exception>
    public void Validate()
    {
        Learner.Validate();
        if (Deficit == Deficit.None)
            throw new ArgumentException(CriticalPeriodsText.NoWindowDeficit);
        if (WindowEpochs < 1)
            throw new ArgumentException(Text.Format(CriticalPeriodsText.BadWindow, WindowEpochs));
        if (Onsets.Count < 2 || Onsets[0] != 0 || !Onsets.IsAscending())
            throw new ArgumentException(CriticalPeriodsText.BadOnsets);
        if (Rates.Count == 0 || Rates.Distinct().Count() < Rates.Count)
            throw new ArgumentException(CriticalPeriodsText.BadRates);
        SweepRanges.Validate(CleanEpochs, Runs, Threads);
    }
}
