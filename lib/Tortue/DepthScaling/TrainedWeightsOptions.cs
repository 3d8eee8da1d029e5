using Tortue.Experiments;

namespace Tortue.DepthScaling;

/// <summary>The settings of <see cref="TrainedWeights"/>: figure 8 of Marion et al., JMLR 26 (2025).</summary>
public sealed record TrainedWeightsOptions : IExperimentOptions<TrainedWeightsOptions>
{
    /// <summary>Most cases that a chart holds side by side.</summary>
    public const int MostCases = 4;

    /// <summary>50 layers, two networks a case, few images, a larger learning rate: some two seconds.</summary>
    public static TrainedWeightsOptions Quick { get; } = new();

    /// <summary>200 layers, five networks a case, the authors' learning rate, a fifth of their images twice as often: some two
    /// minutes.</summary>
    public static TrainedWeightsOptions Standard { get; } = new()
    {
        Learner = new() { Examples = 12_000, TestExamples = 2000, Epochs = 20, DecayEvery = 10 },
        LearningRate = 1e-3,
        Network = new() { Model = ResidualModel.Res1, Width = 30, Depth = 200 },
        Runs = 5,
    };

    /// <summary>The authors' size: MNIST and 1,000 layers. An hour or two.</summary>
    public static TrainedWeightsOptions Full { get; } = new()
    {
        Learner = ScaledLearnerOptions.Published,
        LearningRate = 1e-3,
        Network = new() { Model = ResidualModel.Res1, Width = 30, Depth = 1000 },
        Runs = 3,
    };

    /// <summary>The images, and how the networks learn. Default: 2,000 images, 5 epochs.</summary>
    public ScaledLearnerOptions Learner { get; init; } = new() { Examples = 2000, TestExamples = 1000, BatchSize = 64, Epochs = 5 };

    /// <summary>Adam's learning rate in the first epochs, above 0. Default: 0.005; the authors' is 0.001.</summary>
    public double LearningRate { get; init; } = 5e-3;

    /// <summary>The exponent β of α_L = L^(−β) in each case, at least 0; two to <see cref="MostCases"/> cases. Default: 1, 1, ½.</summary>
    public IReadOnlyList<double> Betas { get; init; } = [1, 1, 0.5];

    /// <summary>How the first weights depend on each other along the depth in each case; as many as <see cref="Betas"/>. Default: rbf, iid,
    /// iid.</summary>
    public IReadOnlyList<WeightPath> Paths { get; init; } = [WeightPath.Smooth, WeightPath.Independent, WeightPath.Independent];

    /// <summary>
    /// Width, depth (at least 2), layer and activation of the networks; β, path and input are replaced. Default: res-1, ReLU, d = 30, L =
    /// 50.
    /// </summary>
    public ResidualShape Network { get; init; } = new() { Model = ResidualModel.Res1, Width = 30, Depth = 50 };

    /// <summary>Networks a case, 2 or more: a standard error needs as many. Default: 2.</summary>
    [Repetitions]
    public int Runs { get; init; } = 2;

    /// <summary>The seed of the images; network number r has seed + r in every case. Default: 1.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>How many threads may work, at least 1, each on a network of its own; the result does not depend on it. Default: one a
    /// core.</summary>
    public int Threads { get; init; } = ParallelJobs.DefaultThreads;

    /// <summary>The cases, in the order of the settings.</summary>
    internal IReadOnlyList<ResidualShape> Shapes => [.. Betas.Zip(Paths, (beta, path) => Network with { Beta = beta, Path = path })];

    /// <summary>Checks every setting against its range.</summary>
    /// <exception cref="ArgumentException">A setting is out of its range; the message says which, and what it may be.</exception>
    public void Validate()
    {
        Learner.Validate();
        if (!(LearningRate > 0 && double.IsFinite(LearningRate)))
            throw new ArgumentException(Text.Format(DepthScalingText.LearnerRate, LearningRate));
        if (Betas.Count is < 2 or > MostCases || Paths.Count != Betas.Count || Betas.Zip(Paths).Distinct().Count() < Betas.Count)
            throw new ArgumentException(Text.Format(DepthScalingText.TrainedCases, MostCases));
        foreach (var shape in Shapes)
            shape.Validate();
        if (Network.Depth < 2)
            throw new ArgumentException(DepthScalingText.RoughnessLayers);
        if (Runs < 2)
            throw new ArgumentException(Text.Format(DepthScalingText.LearnerRuns, Runs));
        if (Threads < 1)
            throw new ArgumentException(Text.Format(DepthScalingText.BadThreads, Threads));
    }
}
