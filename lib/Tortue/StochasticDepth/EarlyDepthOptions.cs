using Tortue.Experiments;

namespace Tortue.StochasticDepth;

/// <summary>The settings of <see cref="EarlyDepth"/>.</summary>
public sealed record EarlyDepthOptions : IExperimentOptions<EarlyDepthOptions>
{
    /// <summary>8 layers, two networks each, few images and epochs: some five seconds.</summary>
    public static EarlyDepthOptions Quick { get; } = new();

    /// <summary>20 layers that see 2,000 images a few times, and 8 layers that see 500 many times, five networks each: a minute or
    /// two.</summary>
    public static EarlyDepthOptions Standard { get; } = new()
    {
        Underfitting = new() { Examples = 2000, Epochs = 6 },
        Overfitting = new(),
        UnderfittingBlocks = 3,
        OverfittingBlocks = 1,
        Runs = 5,
    };

    /// <summary>CIFAR-10 with the 110 layers of chapter 5's paper, for 30 epochs and for 500: months on two cores.</summary>
    public static EarlyDepthOptions Full { get; } = new()
    {
        Underfitting = DepthLearnerOptions.Published with { Epochs = 30 },
        Overfitting = DepthLearnerOptions.Published,
        UnderfittingBlocks = 18,
        OverfittingBlocks = 18,
        Runs = 3,
    };

    /// <summary>Images and rule of training where networks are to underfit: many images, seen a few times. Default: 500 images, 500 to test
    /// on, 4 epochs.</summary>
    public DepthLearnerOptions Underfitting { get; init; } = new() { Examples = 500, TestExamples = 500, Epochs = 4 };

    /// <summary>Images and rule of training where networks are to overfit: few images, seen often. Default: 200 images, 500 to test on, 40
    /// epochs.</summary>
    public DepthLearnerOptions Overfitting { get; init; } = new() { Examples = 200, TestExamples = 500, Epochs = 40 };

    /// <summary>Blocks in each of the three stages where networks are to underfit, at least 1. Default: 1.</summary>
    public int UnderfittingBlocks { get; init; } = 1;

    /// <summary>Blocks in each of the three stages where networks are to overfit, at least 1. Default: 1.</summary>
    public int OverfittingBlocks { get; init; } = 1;

    /// <summary>Probability that the last block is dropped, 1 − p_L, where blocks are dropped; above 0 and below 1. The others follow the
    /// linear rule. Default: ½, the authors' for early stochastic depth.</summary>
    public double DropRate { get; init; } = 0.5;

    /// <summary>Where early ends and late begins, a share of all steps, above 0 and below 1. Early stochastic depth falls from
    /// <see cref="DropRate"/> to 0 in a straight line; late begins with all of it. Default: 1/6, the authors' 50 of 300 epochs.</summary>
    public double Cutoff { get; init; } = 1.0 / 6;

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
        Underfitting.Validate();
        Overfitting.Validate();
        DepthRanges.Require(UnderfittingBlocks >= 1, StochasticDepthText.BadBlocksPerStage, UnderfittingBlocks);
        DepthRanges.Require(OverfittingBlocks >= 1, StochasticDepthText.BadBlocksPerStage, OverfittingBlocks);
        DepthRanges.Require(DropRate is > 0 and < 1, StochasticDepthText.BadDropRate, DropRate);
        DepthRanges.Require(Cutoff is > 0 and < 1, StochasticDepthText.BadDropCutoff, Cutoff);
        DepthRanges.Validate(Runs, Threads);
    }
}
