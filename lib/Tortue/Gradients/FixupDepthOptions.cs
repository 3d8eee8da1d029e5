using Tortue.Experiments;

namespace Tortue.Gradients;

/// <summary>The settings of <see cref="FixupDepth"/>.</summary>
public sealed record FixupDepthOptions : IExperimentOptions<FixupDepthOptions>
{
    /// <summary>Fewest images.</summary>
    public const int FewestExamples = 200;

    /// <summary>Most images.</summary>
    public const int MostExamples = 50_000;

    /// <summary>One network for each scheme and depth: about five seconds.</summary>
    public static FixupDepthOptions Quick { get; } = new();

    /// <summary>Depths up to 50 blocks, five networks each, twice as many images: about three minutes alone on two cores.</summary>
    public static FixupDepthOptions Standard { get; } = new() { Depths = [2, 5, 10, 20, 50], Examples = 6000, Runs = 5 };

    /// <summary>Deeper and wider, on more images, with the authors' minibatches. The paper has CIFAR-10 and up to 10,000 layers.</summary>
    public static FixupDepthOptions Full { get; } = new()
    {
        Depths = [2, 5, 10, 20, 50, 100, 200],
        Examples = 50_000,
        BatchSize = 128,
        Width = 16,
        Runs = 5,
    };

    /// <summary>Residual blocks, ascending, at least 1; a network has 2 layers a block and 2 more. Default: 2, 5, 20.</summary>
    public IReadOnlyList<int> Depths { get; init; } = [2, 5, 20];

    /// <summary>Training images of 16×16, <see cref="FewestExamples"/> to <see cref="MostExamples"/>; half as many are kept for the
    /// test. Default: 3,000.</summary>
    public int Examples { get; init; } = 3000;

    /// <summary>Channels of the networks, at least 1. Default: 8.</summary>
    public int Width { get; init; } = 8;

    /// <summary>Images in a minibatch, at least 1. Default: 32.</summary>
    public int BatchSize { get; init; } = 32;

    /// <summary>Learning rate, the same for all networks, above 0. Default: 0.1, the authors'.</summary>
    public double LearningRate { get; init; } = 0.1;

    /// <summary>Momentum, from 0 to below 1. Default: 0.9, the authors'.</summary>
    public double Momentum { get; init; } = 0.9;

    /// <summary>Networks for each scheme and depth, at least 1. Default: 1.</summary>
    [Repetitions]
    public int Runs { get; init; } = 1;

    /// <summary>The seed of the images; network number r has seed + r. Default: 1.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>Checks every setting against its range.</summary>
    /// <exception cref="ArgumentException">A setting is out of its range; the message says which, and what it may be.</exception>
    public void Validate()
    {
        if (Depths.Count == 0 || Depths[0] < 1 || !Depths.IsAscending())
            throw new ArgumentException(GradientsText.FixupDepthBadDepths);
        if (Examples is < FewestExamples or > MostExamples)
            throw new ArgumentException(Text.Format(GradientsText.FixupDepthBadExamples, Examples, FewestExamples, MostExamples));
        if (Width < 1)
            throw new ArgumentException(Text.Format(GradientsText.FixupDepthBadWidth, Width));
        if (BatchSize < 1)
            throw new ArgumentException(Text.Format(GradientsText.FixupDepthBadBatchSize, BatchSize));
        if (!(LearningRate > 0 && double.IsFinite(LearningRate)))
            throw new ArgumentException(Text.Format(GradientsText.FixupDepthBadRate, LearningRate));
        if (!(Momentum is >= 0 and < 1))
            throw new ArgumentException(Text.Format(GradientsText.FixupDepthBadMomentum, Momentum));
        if (Runs < 1)
            throw new ArgumentException(Text.Format(GradientsText.FixupDepthBadRuns, Runs));
    }
}
