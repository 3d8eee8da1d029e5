using Tortue.Experiments;

namespace Tortue.DepthScaling;

/// <summary>The settings of <see cref="FractionalPaths"/>: figure 6 of Marion et al., JMLR 26 (2025).</summary>
public sealed record FractionalPathsOptions : IExperimentOptions<FractionalPathsOptions>
{
    /// <summary>Most steps of a path.</summary>
    public const int MostSteps = 100_000;

    /// <summary>Most paths for each H.</summary>
    public const int MostPaths = 1000;

    /// <summary>The paper's size: well under a second.</summary>
    public static FractionalPathsOptions Quick { get; } = new();

    /// <summary>Ten times as many paths to read H from.</summary>
    public static FractionalPathsOptions Standard { get; } = new() { Paths = 200 };

    /// <summary>The paper's size: the same as <see cref="Quick"/>.</summary>
    public static FractionalPathsOptions Full { get; } = new();

    /// <summary>The Hurst exponents H, strictly between 0 and 1, all different. Default: 0.2, 0.5, 0.8.</summary>
    public IReadOnlyList<double> HurstExponents { get; init; } = [0.2, 0.5, 0.8];

    /// <summary>Steps of a path, <see cref="HurstExponent.ShortestPath"/> to <see cref="MostSteps"/>. Default: 1,000.</summary>
    public int Steps { get; init; } = 1000;

    /// <summary>Paths for each H, from which it is read; the first is drawn. 2 to <see cref="MostPaths"/>. Default: 20.</summary>
    [Repetitions]
    public int Paths { get; init; } = 20;

    /// <summary>The seed. Default: 8.</summary>
    public ulong Seed { get; init; } = 8;

    /// <summary>Checks every setting against its range.</summary>
    /// <exception cref="ArgumentException">A setting is out of its range; the message says which, and what it may be.</exception>
    public void Validate()
    {
        if (HurstExponents.Count == 0 || HurstExponents.Distinct().Count() < HurstExponents.Count || HurstExponents.Any(h => !(h is > 0 and < 1)))
            throw new ArgumentException(DepthScalingText.BadHursts);
        if (Steps is < HurstExponent.ShortestPath or > MostSteps)
            throw new ArgumentException(Text.Format(DepthScalingText.BadSteps, Steps, HurstExponent.ShortestPath, MostSteps));
        if (Paths is < 2 or > MostPaths)
            throw new ArgumentException(Text.Format(DepthScalingText.BadFractionalPaths, Paths, MostPaths));
    }
}
