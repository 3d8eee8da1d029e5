using Tortue.Data;
using Tortue.Experiments;

namespace Tortue.DropoutRegularization;

/// <summary>The settings of <see cref="DropoutRate"/>.</summary>
public sealed record DropoutRateOptions : IExperimentOptions<DropoutRateOptions>
{
    /// <summary>The claim of the paper's figure speaks of probabilities from here …</summary>
    public const double FlatFrom = 0.4;

    /// <summary>… to here.</summary>
    public const double FlatTo = 0.8;

    /// <summary>Four probabilities, three small networks each: a few seconds.</summary>
    public static DropoutRateOptions Quick { get; } = new();

    /// <summary>Seven probabilities, five networks each: some four minutes.</summary>
    public static DropoutRateOptions Standard { get; } = new()
    {
        Examples = 4000,
        TestExamples = 2000,
        Learner = new() { Hidden = [192, 192], BatchSize = 32 },
        Keeps = [0.1, 0.2, 0.4, 0.5, 0.6, 0.8, 1],
        LearningRates = [0.003, 0.01, 0.03],
        ValidationExamples = 1000,
        Steps = 2000,
        Runs = 5,
    };

    /// <summary>All of MNIST and three hidden layers of 2,048 units, as in the paper: weeks on two cores. How long the paper trained is not
    /// known here: 100,000 steps of 100 images are taken.</summary>
    public static DropoutRateOptions Full { get; } = Standard with
    {
        Data = ImageSource.Mnist,
        Examples = 59_000,
        TestExamples = 10_000,
        Learner = new() { Hidden = [2048, 2048, 2048], BatchSize = 100 },
        Steps = 100_000,
    };

    /// <summary>What is learnt. Default: generated images of 28×28.</summary>
    public ImageSource Data { get; init; } = ImageSource.Generated28;

    /// <summary>Training images, 100 to 60,000. Default: 1,600.</summary>
    public int Examples { get; init; } = 1600;

    /// <summary>Test images, 100 to 50,000; of a real set at most as many as there are. Default: 1,000.</summary>
    public int TestExamples { get; init; } = 1000;

    /// <summary>The network and how it learns. Its widths are those of n fixed. Default: two hidden layers of 64, minibatches
    /// of 32, rate 0.01.</summary>
    public DropoutLearnerOptions Learner { get; init; } = new() { Hidden = [64, 64], BatchSize = 32, LearningRate = 0.01 };

    /// <summary>Probabilities p of keeping a hidden unit, ascending, above 0 and at most 1: at least one below
    /// <see cref="FlatFrom"/>, and two or more from there to <see cref="FlatTo"/>. Default: 0.1, 0.4, 0.6, 0.8.</summary>
    public IReadOnlyList<double> Keeps { get; init; } = [0.1, 0.4, 0.6, 0.8];

    /// <summary>The p at which both networks are as wide: with pn fixed, n units become n · CommonKeep / p. Above 0 and at most 1.
    /// Default: 0.5.</summary>
    public double CommonKeep { get; init; } = 0.5;

    /// <summary>First learning rates to choose from, above 0, ascending, in place of the learner's: every width and p takes the one
    /// with which a network of another seed gets fewest validation images wrong. Without any, all take the learner's. Default:
    /// none.</summary>
    public IReadOnlyList<double> LearningRates { get; init; } = [];

    /// <summary>Images by which learning rates are chosen, neither learnt from nor tested, 100 to 10,000; where there is nothing to choose
    /// they are not made. Default: 500.</summary>
    public int ValidationExamples { get; init; } = 500;

    /// <summary>Steps of training, the same for every network, at least 1. Default: 500.</summary>
    public int Steps { get; init; } = 500;

    /// <summary>Networks at each point, 2 or more: a standard error needs as many. Default: 3.</summary>
    [Repetitions]
    public int Runs { get; init; } = 3;

    /// <summary>The seed of the images; network number r has seed + r. Default: 1.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>How many threads may work, at least 1, each on a network of its own; the result does not depend on it. Default: one a
    /// core.</summary>
    public int Threads { get; init; } = ParallelJobs.DefaultThreads;

    /// <summary>The probabilities of which the paper says that the error is flat.</summary>
    internal IEnumerable<double> FlatKeeps => Keeps.Where(keep => keep is >= FlatFrom and <= FlatTo);

    /// <summary>Validation images that are needed.</summary>
    internal int Held => LearningRates.Count == 0 ? 0 : ValidationExamples;

    /// <summary>Checks every setting against its range.</summary>
    /// <exception cref="ArgumentException">A setting is out of its range; the message says which, and what it may be.</exception>
    public void Validate()
    {
        Learner.Validate();
        DropoutRanges.Validate(LearningRates, ValidationExamples);
        DropoutRanges.Validate(Examples, TestExamples, Steps, Runs, Threads);
        if (!DropoutRanges.IsAscending(Keeps) || Keeps.Any(keep => keep is not (> 0 and <= 1))
            || Keeps[0] >= FlatFrom || FlatKeeps.Count() < 2)
        {
            throw new ArgumentException(Text.Format(DropoutRegularizationText.BadKeeps, FlatFrom, FlatTo));
        }

        if (CommonKeep is not (> 0 and <= 1))
            throw new ArgumentException(Text.Format(DropoutRegularizationText.BadCommonKeep, CommonKeep));
    }

    /// <summary>The learner for a probability.</summary>
    internal DropoutLearnerOptions LearnerAt(WidthRule rule, double keep) => rule == WidthRule.Fixed
        ? Learner
        : Learner with { Hidden = [.. Learner.Hidden.Select(width => Math.Max(1, (int)Math.Round(width * CommonKeep / keep)))] };
}
