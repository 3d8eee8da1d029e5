using Tortue.Experiments;

namespace Tortue.DepthScaling;

/// <summary>The settings of <see cref="SmoothGrowth"/>: figures 4 and 5 of Marion et al., JMLR 26 (2025).</summary>
public sealed record SmoothGrowthOptions : IExperimentOptions<SmoothGrowthOptions>
{
    /// <summary>Ten networks instead of the paper's fifty for each point: a few seconds on two cores.</summary>
    public static SmoothGrowthOptions Quick { get; } = new() { Networks = 10 };

    /// <summary>Four times as many networks as the paper.</summary>
    public static SmoothGrowthOptions Standard { get; } = new() { Networks = 200 };

    /// <summary>The paper's size.</summary>
    public static SmoothGrowthOptions Full { get; } = new();

    /// <summary>The exponents β of α_L = L^(−β), at least 0, all different. Default: 2, 1, ½.</summary>
    public IReadOnlyList<double> Betas { get; init; } = [2, 1, 0.5];

    /// <summary>The depths L, ascending, at least two. Default: 10, 120, 230, …, 890, 1,000.</summary>
    public IReadOnlyList<int> Depths { get; init; } = [10, 120, 230, 340, 450, 560, 670, 780, 890, 1000];

    /// <summary>Networks for each β and L, 2 to <see cref="DepthGrowthOptions.MostNetworks"/>. Default: 50.</summary>
    [Repetitions]
    public int Networks { get; init; } = 50;

    /// <summary>
    /// Width, input, layer, activation and weights of the networks; its depth and β are replaced. Default: res-3, ReLU, d = 40, smooth
    /// weights.
    /// </summary>
    public ResidualShape Network { get; init; } = new() { Path = WeightPath.Smooth };

    /// <summary>The seed. Default: 7.</summary>
    public ulong Seed { get; init; } = 7;

    /// <summary>How many threads may work, at least 1; the result does not depend on it. Default: one a core.</summary>
    public int Threads { get; init; } = ParallelJobs.DefaultThreads;

    /// <summary>Checks every setting against its range.</summary>
    /// <exception cref="ArgumentException">A setting is out of its range; the message says which, and what it may be.</exception>
    public void Validate() => Growth().Validate();

    /// <summary>The same grid as the settings of the experiment that measures it.</summary>
    internal DepthGrowthOptions Growth() => new()
    {
        Betas = Betas,
        Depths = Depths,
        Networks = Networks,
        Network = Network,
        Seed = Seed,
        Threads = Threads,
    };
}
