using Tortue.Experiments;

namespace Tortue.DepthScaling;

/// <summary>The settings of <see cref="RegularityMap"/>: figure 7 of Marion et al., JMLR 26 (2025).</summary>
/// <remarks>Res-1, the model of the paper's trained networks, has the width 30 there: Network = new() { Model = Res1, Width = 30
/// }.</remarks>
public sealed record RegularityMapOptions : IExperimentOptions<RegularityMapOptions>
{
    /// <summary>Most values of H and of β.</summary>
    public const int MostValues = 200;

    /// <summary>Most draws of the weights for each H.</summary>
    public const int MostDraws = 200;

    /// <summary>The largest exponent β: beyond it, float32 hardly sees what a layer adds.</summary>
    public const double BetaLimit = 2;

    /// <summary>A coarse grid and shallow networks: a few seconds on two cores.</summary>
    public static RegularityMapOptions Quick { get; } = new()
    {
        Roughest = 0.1,
        Smoothest = 0.9,
        HurstExponents = 9,
        Betas = 27,
        Inputs = 2,
        CriticalDraws = 16,
        Network = new() { Depth = 400 },
    };

    /// <summary>The paper's grid, networks, draws and inputs.</summary>
    public static RegularityMapOptions Standard { get; } = new();

    /// <summary>The paper's size: the same as <see cref="Standard"/>.</summary>
    public static RegularityMapOptions Full { get; } = new();

    /// <summary>The smallest Hurst exponent, above 0. Default: 0.05.</summary>
    public double Roughest { get; init; } = 0.05;

    /// <summary>The largest Hurst exponent, above <see cref="Roughest"/>, below 1. Default: 0.97.</summary>
    public double Smoothest { get; init; } = 0.97;

    /// <summary>How many Hurst exponents, evenly spaced, 2 to <see cref="MostValues"/>. Default: 51.</summary>
    public int HurstExponents { get; init; } = 51;

    /// <summary>The largest exponent β of α_L = L^(−β), at most <see cref="BetaLimit"/>; the smallest is 0. Above 0. Default:
    /// 1.3.</summary>
    public double LargestBeta { get; init; } = 1.3;

    /// <summary>How many exponents β, evenly spaced, 2 to <see cref="MostValues"/>. Default: 70.</summary>
    public int Betas { get; init; } = 70;

    /// <summary>Draws of the weights for each H, 1 to <see cref="MostDraws"/>. Default: 5.</summary>
    [Repetitions]
    public int Draws { get; init; } = 5;

    /// <summary>Draws for the critical β, those of the map among them, 2 to <see cref="MostDraws"/>; the additional ones have one input.
    /// Default: 20.</summary>
    public int CriticalDraws { get; init; } = 20;

    /// <summary>Inputs for each draw, 1 to 100. Default: 10.</summary>
    public int Inputs { get; init; } = 10;

    /// <summary>
    /// The networks, res-1 or res-3 with ReLU, at least 32 layers deep; β and the path of the weights are replaced. Default: res-3, d = 40,
    /// L = 1,000.
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
        if (!(Roughest > 0 && Roughest < Smoothest && Smoothest < 1))
            throw new ArgumentException(Text.Format(DepthScalingText.BadHurstRange, Roughest, Smoothest));
        if (!(LargestBeta is > 0 and <= BetaLimit))
            throw new ArgumentException(Text.Format(DepthScalingText.BadLargestBeta, LargestBeta, BetaLimit));
        if (HurstExponents is < 2 or > MostValues || Betas is < 2 or > MostValues)
            throw new ArgumentException(Text.Format(DepthScalingText.BadGrid, HurstExponents, Betas, MostValues));
        if (Draws is < 1 or > MostDraws || Inputs is < 1 or > 100)
            throw new ArgumentException(Text.Format(DepthScalingText.BadDrawsInputs, Draws, Inputs, MostDraws));
        if (CriticalDraws is < 2 or > MostDraws)
            throw new ArgumentException(Text.Format(DepthScalingText.BadCriticalDraws, CriticalDraws, MostDraws));
        if (Threads < 1)
            throw new ArgumentException(Text.Format(DepthScalingText.BadThreads, Threads));
        if (Network.Activation != Models.Activation.Relu || Network.Depth < 2 * RegularityMap.DepthRatio)
            throw new ArgumentException(Text.Format(DepthScalingText.BadMapNetwork, 2 * RegularityMap.DepthRatio));
        Shape(Roughest).Validate();
    }

    /// <summary>The Hurst exponents, ascending.</summary>
    internal double[] AllHurstExponents() =>
        [.. Enumerable.Range(0, HurstExponents).Select(i => Math.Round(Roughest + (Smoothest - Roughest) * i / (HurstExponents - 1), 6))];

    /// <summary>The exponents β, ascending.</summary>
    internal double[] AllBetas() => [.. Enumerable.Range(0, Betas).Select(i => Math.Round(LargestBeta * i / (Betas - 1), 6))];

    /// <summary>The networks with the weights of an H.</summary>
    internal ResidualShape Shape(double hurst) => Network with { Path = WeightPath.Fractional(hurst) };
}
