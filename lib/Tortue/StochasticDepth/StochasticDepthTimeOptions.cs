using Tortue.Experiments;

namespace Tortue.StochasticDepth;

/// <summary>The settings of <see cref="StochasticDepthTime"/>.</summary>
public sealed record StochasticDepthTimeOptions : IExperimentOptions<StochasticDepthTimeOptions>
{
    /// <summary>54 narrow blocks on small images, 60 rounds: some two seconds.</summary>
    public static StochasticDepthTimeOptions Quick { get; } = new();

    /// <summary>54 equal blocks with 8 channels on images of 16×16, 300 rounds: some twenty seconds.</summary>
    public static StochasticDepthTimeOptions Standard { get; } = new()
    {
        Network = StochasticDepthShape.Tower(54, 8),
        Side = 16,
        BatchSize = 16,
        Rounds = 300,
    };

    /// <summary>The paper's network, images and minibatch.</summary>
    public static StochasticDepthTimeOptions Full { get; } = Standard with
    {
        Network = StochasticDepthShape.Published,
        Side = 32,
        BatchSize = 128,
    };

    /// <summary>The network. Default: a tower of 54 blocks with 4 channels.</summary>
    public StochasticDepthShape Network { get; init; } = StochasticDepthShape.Tower(54, 4);

    /// <summary>How the blocks' survival probabilities follow from the last one's. Default: linear.</summary>
    public SurvivalRule Rule { get; init; } = SurvivalRule.Linear;

    /// <summary>Height and width of the images in pixels, at least 4. Default: 8.</summary>
    public int Side { get; init; } = 8;

    /// <summary>Images in a minibatch, at least 2. Default: 8.</summary>
    public int BatchSize { get; init; } = 8;

    /// <summary>Survival probabilities p_L of the last block, descending from below 1 to 0. Default: 0.8, 0.5, 0.2, 0.</summary>
    public IReadOnlyList<double> LastSurvivals { get; init; } = [0.8, 0.5, 0.2, 0];

    /// <summary>p_L of the network that computes all blocks and multiplies those left out by 0, 0 to below 1. Default: ½.</summary>
    public double MaskedSurvival { get; init; } = 0.5;

    /// <summary>Rounds before those that are measured: code is compiled, memory is taken. At least 1. Default: 10.</summary>
    public int WarmUp { get; init; } = 10;

    /// <summary>Rounds that are measured, at least 3; each network makes a step in each. Default: 60.</summary>
    [Repetitions]
    public int Rounds { get; init; } = 60;

    /// <summary>The seed of weights, images and of what survives. Default: 1.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>Checks every setting against its range.</summary>
    /// <exception cref="ArgumentException">A setting is out of its range; the message says which, and what it may be.</exception>
    public void Validate()
    {
        Network.Validate();
        if (Side < 4 || BatchSize < 2)
            throw new ArgumentException(Text.Format(StochasticDepthText.BadTimeImages, Side, BatchSize));
        bool descends = LastSurvivals.Zip(LastSurvivals.Skip(1), (one, next) => one > next).All(isMore => isMore);
        if (LastSurvivals.Count == 0 || !descends || !LastSurvivals.Append(MaskedSurvival).All(p => p is >= 0 and < 1))
            throw new ArgumentException(StochasticDepthText.BadTimeSurvivals);
        if (WarmUp < 1 || Rounds < 3)
            throw new ArgumentException(Text.Format(StochasticDepthText.BadRounds, WarmUp, Rounds));
    }
}
