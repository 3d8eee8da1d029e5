using Tortue.Experiments;

namespace Tortue.DepthScaling;

/// <summary>The settings of <see cref="BatchNormCost"/>.</summary>
public sealed record BatchNormCostOptions : IExperimentOptions<BatchNormCostOptions>
{
    /// <summary>Classes of the networks.</summary>
    internal const int Classes = 10;

    /// <summary>Two widths, two sizes of the batch, 20 rounds: some two seconds.</summary>
    public static BatchNormCostOptions Quick { get; } = new();

    /// <summary>Four widths, 120 rounds: less than a minute.</summary>
    public static BatchNormCostOptions Standard { get; } = new() { Widths = [40, 80, 128, 256], Rounds = 120 };

    /// <summary>Five widths and three sizes of the batch, 300 rounds.</summary>
    public static BatchNormCostOptions Full { get; } =
        new() { Widths = [40, 80, 128, 256, 512], BatchSizes = [32, 128, 512], Rounds = 300 };

    /// <summary>Widths d of the networks, ascending, 2 to 2,048. Default: 40, 128.</summary>
    public IReadOnlyList<int> Widths { get; init; } = [40, 128];

    /// <summary>Sizes N of the batch, ascending, 2 to 4,096. Default: 32, 128.</summary>
    public IReadOnlyList<int> BatchSizes { get; init; } = [32, 128];

    /// <summary>Layers L of the networks, 1 to 1,000. Default: 20.</summary>
    public int Depth { get; init; } = 20;

    /// <summary>Rounds before those that are measured: code is compiled, memory is taken. At least 1. Default: 4.</summary>
    public int WarmUp { get; init; } = 4;

    /// <summary>Rounds that are measured, at least 3; each network makes a step in each. Default: 20.</summary>
    [Repetitions]
    public int Rounds { get; init; } = 20;

    /// <summary>The seed of weights and inputs; time does not depend on them. Default: 1.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>Checks every setting against its range.</summary>
    /// <exception cref="ArgumentException">A setting is out of its range; the message says which, and what it may be.</exception>
    public void Validate()
    {
        if (!Ascends(Widths, 2048))
            throw new ArgumentException(DepthScalingText.BadCostWidths);
        if (!Ascends(BatchSizes, BatchNormGrowthOptions.LargestBatch))
            throw new ArgumentException(DepthScalingText.BadCostBatches);
        if (Depth is < 1 or > 1000)
            throw new ArgumentException(Text.Format(DepthScalingText.BadDepth, Depth, 1000));
        if (WarmUp < 1 || Rounds < 3)
            throw new ArgumentException(Text.Format(DepthScalingText.BadCostRounds, WarmUp, Rounds));
    }

    private static bool Ascends(IReadOnlyList<int> values, int most) =>
        values.Count > 0 && values[0] >= 2 && values[^1] <= most && values.IsAscending();
}
