using Tortue.Experiments;

namespace Tortue.StochasticDepth;

/// <summary>The settings of <see cref="SurvivalSweep"/>.</summary>
public sealed record SurvivalSweepOptions : IExperimentOptions<SurvivalSweepOptions>
{
    /// <summary>8 and 14 layers, two survival probabilities, two networks each, few epochs: some five seconds.</summary>
    public static SurvivalSweepOptions Quick { get; } = new();

    /// <summary>8 and 20 layers, four survival probabilities and constant depth, three networks each: some two minutes.</summary>
    public static SurvivalSweepOptions Standard { get; } = new()
    {
        Learner = new(),
        ShallowBlocks = 1,
        DeepBlocks = 3,
        Survivals = [0.2, 0.4, 0.6, 0.8],
        Runs = 3,
    };

    /// <summary>CIFAR-10 with the 110 layers of the paper: months on two cores.</summary>
    public static SurvivalSweepOptions Full { get; } = new()
    {
        Learner = DepthLearnerOptions.Published,
        ShallowBlocks = 3,
        DeepBlocks = 18,
        Survivals = [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9],
        Runs = 3,
    };

    /// <summary>Images and rule of training. Default: 200 images, 500 to test on, 20 epochs.</summary>
    public DepthLearnerOptions Learner { get; init; } = new() { Examples = 200, TestExamples = 500, Epochs = 20 };

    /// <summary>Blocks in each of the three stages of the shallow networks, which follow the linear rule; at least 1. Default: 1.</summary>
    public int ShallowBlocks { get; init; } = 1;

    /// <summary>Blocks in each of the three stages of the deep networks, more than in the shallow ones; both rules are tried. Default:
    /// 2.</summary>
    public int DeepBlocks { get; init; } = 2;

    /// <summary>Survival probabilities p_L of the last block, ascending, above 0 and below 1, at least two, one of them from 0.4 to 0.8;
    /// constant depth, 1, is measured anyway. Default: 0.2 and 0.6.</summary>
    public IReadOnlyList<double> Survivals { get; init; } = [0.2, 0.6];

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
        DepthRanges.Require(ShallowBlocks >= 1, StochasticDepthText.BadShallowBlocks, ShallowBlocks);
        if (DeepBlocks <= ShallowBlocks)
            throw new ArgumentException(Text.Format(StochasticDepthText.BadDeepBlocks, DeepBlocks, ShallowBlocks));
        if (Survivals.Count < 2 || !Survivals.IsAscending() || !Survivals.Any(SurvivalSweepResult.IsMiddle))
            throw new ArgumentException(StochasticDepthText.BadSurvivals);
        DepthRanges.Survival(Survivals[0]);
        DepthRanges.Survival(Survivals[^1]);
        DepthRanges.Validate(Runs, Threads);
    }
}
