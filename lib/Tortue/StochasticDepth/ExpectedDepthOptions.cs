using Tortue.Experiments;

namespace Tortue.StochasticDepth;

/// <summary>The settings of <see cref="ExpectedDepth"/>.</summary>
public sealed record ExpectedDepthOptions : IExperimentOptions<ExpectedDepthOptions>
{
    /// <summary>The paper's 54 blocks, five survival probabilities, 100,000 minibatches each: about a second.</summary>
    public static ExpectedDepthOptions Quick { get; } = new();

    /// <summary>Nine survival probabilities: a few seconds.</summary>
    public static ExpectedDepthOptions Standard { get; } = new() { LastSurvivals = [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9] };

    /// <summary>A million minibatches each.</summary>
    public static ExpectedDepthOptions Full { get; } = Standard with { Draws = 1_000_000 };

    /// <summary>L, the number of blocks, 1 to 1,000. Default: 54, as in the paper's network of 110 layers.</summary>
    public int Blocks { get; init; } = 54;

    /// <summary>Survival probabilities p_L of the last block, 0 to 1, ascending, at least two. Default: 0.2, 0.35, 0.5, 0.65,
    /// 0.8.</summary>
    public IReadOnlyList<double> LastSurvivals { get; init; } = [0.2, 0.35, 0.5, 0.65, 0.8];

    /// <summary>Minibatches that are drawn for each rule and probability, 1,000 to 10,000,000. Default: 100,000.</summary>
    [Repetitions]
    public int Draws { get; init; } = 100_000;

    /// <summary>The seed. Default: 1.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>How many threads may work, at least 1; the result does not depend on it. Default: one a core.</summary>
    public int Threads { get; init; } = ParallelJobs.DefaultThreads;

    /// <summary>Checks every setting against its range.</summary>
    /// <exception cref="ArgumentException">A setting is out of its range; the message says which, and what it may be.</exception>
    public void Validate()
    {
        if (Blocks is < 1 or > 1000)
            throw new ArgumentException(Text.Format(StochasticDepthText.BadDepthBlocks, Blocks));
        bool ascends = LastSurvivals.Zip(LastSurvivals.Skip(1), (one, next) => one < next).All(isLess => isLess);
        if (LastSurvivals.Count < 2 || !ascends || !LastSurvivals.All(p => p is >= 0 and <= 1))
            throw new ArgumentException(StochasticDepthText.BadLastSurvivals);
        if (Draws is < 1000 or > 10_000_000)
            throw new ArgumentException(Text.Format(StochasticDepthText.BadDraws, Draws));
        if (Threads < 1)
            throw new ArgumentException(Text.Format(StochasticDepthText.BadDepthThreads, Threads));
    }
}
