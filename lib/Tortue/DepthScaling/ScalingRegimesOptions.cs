using Tortue.Experiments;

namespace Tortue.DepthScaling;

/// <summary>The settings of <see cref="ScalingRegimes"/>.</summary>
public sealed record ScalingRegimesOptions : IExperimentOptions<ScalingRegimesOptions>
{
    /// <summary>Ten exponents and five depths, 30 networks each: about two seconds on two cores.</summary>
    public static ScalingRegimesOptions Quick { get; } = new();

    /// <summary>Ten times as many networks: about 15 seconds on two cores.</summary>
    public static ScalingRegimesOptions Standard { get; } = new() { Networks = 300 };

    /// <summary>Depths up to 10,000: about four minutes on two cores.</summary>
    public static ScalingRegimesOptions Full { get; } = new() { Networks = 300, Depths = [20, 50, 200, 500, 1000, 3000, 10_000] };

    /// <summary>The exponents β of α_L = L^(−β), at least 0, all different. Default: 0.2, 0.3, …, 1.1.</summary>
    public IReadOnlyList<double> Betas { get; init; } = [0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1, 1.1];

    /// <summary>The depths L, ascending, at least two. Default: 20, 50, 200, 500, 1,000.</summary>
    public IReadOnlyList<int> Depths { get; init; } = [20, 50, 200, 500, 1000];

    /// <summary>Networks for each β and L, 2 to <see cref="DepthGrowthOptions.MostNetworks"/>. Default: 30.</summary>
    [Repetitions]
    public int Networks { get; init; } = 30;

    /// <summary>
    /// Width, input, layer, activation and law of the networks; its depth and β are replaced. Default: res-3, ReLU, d = 40.
    /// </summary>
    public ResidualShape Network { get; init; } = new();

    /// <summary>The seed. Default: 3.</summary>
    public ulong Seed { get; init; } = 3;

    /// <summary>How many threads may work, at least 1; the result does not depend on it. Default: one a core.</summary>
    public int Threads { get; init; } = ParallelJobs.DefaultThreads;

    /// <summary>Checks every setting against its range.</summary>
    /// <exception cref="ArgumentException">A setting is out of its range; the message says which, and what it may be.</exception>
    public void Validate()
    {
        Network.RequireIndependent();
        Growth().Validate();
    }

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
