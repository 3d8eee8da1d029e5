using Tortue.Data;
using Tortue.Experiments;

namespace Tortue.DropoutRegularization;

/// <summary>The settings of <see cref="DropoutDataSize"/>.</summary>
public sealed record DropoutDataSizeOptions : IExperimentOptions<DropoutDataSizeOptions>
{
    /// <summary>Fewest images to learn from.</summary>
    public const int SmallestSize = 10;

    /// <summary>Three sizes, three pairs of small networks each: a few seconds.</summary>
    public static DropoutDataSizeOptions Quick { get; } = new();

    /// <summary>Seven sizes up to 25,600 images, five pairs of networks each: some four minutes.</summary>
    public static DropoutDataSizeOptions Standard { get; } = new()
    {
        TestExamples = 2000,
        Learner = new() { Hidden = [256, 256], BatchSize = 32 },
        Sizes = [100, 400, 1600, 3200, 6400, 12_800, 25_600],
        LearningRates = [0.003, 0.01, 0.03],
        ValidationExamples = 1000,
        Steps = 2000,
        Runs = 5,
    };

    /// <summary>MNIST up to 50,000 images and hidden layers of 1,024, 1,024 and 2,048 units, the authors' network on MNIST: weeks on two
    /// cores. How long the paper trained for its figure is not known here: 100,000 steps of 100 images are taken.</summary>
    public static DropoutDataSizeOptions Full { get; } = Standard with
    {
        Data = ImageSource.Mnist,
        TestExamples = 10_000,
        Learner = new() { Hidden = [1024, 1024, 2048], BatchSize = 100 },
        Sizes = [100, 500, 1000, 5000, 10_000, 50_000],
        Steps = 100_000,
    };

    /// <summary>What is learnt. Default: generated images of 28×28.</summary>
    public ImageSource Data { get; init; } = ImageSource.Generated28;

    /// <summary>Test images, 100 to 50,000; of a real set at most as many as there are. Default: 1,000.</summary>
    public int TestExamples { get; init; } = 1000;

    /// <summary>The network and how it learns. Default: two hidden layers of 64, minibatches
    /// of 32, rate 0.01.</summary>
    public DropoutLearnerOptions Learner { get; init; } = new() { Hidden = [64, 64], BatchSize = 32, LearningRate = 0.01 };

    /// <summary>The probability of dropping a hidden unit, above 0 and below 1. Default: 0.5.</summary>
    public double Rate { get; init; } = 0.5;

    /// <summary>Numbers of training images, at least three, ascending from <see cref="SmallestSize"/> or more, the largest at least 100
    /// and at most 60,000. Default: 100, 800, 6,400.</summary>
    public IReadOnlyList<int> Sizes { get; init; } = [100, 800, 6400];

    /// <summary>First learning rates to choose from, above 0, ascending, in place of the learner's: every size, with and without dropout,
    /// takes the one with which a network of another seed gets fewest validation images wrong. Without any, all take the learner's. Default:
    /// none.</summary>
    public IReadOnlyList<double> LearningRates { get; init; } = [];

    /// <summary>Images by which learning rates are chosen, neither learnt from nor tested, 100 to 10,000; where there is nothing to choose
    /// they are not made. Default: 500.</summary>
    public int ValidationExamples { get; init; } = 500;

    /// <summary>Steps of training, the same for every size, at least 1. Default: 500.</summary>
    public int Steps { get; init; } = 500;

    /// <summary>Pairs of networks at each size, 2 or more: a standard error needs as many. Default: 3.</summary>
    [Repetitions]
    public int Runs { get; init; } = 3;

    /// <summary>The seed of the images; pair number r has seed + r, which also chooses its images from the largest set.
    /// Default: 1.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>How many threads may work, at least 1, each on a pair of its own; the result does not depend on it. Default: one a
    /// core.</summary>
    public int Threads { get; init; } = ParallelJobs.DefaultThreads;

    /// <summary>Validation images that are needed.</summary>
    internal int Held => LearningRates.Count == 0 ? 0 : ValidationExamples;

    /// <summary>Checks every setting against its range.</summary>
    /// <exception cref="ArgumentException">A setting is out of its range; the message says which, and what it may be.</exception>
    public void Validate()
    {
        Learner.Validate();
        if (Sizes.Count < 3 || Sizes[0] < SmallestSize || !DropoutRanges.IsAscending(Sizes) || Sizes[^1] is < 100 or > 60_000)
            throw new ArgumentException(Text.Format(DropoutRegularizationText.BadSizes, SmallestSize));
        DropoutRanges.Validate(LearningRates, ValidationExamples);
        DropoutRanges.Validate(Sizes[^1], TestExamples, Steps, Runs, Threads);
        if (Rate is not (> 0 and < 1))
            throw new ArgumentException(Text.Format(DropoutRegularizationText.BadRate, Rate));
    }
}
