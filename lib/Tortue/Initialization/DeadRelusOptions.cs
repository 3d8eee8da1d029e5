using Tortue.Data;
using Tortue.Experiments;
using Tortue.Models;

namespace Tortue.Initialization;

/// <summary>The settings of <see cref="DeadRelus"/>.</summary>
public sealed record DeadRelusOptions : IExperimentOptions<DeadRelusOptions>
{
    /// <summary>Two biases, one network of each kind: about three seconds.</summary>
    public static DeadRelusOptions Quick { get; } = new();

    /// <summary>Four biases, five networks of each kind: about forty seconds.</summary>
    public static DeadRelusOptions Standard { get; } = new() { Biases = [-4, -3, -2, 0], Epochs = 30, Runs = 5 };

    /// <summary>The same as <see cref="Standard"/>: no paper names a size.</summary>
    public static DeadRelusOptions Full { get; } = Standard;

    /// <summary>Hidden layers, 1 to 20. Default: 1.</summary>
    public int Depth { get; init; } = 1;

    /// <summary>Units of a hidden layer, 10 to 2,000. Default: 100.</summary>
    public int Width { get; init; } = 100;

    /// <summary>Training images, generated ones of 16×16, 100 to 100,000. Default: 1,000.</summary>
    public int Examples { get; init; } = 1000;

    /// <summary>Examples in a minibatch, 1 to <see cref="Examples"/>. Default: 50.</summary>
    public int BatchSize { get; init; } = 50;

    /// <summary>Epochs, at least 1. Default: 15.</summary>
    public int Epochs { get; init; } = 15;

    /// <summary>Momentum of gradient descent, at least 0 and below 1. Default: 0; with momentum a unit that has died moves on
    /// for a few steps.</summary>
    public double Momentum { get; init; }

    /// <summary>The learning rates, ascending. Default: 0.03, 0.1 and 0.2.</summary>
    public IReadOnlyList<double> LearningRates { get; init; } = [0.03, 0.1, 0.2];

    /// <summary>The hidden layers' biases at the start, ascending. Default: −3 and 0.</summary>
    public IReadOnlyList<double> Biases { get; init; } = [-3, 0];

    /// <summary>The slope below 0 of the leaky ReLU, above 0 and below 1. Default: 0.1.</summary>
    public double Slope { get; init; } = 0.1;

    /// <summary>Networks of each kind, at least 1. Default: 1.</summary>
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
        SettingRange.Check(nameof(Depth), Depth, 1, 20);
        SettingRange.Check(nameof(Width), Width, 10, 2000);
        SettingRange.Check(nameof(Examples), Examples, 100, 100_000);
        SettingRange.Check(nameof(BatchSize), BatchSize, 1, Examples);
        SettingRange.Check(nameof(Epochs), Epochs, 1);
        SettingRange.CheckAscending(nameof(LearningRates), LearningRates);
        SettingRange.CheckShare(nameof(Momentum), Momentum, Momentum >= 0);
        SettingRange.CheckShare(nameof(Slope), Slope, Slope > 0);
        bool ascending = Biases.Zip(Biases.Skip(1)).All(pair => pair.First < pair.Second);
        if (Biases.Count == 0 || !ascending || !Biases.All(double.IsFinite))
            throw new ArgumentException(Text.Format(InitializationText.BadBiases, string.Join(", ", Biases)));
        SettingRange.Check(nameof(Runs), Runs, 1);
        SettingRange.Check(nameof(Threads), Threads, 1);
    }

    /// <summary>The two activations.</summary>
    internal IReadOnlyList<Activation> Activations() => [Activation.Relu, Activation.LeakyRelu(Slope)];

    /// <summary>The training set.</summary>
    internal LabelledData Data()
    {
        var data = GeneratedImages.Make(new() { Count = Examples, Seed = Seed });
        return Normalization.Of(data).Apply(data);
    }
}
