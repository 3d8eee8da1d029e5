using Tortue.Data;
using Tortue.Experiments;

namespace Tortue.Foundations;

/// <summary>The settings of <see cref="GradientNoise"/>.</summary>
public sealed record GradientNoiseOptions : IExperimentOptions<GradientNoiseOptions>
{
    /// <summary>About three seconds.</summary>
    public static GradientNoiseOptions Quick { get; } = new();

    /// <summary>More examples and more draws: about fifteen seconds.</summary>
    public static GradientNoiseOptions Standard { get; } = new() { Examples = 4000, Draws = 1000 };

    /// <summary>The same as <see cref="Standard"/>: the lecture names no size.</summary>
    public static GradientNoiseOptions Full { get; } = Standard;

    /// <summary>Size N of the training set, 20 to 100,000. Default: 1,000 generated images of 16×16.</summary>
    public int Examples { get; init; } = 1000;

    /// <summary>Sizes of the minibatches, ascending, from 1 to N − 1. Default: 1, 2, 4, …, 512.</summary>
    public IReadOnlyList<int> BatchSizes { get; init; } = [1, 2, 4, 8, 16, 32, 64, 128, 256, 512];

    /// <summary>Minibatches drawn of each size, at least 10. Default: 200.</summary>
    [Repetitions]
    public int Draws { get; init; } = 200;

    /// <summary>Width of the one hidden layer, at least 1. Default: 32.</summary>
    public int Width { get; init; } = 32;

    /// <summary>The seed of the network and of the draws. Default: 1.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>Checks every setting against its range.</summary>
    /// <exception cref="ArgumentException">A setting is out of its range; the message says which, and what it may be.</exception>
    public void Validate()
    {
        if (Examples is < 20 or > 100_000)
            throw new ArgumentException(Text.Format(FoundationsText.BadExamples, Examples, 20, 100_000));
        bool ascending = BatchSizes.Zip(BatchSizes.Skip(1)).All(pair => pair.First < pair.Second);
        if (BatchSizes.Count < 2 || BatchSizes[0] < 1 || BatchSizes[^1] >= Examples || !ascending)
            throw new ArgumentException(Text.Format(FoundationsText.BadBatchSizes, Examples - 1));
        if (Draws < 10)
            throw new ArgumentException(Text.Format(FoundationsText.BadDraws, Draws));
        if (Width < 1)
            throw new ArgumentException(Text.Format(FoundationsText.BadWidth, Width));
    }

    /// <summary>The training set.</summary>
    internal LabelledData Data()
    {
        var data = GeneratedImages.Make(new() { Count = Examples, Seed = Seed });
        return Normalization.Of(data).Apply(data);
    }
}
