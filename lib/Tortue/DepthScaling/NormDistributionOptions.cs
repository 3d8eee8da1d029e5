using Tortue.Experiments;

namespace Tortue.DepthScaling;

/// <summary>The settings of <see cref="NormDistribution"/>: figure 2 of Marion et al., JMLR 26 (2025).</summary>
public sealed record NormDistributionOptions : IExperimentOptions<NormDistributionOptions>
{
    /// <summary>400 networks instead of the paper's 10,000: about 5 seconds on two cores.</summary>
    public static NormDistributionOptions Quick { get; } = new() { Networks = 400 };

    /// <summary>The paper's size: about two minutes on two cores.</summary>
    public static NormDistributionOptions Standard { get; } = new();

    /// <summary>The paper's size: the same as <see cref="Standard"/>.</summary>
    public static NormDistributionOptions Full { get; } = new();

    /// <summary>Networks, 20 to <see cref="DepthGrowthOptions.MostNetworks"/>. Default: 10,000.</summary>
    [Repetitions]
    public int Networks { get; init; } = 10_000;

    /// <summary>The networks. Default: res-3, ReLU, d = 100, L = 1,000, β = ½.</summary>
    public ResidualShape Network { get; init; } = new() { Width = 100 };

    /// <summary>The seed. Default: 2.</summary>
    public ulong Seed { get; init; } = 2;

    /// <summary>How many threads may work, at least 1; the result does not depend on it. Default: one a core.</summary>
    public int Threads { get; init; } = ParallelJobs.DefaultThreads;

    /// <summary>Checks every setting against its range.</summary>
    /// <exception cref="ArgumentException">A setting is out of its range; the message says which, and what it may be.</exception>
    public void Validate()
    {
        if (Networks is < 20 or > DepthGrowthOptions.MostNetworks)
            throw new ArgumentException(Text.Format(DepthScalingText.BadSampleSize, Networks, DepthGrowthOptions.MostNetworks));
        if (Threads < 1)
            throw new ArgumentException(Text.Format(DepthScalingText.BadThreads, Threads));
        Network.Validate();
    }
}
