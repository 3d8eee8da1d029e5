using Tortue.Experiments;

namespace Tortue.DepthScaling;

/// <summary>The settings of <see cref="BatchDependence"/>.</summary>
public sealed record BatchDependenceOptions : IExperimentOptions<BatchDependenceOptions>
{
    /// <summary>Four sizes of the batch up to 128, eight networks: some three seconds on two cores.</summary>
    public static BatchDependenceOptions Quick { get; } = new();

    /// <summary>Sizes of the batch up to 256, 20 networks: a minute or two on two cores.</summary>
    public static BatchDependenceOptions Standard { get; } = new()
    {
        BatchSizes = [2, 4, 8, 16, 32, 64, 128, 256],
        Examples = 8,
        Draws = 32,
        Networks = 20,
    };

    /// <summary>Sizes of the batch up to 1,024, and more examples and networks.</summary>
    public static BatchDependenceOptions Full { get; } = new()
    {
        BatchSizes = [2, 4, 8, 16, 32, 64, 128, 256, 512, 1024],
        Examples = 16,
        Draws = 64,
        Networks = 50,
    };

    /// <summary>Sizes N of the batch, ascending, 2 to 4,096, at least two of them at least <see cref="BatchDependenceResult.FirstFitted"/>.
    /// Default: 2, 8, 32, 128.</summary>
    public IReadOnlyList<int> BatchSizes { get; init; } = [2, 8, 32, 128];

    /// <summary>Examples that are looked at in each network, 2 to 1,000. Default: 8.</summary>
    public int Examples { get; init; } = 8;

    /// <summary>Draws of the companions of each example, 4 to 1,000; the running statistics are the means of as many batches as there are
    /// examples and draws of each. Default: 6.</summary>
    public int Draws { get; init; } = 6;

    /// <summary>Networks, 2 to 1,000. Default: 8.</summary>
    [Repetitions]
    public int Networks { get; init; } = 8;

    /// <summary>Width, depth, input, layer, activation and law of the networks. Default: res-3, ReLU, d = 40, L = 10.</summary>
    public ResidualShape Network { get; init; } = new() { Depth = 10 };

    /// <summary>The seed. Default: 12.</summary>
    public ulong Seed { get; init; } = 12;

    /// <summary>How many threads may work, at least 1; the result does not depend on it. Default: one a core.</summary>
    public int Threads { get; init; } = ParallelJobs.DefaultThreads;

    /// <summary>Checks every setting against its range.</summary>
    /// <exception cref="ArgumentException">A setting is out of its range; the message says which, and what it may be.</exception>
    public void Validate()
    {
        if (!BatchSizes.IsAscending()
            || BatchSizes.Count(size => size >= BatchDependenceResult.FirstFitted) < 2
            || BatchSizes[0] < 2 || BatchSizes[^1] > BatchNormGrowthOptions.LargestBatch)
        {
            throw new ArgumentException(
                Text.Format(DepthScalingText.BadFittedSizes, BatchDependenceResult.FirstFitted, BatchNormGrowthOptions.LargestBatch));
        }

        if (Examples is < 2 or > 1000 || Draws is < 4 or > 1000)
            throw new ArgumentException(Text.Format(DepthScalingText.BadExamplesDraws, Examples, Draws));
        if (Networks is < 2 or > 1000)
            throw new ArgumentException(Text.Format(DepthScalingText.BadNetworks, Networks, 1000));
        if (Threads < 1)
            throw new ArgumentException(Text.Format(DepthScalingText.BadThreads, Threads));
        Network.RequireIndependent();
        Network.Validate();
    }
}
