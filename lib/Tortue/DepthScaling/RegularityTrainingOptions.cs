using Tortue.Experiments;

namespace Tortue.DepthScaling;

/// <summary>The settings of <see cref="RegularityTraining"/>: figure 9 of Marion et al., JMLR 26 (2025).</summary>
public sealed record RegularityTrainingOptions : IExperimentOptions<RegularityTrainingOptions>
{
    private static readonly IReadOnlyList<double> PublishedPoints =
        [.. Enumerable.Range(0, 10).Select(i => Math.Round(0.1 + 0.8 * i / 9, 4))];

    /// <summary>40 layers, a grid of 4 × 4, two learning rates, two networks each, few images: some three seconds.</summary>
    public static RegularityTrainingOptions Quick { get; } = new();

    /// <summary>100 layers, a grid of 5 × 5, four learning rates, five networks each: some four minutes.</summary>
    public static RegularityTrainingOptions Standard { get; } = new()
    {
        Learner = new() { Examples = 6000, TestExamples = 2000, Epochs = 6 },
        Network = new() { Model = ResidualModel.Res1, Width = 30, Depth = 100 },
        HurstExponents = [0.1, 0.3, 0.5, 0.7, 0.9],
        Betas = [0.1, 0.3, 0.5, 0.7, 0.9],
        LearningRates = [1e-3, 1e-2, 1e-1, 1],
        Runs = 5,
    };

    /// <summary>The authors' size: MNIST, 1,000 layers, a grid of 10 × 10, five learning rates. Weeks.</summary>
    public static RegularityTrainingOptions Full { get; } = new()
    {
        Learner = ScaledLearnerOptions.Published,
        Network = new() { Model = ResidualModel.Res1, Width = 30, Depth = 1000 },
        HurstExponents = PublishedPoints,
        Betas = PublishedPoints,
        LearningRates = [1e-4, 1e-3, 1e-2, 1e-1, 1],
        Runs = 2,
    };

    /// <summary>The images, and how the networks learn. Default: 2,000 images, 3 epochs, the last at a tenth of the rate.</summary>
    public ScaledLearnerOptions Learner { get; init; } =
        new() { Examples = 2000, TestExamples = 1000, BatchSize = 64, Epochs = 3, DecayEvery = 2 };

    /// <summary>Width, depth, layer (res-1 or res-3) and activation of the networks; β, path and input are replaced. Default: res-1, ReLU,
    /// d = 30, L = 40.</summary>
    public ResidualShape Network { get; init; } = new() { Model = ResidualModel.Res1, Width = 30, Depth = 40 };

    /// <summary>The Hurst exponents H of the first weights, ascending, at least two, strictly between 0 and 1. Default: 0.1, 0.3, 0.6,
    /// 0.9.</summary>
    public IReadOnlyList<double> HurstExponents { get; init; } = [0.1, 0.3, 0.6, 0.9];

    /// <summary>The exponents β of α_L = L^(−β), ascending, at least two, at least 0. Default: 0.1, 0.3, 0.6, 0.9.</summary>
    public IReadOnlyList<double> Betas { get; init; } = [0.1, 0.3, 0.6, 0.9];

    /// <summary>Adam's learning rates to choose from, ascending, at least two, above 0. Default: 0.01 and 0.1.</summary>
    public IReadOnlyList<double> LearningRates { get; init; } = [1e-2, 1e-1];

    /// <summary>Networks for each H and β, 2 or more: a standard error needs as many. Default: 2.</summary>
    [Repetitions]
    public int Runs { get; init; } = 2;

    /// <summary>The seed of the images; network number r has seed + r everywhere. Default: 1.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>How many threads may work, at least 1, each on a cell of its own; the result does not depend on it. Default: one a
    /// core.</summary>
    public int Threads { get; init; } = ParallelJobs.DefaultThreads;

    /// <summary>Checks every setting against its range.</summary>
    /// <exception cref="ArgumentException">A setting is out of its range; the message says which, and what it may be.</exception>
    public void Validate()
    {
        Learner.Validate();
        if (HurstExponents.Count < 2 || !HurstExponents.IsAscending() || !(HurstExponents[0] > 0 && HurstExponents[^1] < 1))
            throw new ArgumentException(DepthScalingText.LearningHursts);
        if (Betas.Count < 2 || !Betas.IsAscending())
            throw new ArgumentException(DepthScalingText.LearningBetas);
        if (Network.Model == ResidualModel.Res2)
            throw new ArgumentException(DepthScalingText.LearningModel);
        foreach (var beta in Betas)
            Shape(HurstExponents[0], beta).Validate();
        if (LearningRates.Count < 2 || !LearningRates.IsAscending() || !(LearningRates[0] > 0) || !double.IsFinite(LearningRates[^1]))
            throw new ArgumentException(DepthScalingText.LearningRates);
        if (!HasPairs(GrowthRegime.Explodes) || !HasPairs(GrowthRegime.Vanishes))
            throw new ArgumentException(Text.Format(DepthScalingText.LearningSides, RegularityTrainingResult.LineWidth));
        if (Runs < 2)
            throw new ArgumentException(Text.Format(DepthScalingText.LearnerRuns, Runs));
        if (Threads < 1)
            throw new ArgumentException(Text.Format(DepthScalingText.BadThreads, Threads));
    }

    /// <summary>What the networks of a cell are made of.</summary>
    internal ResidualShape Shape(double hurst, double beta) => Network with { Path = WeightPath.Fractional(hurst), Beta = beta };

    /// <summary>The exponents β that lie on one side of the critical line at H, or near it.</summary>
    internal IEnumerable<double> BetasAt(double hurst, GrowthRegime regime) =>
        Betas.Where(beta => RegularityTrainingResult.RegimeOf(Network.Model, hurst, beta) == regime);

    /// <summary>The exponents H at which there are cells near the line and on one side of it.</summary>
    internal IEnumerable<double> HurstsWith(GrowthRegime regime) => HurstExponents.Where(
        hurst => BetasAt(hurst, GrowthRegime.Stays).Any() && BetasAt(hurst, regime).Any());

    private bool HasPairs(GrowthRegime regime) => HurstsWith(regime).Any();
}
