using Tortue.Experiments;
using Tortue.Models;

namespace Tortue.Gradients;

/// <summary>The settings of <see cref="LossSurface"/>.</summary>
public sealed record LossSurfaceOptions : IExperimentOptions<LossSurfaceOptions>
{
    /// <summary>Two depths, one network of each kind, a coarse grid: about five seconds.</summary>
    public static LossSurfaceOptions Quick { get; } = new();

    /// <summary>Three depths, five networks of each kind: about five minutes on a busy machine.</summary>
    public static LossSurfaceOptions Standard { get; } =
        new() { Depths = [8, 20, 38], Examples = 1000, Epochs = 20, Runs = 5, Points = 21, Images = 200 };

    /// <summary>The grid of the paper, 51×51, and its depths; images and networks stay small.</summary>
    public static LossSurfaceOptions Full { get; } =
        new() { Depths = [20, 56, 110], Width = 16, Examples = 10_000, Epochs = 40, Runs = 5, Points = 51, Images = 1000 };

    /// <summary>Depths L in layers with weights, ascending, each 6n + 2. Default: 8 and 20.</summary>
    public IReadOnlyList<int> Depths { get; init; } = [8, 20];

    /// <summary>Channels of the first stage, at least 2; the later ones have twice and four times as many. Default: 8.</summary>
    public int Width { get; init; } = 8;

    /// <summary>Generated images of 16×16 to train on, 50 to 50,000; half as many are for the test. Default: 500.</summary>
    public int Examples { get; init; } = 500;

    /// <summary>Epochs of training, at least 2: the learning rate falls to a tenth after half and after three quarters of them.
    /// Default: 20.</summary>
    public int Epochs { get; init; } = 20;

    /// <summary>Learning rate at the start, above 0. Default: 0.05.</summary>
    public double LearningRate { get; init; } = 0.05;

    /// <summary>Networks of each kind and depth, each with directions of its own, at least 1. Default: 1.</summary>
    [Repetitions]
    public int Runs { get; init; } = 1;

    /// <summary>Points along each side of the grid on [−1, 1]², odd so that the trained weights are one of them, 5 to 101.
    /// Default: 13.</summary>
    public int Points { get; init; } = 13;

    /// <summary>Training images on which the surface is measured, the same at each point, 10 to <see cref="Examples"/>.
    /// Default: 60.</summary>
    public int Images { get; init; } = 60;

    /// <summary>The seed of the images; network number r has seed + r. Default: 1.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>Checks every setting against its range.</summary>
    /// <exception cref="ArgumentException">A setting is out of its range; the message says which, and what it may be.</exception>
    public void Validate()
    {
        foreach (int depth in Depths)
        {
            if (!ShortcutNetwork.IsDepth(depth))
                throw new ArgumentException(Text.Format(ModelsText.BadShortcutDepth, depth));
        }

        if (Depths.Count == 0 || !Depths.IsAscending())
            throw new ArgumentException(GradientsText.SurfaceBadDepths);
        if (Width < 2)
            throw new ArgumentException(Text.Format(GradientsText.SurfaceBadWidth, Width));
        if (Examples is < 50 or > 50_000)
            throw new ArgumentException(Text.Format(GradientsText.SurfaceBadExamples, Examples));
        if (Epochs < 2)
            throw new ArgumentException(Text.Format(GradientsText.SurfaceBadEpochs, Epochs));
        if (!(LearningRate > 0 && double.IsFinite(LearningRate)))
            throw new ArgumentException(Text.Format(GradientsText.SurfaceBadRate, LearningRate));
        if (Runs < 1)
            throw new ArgumentException(Text.Format(GradientsText.SurfaceBadRuns, Runs));
        if (Points is < 5 or > 101 || Points % 2 == 0)
            throw new ArgumentException(Text.Format(GradientsText.SurfaceBadPoints, Points));
        if (Images < 10 || Images > Examples)
            throw new ArgumentException(Text.Format(GradientsText.SurfaceBadImages, Images, Examples));
    }

    /// <summary>Positions along both axes, from −1 to 1 with 0 in the middle.</summary>
    internal double[] Steps() => [.. Enumerable.Range(0, Points).Select(i => ((2.0 * i) - (Points - 1)) / (Points - 1))];
}
