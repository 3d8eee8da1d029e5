using Tortue.Experiments;

namespace Tortue.StochasticDepth;

/// <summary>The settings of <see cref="FirstBlockGradient"/>.</summary>
public sealed record FirstBlockGradientOptions : IExperimentOptions<FirstBlockGradientOptions>
{
    /// <summary>14 layers, two networks each, 200 images: some three seconds.</summary>
    public static FirstBlockGradientOptions Quick { get; } = new();

    /// <summary>38 layers, three networks each, 80 epochs of 500 images: about a minute.</summary>
    public static FirstBlockGradientOptions Standard { get; } = new() { Learner = new(), Blocks = 6, Runs = 3 };

    /// <summary>CIFAR-10 with the 110 layers of the paper: weeks on two cores.</summary>
    public static FirstBlockGradientOptions Full { get; } = new() { Learner = DepthLearnerOptions.Published, Blocks = 18, Runs = 3 };

    /// <summary>Images and rule of training. Default: 200 images, 500 to test on, 40 epochs.</summary>
    public DepthLearnerOptions Learner { get; init; } = new() { Examples = 200, TestExamples = 500, Epochs = 40 };

    /// <summary>Blocks in each of the three stages, at least 1. Default: 2.</summary>
    public int Blocks { get; init; } = 2;

    /// <summary>p_L, the probability that the last block survives a minibatch, above 0 and below 1; the others follow the linear rule.
    /// Default: ½, the paper's.</summary>
    public double LastSurvival { get; init; } = 0.5;

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
        DepthRanges.Require(Blocks >= 1, StochasticDepthText.BadBlocksPerStage, Blocks);
        DepthRanges.Survival(LastSurvival);
        DepthRanges.Validate(Runs, Threads);
    }
}
