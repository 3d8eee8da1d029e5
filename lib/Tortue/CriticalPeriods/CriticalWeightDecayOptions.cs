using Tortue.Experiments;

namespace Tortue.CriticalPeriods;

/// <summary>The settings of <see cref="CriticalWeightDecay"/>.</summary>
public sealed record CriticalWeightDecayOptions : IExperimentOptions<CriticalWeightDecayOptions>
{
    /// <summary>λ = 0 and 10⁻³, blur removed after 8 epochs, two networks each: some fifteen seconds.</summary>
    public static CriticalWeightDecayOptions Quick { get; } = new();

    /// <summary>The λ of the course, two removals and none, three networks each: some four minutes.</summary>
    public static CriticalWeightDecayOptions Standard { get; } = new()
    {
        Learner = new() { Examples = 2000, TestExamples = 2000 },
        WeightDecays = [0, 5e-4, 10e-4],
        RemovalEpochs = [0, 10, 20],
        CleanEpochs = 20,
        Runs = 3,
    };

    /// <summary>The published setting, with clean training as long as in the published figures: days on two cores.</summary>
    public static CriticalWeightDecayOptions Full { get; } = Standard with
    {
        Learner = LearnerOptions.Published,
        RemovalEpochs = [0, 20, 40, 60, 80, 100, 140],
        CleanEpochs = 160,
    };

    /// <summary>Images, network and rule; weight decay is replaced. Default: 1,000 generated images of 16×16, a residual network of
    /// width 8, a rate that falls by 0.7 an epoch.</summary>
    public LearnerOptions Learner { get; init; } = new() { Decay = 0.7 };

    /// <summary>Weight decays λ, ascending and not negative, two to five. Default: 0 and 10⁻³.</summary>
    public IReadOnlyList<double> WeightDecays { get; init; } = [0, 1e-3];

    /// <summary>Epochs at which the blur is removed, ascending from 0 on, at least two. Default: 0 and 8.</summary>
    public IReadOnlyList<int> RemovalEpochs { get; init; } = [0, 8];

    /// <summary>Epochs of clean training after each removal, at least 1. Default: 8.</summary>
    public int CleanEpochs { get; init; } = 8;

    /// <summary>Networks of each kind, 2 or more: a standard error needs as many. Default: 2.</summary>
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
        if (WeightDecays.Count < 2 || WeightDecays.Count > RemovalCurves.Most || !WeightDecays.IsAscending())
            throw new ArgumentException(Text.Format(CriticalPeriodsText.BadWeightDecays, RemovalCurves.Most));
        foreach (double lambda in WeightDecays)
            (Learner with { WeightDecay = lambda }).Validate();
        SweepRanges.Validate(RemovalEpochs, CleanEpochs, Runs, Threads);
    }
}
