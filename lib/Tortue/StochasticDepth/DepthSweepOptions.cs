using Tortue.Experiments;

namespace Tortue.StochasticDepth;

/// <summary>The settings of <see cref="DepthSweep"/>.</summary>
public sealed record DepthSweepOptions : IExperimentOptions<DepthSweepOptions>
{
    /// <summary>8 and 20 layers, two networks each, so few epochs that stochastic depth has no time to pay: some five seconds.</summary>
    public static DepthSweepOptions Quick { get; } = new();

    /// <summary>8 to 56 layers, five networks each, 80 epochs of 500 images: some five minutes.</summary>
    public static DepthSweepOptions Standard { get; } = new() { Learner = new(), Blocks = [1, 3, 6, 9], Runs = 5 };

    /// <summary>CIFAR-10, up to the 110 layers of the paper: months on two cores.</summary>
    public static DepthSweepOptions Full { get; } = new()
    {
        Learner = DepthLearnerOptions.Published,
        Blocks = [3, 6, 9, 18],
        Runs = 3,
    };

    /// <summary>Images and rule of training. Default: 200 images, 500 to test on, 20 epochs.</summary>
    public DepthLearnerOptions Learner { get; init; } = new() { Examples = 200, TestExamples = 500, Epochs = 20 };

    /// <summary>Blocks in each of the three stages, ascending from 1 on, at least two numbers: n make 6n + 2 layers. Default: 1 and
    /// 3.</summary>
    public IReadOnlyList<int> Blocks { get; init; } = [1, 3];

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
        if (Blocks.Count < 2 || Blocks[0] < 1 || !Blocks.IsAscending())
            throw new ArgumentException(StochasticDepthText.BadDepths);
        DepthRanges.Survival(LastSurvival);
        DepthRanges.Validate(Runs, Threads);
    }
}
