using Tortue.Experiments;

namespace Tortue.DepthScaling;

/// <summary>The settings of <see cref="BatchNormGrowth"/>.</summary>
/// <remarks>
/// The borders of the verdict were set before <see cref="Standard"/> was run, but for one: that gradients beyond 10^±150 have exploded or
/// vanished. In batches of two they had left double's range, where they no longer change, and counted as kept.
/// </remarks>
public sealed record BatchNormGrowthOptions : IExperimentOptions<BatchNormGrowthOptions>
{
    /// <summary>The largest depth: beyond it, exploding numbers leave double's range.</summary>
    public const int LargestDepth = 1500;

    /// <summary>The largest batch.</summary>
    public const int LargestBatch = 4096;

    /// <summary>Depths up to 200, four sizes of the batch, ten networks: some three seconds on two cores.</summary>
    public static BatchNormGrowthOptions Quick { get; } = new();

    /// <summary>Depths up to 1,000, five sizes of the batch, 30 networks: a few minutes on two cores.</summary>
    public static BatchNormGrowthOptions Standard { get; } = new()
    {
        Depths = [10, 20, 50, 100, 200, 500, 1000],
        BatchSizes = [2, 4, 8, 32, 128],
        Networks = 30,
    };

    /// <summary>More depths, sizes of the batch and networks.</summary>
    public static BatchNormGrowthOptions Full { get; } = new()
    {
        Depths = [10, 20, 50, 100, 150, 200, 300, 500, 700, 1000],
        BatchSizes = [2, 3, 4, 6, 8, 16, 32, 64, 128, 256],
        Networks = 100,
    };

    /// <summary>The depths L, ascending, at least two, the last at least twice the first and at most <see cref="LargestDepth"/>. Default:
    /// 10, 25, 50, 100, 200.</summary>
    public IReadOnlyList<int> Depths { get; init; } = [10, 25, 50, 100, 200];

    /// <summary>Sizes N of the batch, ascending, at least two, 2 to <see cref="LargestBatch"/>. Default: 2, 4, 8,
    /// 32.</summary>
    public IReadOnlyList<int> BatchSizes { get; init; } = [2, 4, 8, 32];

    /// <summary>Networks for each depth, 2 to 10,000; the batches of all sizes and all variants share them. Default: 10.</summary>
    [Repetitions]
    public int Networks { get; init; } = 10;

    /// <summary>Width, input, layer, activation and law of the networks, and the β of <see cref="BatchNormVariant.Scaled"/>; its depth is
    /// replaced. Default: res-3, ReLU, d = 40, β = ½.</summary>
    public ResidualShape Network { get; init; } = new();

    /// <summary>The seed. Default: 11.</summary>
    public ulong Seed { get; init; } = 11;

    /// <summary>How many threads may work, at least 1; the result does not depend on it. Default: one a core.</summary>
    public int Threads { get; init; } = ParallelJobs.DefaultThreads;

    internal static IReadOnlyList<BatchNormVariant> Variants { get; } = Enum.GetValues<BatchNormVariant>();

    /// <summary>Checks every setting against its range.</summary>
    /// <exception cref="ArgumentException">A setting is out of its range; the message says which, and what it may be.</exception>
    public void Validate()
    {
        if (Depths.Count < 2 || !Depths.IsAscending())
            throw new ArgumentException(DepthScalingText.BadDepths);
        if (Depths[^1] < 2 * Depths[0] || Depths[^1] > LargestDepth)
            throw new ArgumentException(Text.Format(DepthScalingText.BadLastDepth, Depths[^1], LargestDepth));
        if (BatchSizes.Count < 2 || BatchSizes[0] < 2 || BatchSizes[^1] > LargestBatch || !BatchSizes.IsAscending())
            throw new ArgumentException(Text.Format(DepthScalingText.BadBatchSizes, LargestBatch));
        if (Networks is < 2 or > 10_000)
            throw new ArgumentException(Text.Format(DepthScalingText.BadNetworks, Networks, 10_000));
        if (Threads < 1)
            throw new ArgumentException(Text.Format(DepthScalingText.BadThreads, Threads));
        Network.RequireIndependent();
        foreach (var depth in Depths)
            (Network with { Depth = depth }).Validate();
    }
}
