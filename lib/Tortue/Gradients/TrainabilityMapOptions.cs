using Tortue.Data;
using Tortue.Experiments;
using Tortue.Models;

namespace Tortue.Gradients;

/// <summary>The settings of <see cref="TrainabilityMap"/>.</summary>
public sealed record TrainabilityMapOptions : IExperimentOptions<TrainabilityMapOptions>
{
    /// <summary>About six seconds.</summary>
    public static TrainabilityMapOptions Quick { get; } = new();

    /// <summary>More depths and gains, more and wider networks, more images: about two minutes.</summary>
    public static TrainabilityMapOptions Standard { get; } = new()
    {
        Depths = [4, 8, 12, 16, 20, 24, 28, 32, 36, 40],
        Gains = [0.6, 0.8, 1, 1.2, 1.4, 1.6, 1.8, 2, 2.2, 2.4],
        Width = 64,
        Examples = 50,
        Networks = 5,
    };

    /// <summary>The same as <see cref="Standard"/>: the course names no size.</summary>
    public static TrainabilityMapOptions Full { get; } = Standard;

    /// <summary>The activations, one to four. Default: relu, tanh.</summary>
    public IReadOnlyList<Activation> Activations { get; init; } = [Activation.Relu, Activation.Tanh];

    /// <summary>Numbers of hidden layers L, ascending, 1 to 100. Default: 8, 16, 24, 32.</summary>
    public IReadOnlyList<int> Depths { get; init; } = [8, 16, 24, 32];

    /// <summary>Gains σ_w, ascending: standard deviation of the weights times √(fan-in), above 0. Default: 0.8, 1, …, 2.2.</summary>
    public IReadOnlyList<double> Gains { get; init; } = [0.8, 1, 1.2, 1.4, 1.6, 1.8, 2, 2.2];

    /// <summary>Learning rates of gradient descent, above 0; each network is trained with all and the best counts. Default:
    /// 0.01, 0.03, 0.1.</summary>
    public IReadOnlyList<double> LearningRates { get; init; } = [0.01, 0.03, 0.1];

    /// <summary>Units of every hidden layer, at least 2. Default: 50.</summary>
    public int Width { get; init; } = 50;

    /// <summary>Generated grey images of 16×16 to be learnt, 10 to 1,000; all of them make one step. Default: 30.</summary>
    public int Examples { get; init; } = 30;

    /// <summary>Steps of gradient descent, at least 1. Default: 80.</summary>
    public int Steps { get; init; } = 80;

    /// <summary>Networks for each depth and gain, at least 1. Default: 2.</summary>
    [Repetitions]
    public int Networks { get; init; } = 2;

    /// <summary>The seed of images and weights. Default: 1.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>Checks every setting against its range.</summary>
    /// <exception cref="ArgumentException">A setting is out of its range; the message says which, and what it may be.</exception>
    public void Validate()
    {
        if (Activations.Count is < 1 or > 4)
            throw new ArgumentException(Text.Format(GradientsText.BadActivations, Activations.Count));
        if (Depths.Count < 2 || Depths[0] < 1 || Depths[^1] > 100 || !Depths.IsAscending())
            throw new ArgumentException(Text.Format(GradientsText.BadDepths, 1, 100));
        if (Gains.Count < 2 || !(Gains[0] > 0) || !Gains.IsAscending())
            throw new ArgumentException(GradientsText.BadGains);
        if (LearningRates.Count < 1 || LearningRates.Any(rate => !(rate > 0)))
            throw new ArgumentException(GradientsText.BadRates);
        if (Width < 2)
            throw new ArgumentException(Text.Format(GradientsText.BadWidth, Width, 2));
        if (Examples is < 10 or > 1000)
            throw new ArgumentException(Text.Format(GradientsText.BadExamples, Examples, 10, 1000));
        if (Steps < 1)
            throw new ArgumentException(Text.Format(GradientsText.BadSteps, Steps));
        if (Networks < 1)
            throw new ArgumentException(Text.Format(GradientsText.BadNetworks, Networks));
    }

    /// <summary>The images: normalised.</summary>
    internal LabelledData Data()
    {
        var data = GeneratedImages.Make(new() { Count = Examples, Channels = 1, Seed = Seed });
        return Normalization.Of(data).Apply(data);
    }
}
