using Tortue.Data;
using Tortue.Experiments;

namespace Tortue.Foundations;

/// <summary>The settings of <see cref="RangeTest"/>.</summary>
public sealed record RangeTestOptions : IExperimentOptions<RangeTestOptions>
{
    /// <summary>Less than a second.</summary>
    public static RangeTestOptions Quick { get; } = new();

    /// <summary>More images, steps and epochs: about two seconds.</summary>
    public static RangeTestOptions Standard { get; } = new() { Examples = 8000, Steps = 500, Epochs = 10 };

    /// <summary>The same as <see cref="Standard"/>: the lecture names no size.</summary>
    public static RangeTestOptions Full { get; } = Standard;

    /// <summary>Training images of 16×16, 100 to 100,000. Default: 2,000.</summary>
    public int Examples { get; init; } = 2000;

    /// <summary>Examples in a minibatch, at least 1. Default: 64.</summary>
    public int BatchSize { get; init; } = 64;

    /// <summary>The learning rate of the first step, above 0. Default: 10⁻⁵.</summary>
    public double Lowest { get; init; } = 1e-5;

    /// <summary>The learning rate of the last step, above <see cref="Lowest"/>. Default: 10.</summary>
    public double Highest { get; init; } = 10;

    /// <summary>Steps of the test, at least 20. Default: 200.</summary>
    public int Steps { get; init; } = 200;

    /// <summary>Epochs of the trainings that the suggested rate is tried with, at least 1. Default: 4.</summary>
    public int Epochs { get; init; } = 4;

    /// <summary>How much smaller and larger the rates are that it is compared with, above 1. Default: 30.</summary>
    public double Factor { get; init; } = 30;

    /// <summary>The seed of images, network and order. Default: 1.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>Checks every setting against its range.</summary>
    /// <exception cref="ArgumentException">A setting is out of its range; the message says which, and what it may be.</exception>
    public void Validate()
    {
        if (Examples is < 100 or > 100_000)
            throw new ArgumentException(Text.Format(FoundationsText.BadExamples, Examples, 100, 100_000));
        if (BatchSize < 1 || BatchSize > Examples)
            throw new ArgumentException(Text.Format(FoundationsText.BadBatchSize, BatchSize, Examples));
        if (!(Lowest > 0 && Highest > Lowest && double.IsFinite(Highest)))
            throw new ArgumentException(Text.Format(FoundationsText.BadRates, Lowest, Highest));
        if (Steps < 20)
            throw new ArgumentException(Text.Format(FoundationsText.BadSteps, Steps));
        if (Epochs < 1)
            throw new ArgumentException(Text.Format(FoundationsText.BadEpochs, Epochs));
        if (!(Factor > 1))
            throw new ArgumentException(Text.Format(FoundationsText.BadFactor, Factor));
    }

    /// <summary>The training set.</summary>
    internal LabelledData Data()
    {
        var data = GeneratedImages.Make(new() { Count = Examples, Seed = Seed });
        return Normalization.Of(data).Apply(data);
    }
}
