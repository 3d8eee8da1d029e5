using Tortue.Data;
using Tortue.Experiments;
using Tortue.Models;

namespace Tortue.Initialization;

/// <summary>The settings of <see cref="Saturation"/>.</summary>
public sealed record SaturationOptions : IExperimentOptions<SaturationOptions>
{
    private const int TestImages = 300;

    /// <summary>One network with each activation, 2,000 steps: about five seconds.</summary>
    public static SaturationOptions Quick { get; } = new();

    /// <summary>Five networks with each activation, 10,000 steps: about a minute and a half.</summary>
    public static SaturationOptions Standard { get; } = new() { Epochs = 20, Runs = 5 };

    /// <summary>The paper's width and number of steps, five million: days.</summary>
    public static SaturationOptions Full { get; } = new() { Width = 1000, Examples = 50_000, Epochs = 1000, Runs = 5 };

    /// <summary>Units of a hidden layer, 10 to 5,000. Default: 100; the paper has 1,000.</summary>
    public int Width { get; init; } = 100;

    /// <summary>Training images, generated ones of 16×16, 100 to 100,000. Default: 5,000.</summary>
    public int Examples { get; init; } = 5000;

    /// <summary>Examples in a minibatch, 1 to <see cref="Examples"/>. Default: 10, as in the paper.</summary>
    public int BatchSize { get; init; } = 10;

    /// <summary>Epochs, at least 1. Default: 4.</summary>
    public int Epochs { get; init; } = 4;

    /// <summary>The learning rate of gradient descent, above 0. Default: 0.1; at 0.03 the same begins some three times later.</summary>
    public double LearningRate { get; init; } = 0.1;

    /// <summary>How often the hidden layers are looked at while a network is trained, 10 to 200. Default: 25.</summary>
    public int Looks { get; init; } = 25;

    /// <summary>Networks with each activation, at least 1. Default: 1.</summary>
    [Repetitions]
    public int Runs { get; init; } = 1;

    /// <summary>The seed of the images; network number r has seed + r. Default: 1.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>How many threads may work, at least 1; the result does not depend on it. Default: one a core.</summary>
    public int Threads { get; init; } = ParallelJobs.DefaultThreads;

    /// <summary>The activations, in the order of the results.</summary>
    internal static IReadOnlyList<Activation> Activations { get; } = [Activation.Sigmoid, Activation.Tanh, Activation.Softsign];

    /// <summary>Steps of a training.</summary>
    internal int LastStep => Epochs * ((Examples + BatchSize - 1) / BatchSize);

    /// <summary>Steps from one look to the next.</summary>
    internal int ProbeEvery => Math.Max(1, LastStep / Looks);

    /// <summary>Checks every setting against its range.</summary>
    /// <exception cref="ArgumentException">A setting is out of its range; the message says which, and what it may be.</exception>
    public void Validate()
    {
        SettingRange.Check(nameof(Width), Width, 10, 5000);
        SettingRange.Check(nameof(Examples), Examples, 100, 100_000);
        SettingRange.Check(nameof(BatchSize), BatchSize, 1, Examples);
        SettingRange.Check(nameof(Epochs), Epochs, 1);
        SettingRange.CheckAscending(nameof(LearningRate), [LearningRate]);
        SettingRange.Check(nameof(Looks), Looks, 10, 200);
        SettingRange.Check(nameof(Runs), Runs, 1);
        SettingRange.Check(nameof(Threads), Threads, 1);
    }

    /// <summary>Hidden layers of the networks with an activation, four with sigmoid and five with the others, as in the paper.</summary>
    internal static int HiddenLayers(Activation activation) => activation == Activation.Sigmoid ? 4 : 5;

    /// <summary>The images to learn from, and those to look at.</summary>
    internal (LabelledData Training, LabelledData Test) Data()
    {
        var (training, test) = GeneratedImages.Make(new() { Count = Examples + TestImages, Seed = Seed }).Split(TestImages, Seed);
        var normalization = Normalization.Of(training);
        return (normalization.Apply(training), normalization.Apply(test));
    }
}
