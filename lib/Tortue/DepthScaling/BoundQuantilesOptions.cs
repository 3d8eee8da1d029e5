using Tortue.Experiments;

namespace Tortue.DepthScaling;

/// <summary>The settings of <see cref="BoundQuantiles"/>.</summary>
public sealed record BoundQuantilesOptions : IExperimentOptions<BoundQuantilesOptions>
{
    /// <summary>Widths up to 128, depths up to 1,000, 50 networks for each: about two seconds on two cores.</summary>
    public static BoundQuantilesOptions Quick { get; } = new();

    /// <summary>Widths up to 320, where at δ = ½ the lower bounds say something, and depths up to 3,000, 200 networks for each: about four
    /// minutes on two cores.</summary>
    public static BoundQuantilesOptions Standard { get; } =
        new() { Widths = [40, 64, 96, 144, 216, 320], Depths = [30, 100, 300, 1000, 3000], Networks = 200 };

    /// <summary>As <see cref="Standard"/>, with 1,000 networks for each: 20 minutes on two cores.</summary>
    public static BoundQuantilesOptions Full { get; } = Standard with { Networks = 1000 };

    /// <summary>The exponents β of α_L = L^(−β), at least 0, all different, two to four. Default: 1, ¾, ½.</summary>
    public IReadOnlyList<double> Betas { get; init; } = [1, 0.75, 0.5];

    /// <summary>The widths d, ascending, at least two. Default: 40, 64, 128.</summary>
    public IReadOnlyList<int> Widths { get; init; } = [40, 64, 128];

    /// <summary>The depths L, ascending, at least two. Default: 30, 100, 300, 1,000.</summary>
    public IReadOnlyList<int> Depths { get; init; } = [30, 100, 300, 1000];

    /// <summary>
    /// The probability δ with which a bound may fail, strictly between 0 and 1. What was measured does not depend on it:
    /// <see cref="BoundQuantilesResult.At"/> asks the same networks about another. Default: 0.1.
    /// </summary>
    public double Delta { get; init; } = 0.1;

    /// <summary>
    /// Networks for each β, d and L, 20 to <see cref="DepthGrowthOptions.MostNetworks"/>, and as many as it takes to show that a share is
    /// at least 1 − δ: 36 at δ = 0.1, 72 at 0.05. Default: 50.
    /// </summary>
    [Repetitions]
    public int Networks { get; init; } = 50;

    /// <summary>
    /// Layer, activation, law and input of the networks; width, depth and β are replaced. Default: res-3, ReLU.
    /// </summary>
    public ResidualShape Network { get; init; } = new();

    /// <summary>The seed. Default: 9.</summary>
    public ulong Seed { get; init; } = 9;

    /// <summary>How many threads may work, at least 1; the result does not depend on it. Default: one a core.</summary>
    public int Threads { get; init; } = ParallelJobs.DefaultThreads;

    /// <summary>Checks every setting against its range.</summary>
    /// <exception cref="ArgumentException">A setting is out of its range; the message says which, and what it may be.</exception>
    public void Validate()
    {
        if (Betas.Count is < 2 or > 4 || Betas.Distinct().Count() < Betas.Count)
            throw new ArgumentException(DepthScalingText.BadPanelBetas);
        if (Widths.Count < 2 || !Widths.IsAscending())
            throw new ArgumentException(DepthScalingText.BadSliderWidths);
        if (Depths.Count < 2 || !Depths.IsAscending())
            throw new ArgumentException(DepthScalingText.BadDepths);
        if (!(Delta is > 0 and < 1))
            throw new ArgumentException(Text.Format(DepthScalingText.BadDelta, Delta));
        if (Networks is < 20 or > DepthGrowthOptions.MostNetworks)
            throw new ArgumentException(Text.Format(DepthScalingText.BadSampleSize, Networks, DepthGrowthOptions.MostNetworks));
        if (CountedShare.SmallestCount(1 - Delta) is var needed && Networks < needed)
            throw new ArgumentException(Text.Format(DepthScalingText.TooFewForDelta, Networks, Delta, needed));
        if (Threads < 1)
            throw new ArgumentException(Text.Format(DepthScalingText.BadThreads, Threads));
        Network.RequireIndependent();
        foreach (var shape in Shapes())
            shape.Validate();
    }

    /// <summary>One shape for each β, d and L, in the order of the lists.</summary>
    internal IEnumerable<ResidualShape> Shapes() =>
        from beta in Betas
        from width in Widths
        from depth in Depths
        select Network with { Beta = beta, Width = width, Depth = depth };
}
