using Tortue.Experiments;
using Tortue.Models;

namespace Tortue.CriticalPeriods;

/// <summary>The settings of <see cref="KlExpansion"/>.</summary>
public sealed record KlExpansionOptions : IExperimentOptions<KlExpansionOptions>
{
    /// <summary>30 directions: a second or two.</summary>
    public static KlExpansionOptions Quick { get; } = new();

    /// <summary>400 directions.</summary>
    public static KlExpansionOptions Standard { get; } = new() { Directions = 400, Draws = 20_000 };

    /// <summary>A larger network, more images and 1,000 directions.</summary>
    public static KlExpansionOptions Full { get; } =
        new() { Hidden = 64, Examples = 1000, Images = 200, Directions = 1000, Draws = 100_000 };

    /// <summary>Units of the hidden layer, 1 to 1,000. Default: 24.</summary>
    public int Hidden { get; init; } = 24;

    /// <summary>The hidden layer's activation. A smooth one has an expansion; with ReLU a step may cross its kinks. Default:
    /// tanh.</summary>
    public Activation Activation { get; init; } = Activation.Tanh;

    /// <summary>Grey images of 12×12 to train on, 50 to 10,000. Default: 300.</summary>
    public int Examples { get; init; } = 300;

    /// <summary>Epochs of training, at least 1. Default: 20.</summary>
    public int Epochs { get; init; } = 20;

    /// <summary>Of the training images, over how many the divergence and F are taken, 2 to <see cref="Examples"/>. Default: 40.</summary>
    public int Images { get; init; } = 40;

    /// <summary>Random directions δ, evenly over the sphere, at least 2. Default: 30.</summary>
    [Repetitions]
    public int Directions { get; init; } = 30;

    /// <summary>Labels drawn for the estimate of the trace, one an image at a time, at least 2. Default: 2,000.</summary>
    public int Draws { get; init; } = 2000;

    /// <summary>The smallest step as a power of ten: ‖δ‖ goes from 10 to this power, times ‖w‖, up to ‖w‖; −6 to −2. Default: −4.</summary>
    public int SmallestPower { get; init; } = -4;

    /// <summary>The seed of images, weights, directions and labels. Default: 1.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>Checks every setting against its range.</summary>
    /// <exception cref="ArgumentException">A setting is out of its range; the message says which, and what it may be.</exception>
    public void Validate()
    {
        if (Hidden is < 1 or > 1000)
            throw new ArgumentException(Text.Format(CriticalPeriodsText.KlBadHidden, Hidden));
        if (Examples is < 50 or > 10_000)
            throw new ArgumentException(Text.Format(CriticalPeriodsText.KlBadExamples, Examples));
        if (Epochs < 1)
            throw new ArgumentException(Text.Format(CriticalPeriodsText.KlBadEpochs, Epochs));
        if (Images < 2 || Images > Examples)
            throw new ArgumentException(Text.Format(CriticalPeriodsText.KlBadImages, Images, Examples));
        if (Directions < 2)
            throw new ArgumentException(Text.Format(CriticalPeriodsText.KlBadDirections, Directions));
        if (Draws < 2)
            throw new ArgumentException(Text.Format(CriticalPeriodsText.KlBadDraws, Draws));
        if (SmallestPower is < -6 or > -2)
            throw new ArgumentException(Text.Format(CriticalPeriodsText.KlBadPower, SmallestPower));
    }

    /// <summary>The lengths of the steps as shares of ‖w‖: three for each power of ten.</summary>
    internal double[] Epsilons() =>
        [.. Enumerable.Range(3 * SmallestPower, 1 - 3 * SmallestPower).Select(i => SignificantDigits.Round(Math.Pow(10, i / 3.0), 3))];
}
