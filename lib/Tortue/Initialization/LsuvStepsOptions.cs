using Tortue.Experiments;
using Tortue.Models;

namespace Tortue.Initialization;

/// <summary>The settings of <see cref="LsuvSteps"/>.</summary>
public sealed record LsuvStepsOptions : IExperimentOptions<LsuvStepsOptions>
{
    /// <summary>About three seconds.</summary>
    public static LsuvStepsOptions Quick { get; } = new();

    /// <summary>More depths and ten networks each: about half a minute.</summary>
    public static LsuvStepsOptions Standard { get; } = new() { Depths = [4, 10, 20, 40], Networks = 10 };

    /// <summary>The same as <see cref="Standard"/>; the paper's networks have up to 28 layers.</summary>
    public static LsuvStepsOptions Full { get; } = Standard;

    /// <summary>The activations, at least one, all different. Default: ReLU, tanh and the sigmoid.</summary>
    public IReadOnlyList<Activation> Activations { get; init; } = [Activation.Relu, Activation.Tanh, Activation.Sigmoid];

    /// <summary>Numbers of layers, ascending, each even and 2 to 100: half convolutions, half linear. Default: 4, 20.</summary>
    public IReadOnlyList<int> Depths { get; init; } = [4, 20];

    /// <summary>Filters of a convolution, 4 to 256. Default: 8. Linear layers have sixteen times as many units.</summary>
    public int Width { get; init; } = 8;

    /// <summary>Images in a minibatch, 8 to 4,096. Default: 64.</summary>
    public int Minibatch { get; init; } = 64;

    /// <summary>How far from 1 the variance of a layer's output may stay, above 0 and below 1. Default: 0.1, the paper's.</summary>
    public double Tolerance { get; init; } = 0.1;

    /// <summary>After so many rescalings a layer is left as it is, 1 to 1,000. Default: 10.</summary>
    public int MostRescalings { get; init; } = 10;

    /// <summary>Random networks of each kind, at least 1. Default: 3.</summary>
    [Repetitions]
    public int Networks { get; init; } = 3;

    /// <summary>The seed of images and networks. Default: 1.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>Checks every setting against its range.</summary>
    /// <exception cref="ArgumentException">A setting is out of its range; the message says which, and what it may be.</exception>
    public void Validate()
    {
        if (Activations.Count == 0 || Activations.Distinct().Count() < Activations.Count)
            throw new ArgumentException(InitializationText.BadActivations);
        bool ascending = Depths.Zip(Depths.Skip(1)).All(pair => pair.First < pair.Second);
        if (Depths.Count == 0 || !ascending || Depths.Any(depth => depth is < 2 or > 100 || depth % 2 != 0))
            throw new ArgumentException(InitializationText.BadLsuvDepths);
        SettingRange.Check(nameof(Width), Width, 4, 256);
        SettingRange.Check(nameof(Minibatch), Minibatch, 8, 4096);
        SettingRange.Check(nameof(Networks), Networks, 1);
        Lsuv.Validate();
    }

    internal LsuvOptions Lsuv => new() { Tolerance = Tolerance, MostRescalings = MostRescalings };
}
