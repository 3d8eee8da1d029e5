using Tortue.Experiments;

namespace Tortue.Foundations;

/// <summary>The settings of <see cref="RandomLabels"/>.</summary>
public sealed record RandomLabelsOptions : IExperimentOptions<RandomLabelsOptions>
{
    /// <summary>About ten seconds.</summary>
    public static RandomLabelsOptions Quick { get; } = new();

    /// <summary>Five times as many images and more runs: about a minute.</summary>
    public static RandomLabelsOptions Standard { get; } = new() { Examples = 5000, Runs = 5, Epochs = 100 };

    /// <summary>The same as <see cref="Standard"/>; the paper trains Inception and AlexNet on CIFAR-10.</summary>
    public static RandomLabelsOptions Full { get; } = Standard;

    /// <summary>Training images of 16×16, and as many for the test, 100 to 50,000. Default: 1,000.</summary>
    public int Examples { get; init; } = 1000;

    /// <summary>Width of the two hidden layers, at least 1. Default: 256.</summary>
    public int Width { get; init; } = 256;

    /// <summary>Epochs, at least 1. Default: 60.</summary>
    public int Epochs { get; init; } = 60;

    /// <summary>Networks for each kind of label, at least 1. Default: 3.</summary>
    [Repetitions]
    public int Runs { get; init; } = 3;

    /// <summary>The seed of images and labels; network number r has seed + r. Default: 1.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>Checks every setting against its range.</summary>
    /// <exception cref="ArgumentException">A setting is out of its range; the message says which, and what it may be.</exception>
    public void Validate()
    {
        if (Examples is < 100 or > 50_000)
            throw new ArgumentException(Text.Format(FoundationsText.BadExamples, Examples, 100, 50_000));
        if (Width < 1)
            throw new ArgumentException(Text.Format(FoundationsText.BadWidth, Width));
        if (Epochs < 1)
            throw new ArgumentException(Text.Format(FoundationsText.BadEpochs, Epochs));
        if (Runs < 1)
            throw new ArgumentException(Text.Format(FoundationsText.BadRuns, Runs));
    }
}
