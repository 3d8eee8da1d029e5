using Tortue.Experiments;

namespace Tortue.DepthScaling;

/// <summary>
/// The settings of <see cref="DepthGrowth"/>: figures 1 and 3 of Marion et al., JMLR 26 (2025), and with smooth weights figures 4 and 5
/// (<see cref="SmoothGrowth"/>).
/// </summary>
public sealed record DepthGrowthOptions : IExperimentOptions<DepthGrowthOptions>
{
    /// <summary>Most networks for each β and L.</summary>
    public const int MostNetworks = 100_000;

    /// <summary>The paper's size, which takes about a second here.</summary>
    public static DepthGrowthOptions Quick { get; } = new();

    /// <summary>Twenty times as many networks as the paper: about 15 seconds on two cores.</summary>
    public static DepthGrowthOptions Standard { get; } = new() { Networks = 1000 };

    /// <summary>The paper's size: the same as <see cref="Quick"/>.</summary>
    public static DepthGrowthOptions Full { get; } = new();

    /// <summary>The exponents β of α_L = L^(−β), at least 0, all different. Default: 1, ½, ¼.</summary>
    public IReadOnlyList<double> Betas { get; init; } = [1, 0.5, 0.25];

    /// <summary>The depths L, ascending, at least two. Default: 10, 120, 230, …, 890, 1,000.</summary>
    public IReadOnlyList<int> Depths { get; init; } = [10, 120, 230, 340, 450, 560, 670, 780, 890, 1000];

    /// <summary>Networks for each β and L, 2 to <see cref="MostNetworks"/>. Default: 50.</summary>
    [Repetitions]
    public int Networks { get; init; } = 50;

    /// <summary>
    /// Width, input, layer, activation and law of the networks; its depth and β are replaced. Default: res-3, ReLU, d = 40.
    /// </summary>
    public ResidualShape Network { get; init; } = new();

    /// <summary>The seed. Default: 1.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>How many threads may work, at least 1; the result does not depend on it. Default: one a core.</summary>
    public int Threads { get; init; } = ParallelJobs.DefaultThreads;

    /// <summary>Checks every setting against its range.</summary>
    /// <exception cref="ArgumentException">A setting is out of its range; the message says which, and what it may be.</exception>
    public void Validate()
    {
        if (Betas.Count == 0 || Betas.Distinct().Count() < Betas.Count)
            throw new ArgumentException(DepthScalingText.BadBetas);
        if (Depths.Count < 2 || !Depths.IsAscending())
            throw new ArgumentException(DepthScalingText.BadDepths);
        if (Networks is < 2 or > MostNetworks)
            throw new ArgumentException(Text.Format(DepthScalingText.BadNetworks, Networks, MostNetworks));
        if (Threads < 1)
            throw new ArgumentException(Text.Format(DepthScalingText.BadThreads, Threads));
        GrowthCurves.CriticalBeta(Network.Path);
        foreach (var ensemble in Ensembles())
            ensemble.Shape.Validate();
    }

    /// <summary>One ensemble for each β and L, in the order of the lists.</summary>
    internal IReadOnlyList<NetworkEnsemble> Ensembles() =>
        [.. from beta in Betas from depth in Depths select new NetworkEnsemble(Network with { Beta = beta, Depth = depth }, Networks)];
}
