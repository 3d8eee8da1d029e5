using Tortue.Data;
using Tortue.Experiments;
using Tortue.Models;

namespace Tortue.Gradients;

/// <summary>The settings of <see cref="GradientNorms"/>.</summary>
public sealed record GradientNormsOptions : IExperimentOptions<GradientNormsOptions>
{
    /// <summary>About three seconds.</summary>
    public static GradientNormsOptions Quick { get; } = new();

    /// <summary>More and wider networks: about fifty seconds.</summary>
    public static GradientNormsOptions Standard { get; } = new() { Networks = 25, Width = 200 };

    /// <summary>The same as <see cref="Standard"/>: the course names no size.</summary>
    public static GradientNormsOptions Full { get; } = Standard;

    /// <summary>The activations, one to four. Default: sigmoid, tanh, relu.</summary>
    public IReadOnlyList<Activation> Activations { get; init; } = [Activation.Sigmoid, Activation.Tanh, Activation.Relu];

    /// <summary>Hidden layers L, 3 to 200. Default: 50.</summary>
    public int Depth { get; init; } = 50;

    /// <summary>Units of every hidden layer, at least 2. Default: 100.</summary>
    public int Width { get; init; } = 100;

    /// <summary>Networks of each kind, at least 1. Default: 5.</summary>
    [Repetitions]
    public int Networks { get; init; } = 5;

    /// <summary>Generated grey images of 16×16 in the one minibatch, 10 to 10,000. Default: 100.</summary>
    public int Examples { get; init; } = 100;

    /// <summary>The seed of the images; network number r has seed + r. Default: 1.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>Checks every setting against its range.</summary>
    /// <exception cref="ArgumentException">A setting is out of its range; the message says which, and what it may be.</exception>
    public void Validate()
    {
        if (Activations.Count is < 1 or > 4)
            throw new ArgumentException(Text.Format(GradientsText.BadActivations, Activations.Count));
        if (Depth is < 3 or > 200)
            throw new ArgumentException(Text.Format(GradientsText.BadDepth, Depth, 3, 200));
        if (Width < 2)
            throw new ArgumentException(Text.Format(GradientsText.BadWidth, Width, 2));
        if (Networks < 1)
            throw new ArgumentException(Text.Format(GradientsText.BadNetworks, Networks));
        if (Examples is < 10 or > 10_000)
            throw new ArgumentException(Text.Format(GradientsText.BadExamples, Examples, 10, 10_000));
    }

    /// <summary>The minibatch: normalised images.</summary>
    internal LabelledData Data()
    {
        var data = GeneratedImages.Make(new() { Count = Examples, Channels = 1, Seed = Seed });
        return Normalization.Of(data).Apply(data);
    }
}
