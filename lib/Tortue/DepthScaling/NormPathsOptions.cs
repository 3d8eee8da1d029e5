using Tortue.Experiments;

namespace Tortue.DepthScaling;

/// <summary>The settings of <see cref="NormPaths"/>.</summary>
public sealed record NormPathsOptions : IExperimentOptions<NormPathsOptions>
{
    /// <summary>Six networks for each of three exponents: well under a second.</summary>
    public static NormPathsOptions Quick { get; } = new();

    /// <summary>Depth 10,000.</summary>
    public static NormPathsOptions Standard { get; } = new() { Network = new() { Depth = 10_000 } };

    /// <summary>Depth 10,000 and twenty networks.</summary>
    public static NormPathsOptions Full { get; } = Standard with { Networks = 20 };

    /// <summary>The exponents β of α_L = L^(−β), at least 0, all different. Default: 1, ½, ¼.</summary>
    public IReadOnlyList<double> Betas { get; init; } = [1, 0.5, 0.25];

    /// <summary>Networks for each β, 1 to 100. Default: 6.</summary>
    [Repetitions]
    public int Networks { get; init; } = 6;

    /// <summary>The networks; β is replaced. Default: res-3, ReLU, d = 40, L = 1,000.</summary>
    public ResidualShape Network { get; init; } = new();

    /// <summary>The seed. Default: 4.</summary>
    public ulong Seed { get; init; } = 4;

    /// <summary>How many threads may work, at least 1; the result does not depend on it. Default: one a core.</summary>
    public int Threads { get; init; } = ParallelJobs.DefaultThreads;

    /// <summary>Checks every setting against its range.</summary>
    /// <exception cref="ArgumentException">A setting is out of its range; the message says which, and what it may be.</exception>
    public void Validate()
    {
        if (Betas.Count == 0 || Betas.Distinct().Count() < Betas.Count)
            throw new ArgumentException(DepthScalingText.BadBetas);
        if (Networks is < 1 or > 100)
            throw new ArgumentException(Text.Format(DepthScalingText.BadPathCount, Networks));
        if (Threads < 1)
            throw new ArgumentException(Text.Format(DepthScalingText.BadThreads, Threads));
        GrowthCurves.CriticalBeta(Network.Path);
        foreach (var beta in Betas)
            (Network with { Beta = beta }).Validate();
    }
}
