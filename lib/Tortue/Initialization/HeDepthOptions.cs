using Tortue.Data;
using Tortue.Experiments;

namespace Tortue.Initialization;

/// <summary>The settings of <see cref="HeDepth"/>.</summary>
public sealed record HeDepthOptions : IExperimentOptions<HeDepthOptions>
{
    /// <summary>Momentum of gradient descent, as in the paper's time.</summary>
    internal const double Momentum = 0.9;

    /// <summary>Images of the batch on which the gradient before training is taken.</summary>
    internal const int ImagesAtStart = 500;

    private const int DepthStep = 4;

    /// <summary>10 and 30 layers, one network of each kind: about four seconds.</summary>
    public static HeDepthOptions Quick { get; } = new();

    /// <summary>Also the paper's 22 layers, more learning rates, five networks of each kind: about a minute and a half.</summary>
    public static HeDepthOptions Standard { get; } = new()
    {
        Depths = [10, 22, 30],
        LearningRates = [0.001, 0.003, 0.01, 0.1],
        Runs = 5,
    };

    /// <summary>Wider, with more images and epochs: days; the paper trains convolutional networks on ImageNet.</summary>
    public static HeDepthOptions Full { get; } = Standard with { Width = 256, Examples = 50_000, Epochs = 50 };

    /// <summary>Numbers of linear layers, one to four different numbers in ascending order, each 3 to 200. Default: 10 and 30.</summary>
    public IReadOnlyList<int> Depths { get; init; } = [10, 30];

    /// <summary>Units of a hidden layer, 10 to 2,000. Default: 100.</summary>
    public int Width { get; init; } = 100;

    /// <summary>Training images, generated ones of 16×16, 100 to 100,000. Default: 1,000.</summary>
    public int Examples { get; init; } = 1000;

    /// <summary>Examples in a minibatch, 1 to <see cref="Examples"/>. Default: 50.</summary>
    public int BatchSize { get; init; } = 50;

    /// <summary>Epochs, at least 1. Default: 30.</summary>
    public int Epochs { get; init; } = 30;

    /// <summary>The learning rates that each network is tried with, ascending. Default: 0.003 and 0.01.</summary>
    public IReadOnlyList<double> LearningRates { get; init; } = [0.003, 0.01];

    /// <summary>Networks with each depth, initialisation and rate, at least 1. Default: 1.</summary>
    [Repetitions]
    public int Runs { get; init; } = 1;

    /// <summary>The seed of the images; network number r has seed + r. Default: 1.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>How many threads may work, at least 1; the result does not depend on it. Default: one a core.</summary>
    public int Threads { get; init; } = ParallelJobs.DefaultThreads;

    /// <summary>Checks every setting against its range.</summary>
    /// <exception cref="ArgumentException">A setting is out of its range; the message says which, and what it may be.</exception>
    public void Validate()
    {
        SettingRange.CheckAscending(nameof(Depths), [.. Depths.Select(depth => (double)depth)]);
        SettingRange.Check(nameof(Depths) + ".Count", Depths.Count, 1, 4);
        foreach (int depth in Depths)
            SettingRange.Check(nameof(Depths), depth, 3, 200);
        SettingRange.Check(nameof(Width), Width, 10, 2000);
        SettingRange.Check(nameof(Examples), Examples, 100, 100_000);
        SettingRange.Check(nameof(BatchSize), BatchSize, 1, Examples);
        SettingRange.Check(nameof(Epochs), Epochs, 1);
        SettingRange.CheckAscending(nameof(LearningRates), LearningRates);
        SettingRange.Check(nameof(Runs), Runs, 1);
        SettingRange.Check(nameof(Threads), Threads, 1);
    }

    /// <summary>Every few depths up to the largest: where the gradient is measured before training.</summary>
    internal IEnumerable<int> DepthsAtStart()
    {
        for (int depth = 2; depth < Depths[^1]; depth += DepthStep)
            yield return depth;
        yield return Depths[^1];
    }

    /// <summary>The training set.</summary>
    internal LabelledData Data()
    {
        var data = GeneratedImages.Make(new() { Count = Examples, Seed = Seed });
        return Normalization.Of(data).Apply(data);
    }
}
