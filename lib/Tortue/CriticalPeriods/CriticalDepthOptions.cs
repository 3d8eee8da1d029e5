using Tortue.Experiments;

namespace Tortue.CriticalPeriods;

/// <summary>The settings of <see cref="CriticalDepth"/>.</summary>
public sealed record CriticalDepthOptions : IExperimentOptions<CriticalDepthOptions>
{
    /// <summary>8 and 14 layers, blur removed after 8 epochs, two networks each: some twenty seconds.</summary>
    public static CriticalDepthOptions Quick { get; } = new();

    /// <summary>8, 14 and 20 layers, two removals and none, five networks each, half as many images and fewer epochs than in the other
    /// experiments: some four minutes.</summary>
    public static CriticalDepthOptions Standard { get; } = new()
    {
        Learner = new() { Examples = 1000, TestExamples = 2000, Decay = 0.77 },
        Blocks = [1, 2, 3],
        RemovalEpochs = [0, 6, 12],
        CleanEpochs = 12,
        Runs = 5,
    };

    /// <summary>CIFAR-10, up to 56 layers, with clean training as long as in the published figures: weeks on two cores.</summary>
    public static CriticalDepthOptions Full { get; } = Standard with
    {
        Learner = LearnerOptions.Published with { Network = LearnerNetwork.Residual, Width = 16 },
        Blocks = [1, 3, 9],
        RemovalEpochs = [0, 20, 40, 60, 80, 100, 140],
        CleanEpochs = 160,
    };

    /// <summary>Images, network and rule; the network is residual, and its blocks are replaced. Default: 1,000 generated images of 16×16,
    /// width 8, a rate that falls by 0.7 an epoch.</summary>
    public LearnerOptions Learner { get; init; } = new() { Decay = 0.7 };

    /// <summary>Blocks in each of the three stages, ascending from 1 on, two to five numbers: n make 6n + 2 layers. Default: 1 and
    /// 2.</summary>
    public IReadOnlyList<int> Blocks { get; init; } = [1, 2];

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
        if (Blocks.Count < 2 || Blocks.Count > RemovalCurves.Most || Blocks[0] < 1 || !Blocks.IsAscending())
            throw new ArgumentException(Text.Format(CriticalPeriodsText.BadDepths, RemovalCurves.Most));
        SweepRanges.Validate(RemovalEpochs, CleanEpochs, Runs, Threads);
    }
}
