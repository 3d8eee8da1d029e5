using Tortue.Data;
using Tortue.Experiments;

namespace Tortue.Foundations;

/// <summary>The settings of <see cref="AccuracyCost"/>.</summary>
public sealed record AccuracyCostOptions : IExperimentOptions<AccuracyCostOptions>
{
    /// <summary>About fifteen seconds.</summary>
    public static AccuracyCostOptions Quick { get; } = new();

    /// <summary>More images and epochs, five runs: about three minutes.</summary>
    public static AccuracyCostOptions Standard { get; } = new() { Examples = 5000, Epochs = 10, Runs = 5 };

    /// <summary>The same as <see cref="Standard"/>; the lecture's chart compares networks for ImageNet.</summary>
    public static AccuracyCostOptions Full { get; } = Standard;

    /// <summary>Training images, 200 to 50,000; a quarter as many are kept for the test. Default: 4,000.</summary>
    public int Examples { get; init; } = 4000;

    /// <summary>Height and width of the images in pixels, <see cref="GeneratedImageOptions.SmallestSide"/> to
    /// <see cref="GeneratedImageOptions.LargestSide"/>. Default: 16.</summary>
    public int Side { get; init; } = 16;

    /// <summary>1 for grey images, 3 for images in colour. Default: 3.</summary>
    public int Channels { get; init; } = 3;

    /// <summary>Epochs, at least 1. Default: 6.</summary>
    public int Epochs { get; init; } = 6;

    /// <summary>Trainings of each network, at least 1. Default: 1.</summary>
    [Repetitions]
    public int Runs { get; init; } = 1;

    /// <summary>The seed of the images; training number r has seed + r. Default: 1.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>Checks every setting against its range.</summary>
    /// <exception cref="ArgumentException">A setting is out of its range; the message says which, and what it may be.</exception>
    public void Validate()
    {
        if (Examples is < 200 or > 50_000)
            throw new ArgumentException(Text.Format(FoundationsText.BadExamples, Examples, 200, 50_000));
        if (Epochs < 1)
            throw new ArgumentException(Text.Format(FoundationsText.BadEpochs, Epochs));
        if (Runs < 1)
            throw new ArgumentException(Text.Format(FoundationsText.BadRuns, Runs));
        Images.Validate();
    }

    /// <summary>The images for training and test together.</summary>
    internal GeneratedImageOptions Images =>
        new() { Count = Examples + Examples / 4, Side = Side, Channels = Channels, Seed = Seed };
}
