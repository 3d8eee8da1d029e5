using Tortue.Experiments;

namespace Tortue.DepthScaling;

/// <summary>The settings of <see cref="BoundTightness"/>.</summary>
public sealed record BoundTightnessOptions : IExperimentOptions<BoundTightnessOptions>
{
    /// <summary>Widths up to 128, 100 networks each: about three seconds on two cores.</summary>
    public static BoundTightnessOptions Quick { get; } = new();

    /// <summary>Widths up to 256, 1,000 networks each: about three minutes on two cores.</summary>
    public static BoundTightnessOptions Standard { get; } = new() { Widths = [16, 40, 64, 96, 128, 192, 256], Networks = 1000 };

    /// <summary>Widths up to 512, 1,000 networks each: about half an hour on two cores.</summary>
    public static BoundTightnessOptions Full { get; } = new() { Widths = [16, 40, 64, 96, 128, 192, 256, 384, 512], Networks = 1000 };

    /// <summary>The widths d, ascending. Default: 40, 64, 96, 128.</summary>
    public IReadOnlyList<int> Widths { get; init; } = [40, 64, 96, 128];

    /// <summary>
    /// The probabilities δ with which a bound may fail, ascending, strictly between 0 and 1. Default: 0.05, 0.1, 0.25, 0.5, 0.9.
    /// </summary>
    public IReadOnlyList<double> Deltas { get; init; } = [0.05, 0.1, 0.25, 0.5, 0.9];

    /// <summary>Networks for each width, 20 to <see cref="DepthGrowthOptions.MostNetworks"/>. Default: 100.</summary>
    [Repetitions]
    public int Networks { get; init; } = 100;

    /// <summary>
    /// Layer, activation, law and input of the networks; β is ½, the width is replaced, and the depth raised where Corollary 4 (iii) asks
    /// for more. Default: res-3, ReLU, L = 1,000.
    /// </summary>
    public ResidualShape Network { get; init; } = new();

    /// <summary>The seed. Default: 6.</summary>
    public ulong Seed { get; init; } = 6;

    /// <summary>How many threads may work, at least 1; the result does not depend on it. Default: one a core.</summary>
    public int Threads { get; init; } = ParallelJobs.DefaultThreads;

    /// <summary>Checks every setting against its range.</summary>
    /// <exception cref="ArgumentException">A setting is out of its range; the message says which, and what it may be.</exception>
    public void Validate()
    {
        if (Widths.Count == 0 || !Widths.IsAscending())
            throw new ArgumentException(DepthScalingText.BadWidths);
        if (Deltas.Count < 2
            || Deltas.Any(delta => !(delta is > 0 and < 1))
            || !Deltas.IsAscending())
        {
            throw new ArgumentException(DepthScalingText.BadDeltas);
        }

        if (Networks is < 20 or > DepthGrowthOptions.MostNetworks)
            throw new ArgumentException(Text.Format(DepthScalingText.BadSampleSize, Networks, DepthGrowthOptions.MostNetworks));
        if (Threads < 1)
            throw new ArgumentException(Text.Format(DepthScalingText.BadThreads, Threads));
        Network.RequireIndependent();
        foreach (var shape in Shapes())
            shape.Validate();
    }

    /// <summary>One shape for each width.</summary>
    internal IEnumerable<ResidualShape> Shapes()
    {
        foreach (var width in Widths)
        {
            var shape = Network with { Beta = 0.5, Width = width };
            var needed = width > 0 && MomentConstant.Of(shape) is not null ? (int)Math.Ceiling(HiddenStateBounds.SmallestDepth(shape)) : 0;
            yield return shape with { Depth = Math.Max(shape.Depth, needed) };
        }
    }
}
