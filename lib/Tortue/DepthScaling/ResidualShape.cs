using Tortue.Models;

namespace Tortue.DepthScaling;

/// <summary>What a random residual network is made of: everything but the numbers in its weights.</summary>
public sealed record ResidualShape
{
    /// <summary>Largest width that the simulation takes.</summary>
    public const int LargestWidth = 4096;

    /// <summary>Largest depth that the simulation takes.</summary>
    public const int LargestDepth = 100_000;

    /// <summary>Most weights of layers that depend on each other: 1 GB of them.</summary>
    public const long MostKeptWeights = 1L << 28;

    /// <summary>The residual layer. Default: <see cref="ResidualModel.Res3"/>.</summary>
    public ResidualModel Model { get; init; } = ResidualModel.Res3;

    /// <summary>The activation σ: relu, identity, tanh or leaky_relu(slope). Default: <see cref="Activation.Relu"/>.</summary>
    public Activation Activation { get; init; } = Activation.Relu;

    /// <summary>
    /// The law of all weights that are drawn by themselves: A and B always, those of the layers unless <see cref="Path"/> says otherwise.
    /// Default: <see cref="WeightLaw.Uniform"/>.
    /// </summary>
    public WeightLaw Law { get; init; } = WeightLaw.Uniform;

    /// <summary>
    /// How the layers' weights depend on each other along the depth. Others than independent ones are kept all at once, 4 bytes each, at
    /// most <see cref="MostKeptWeights"/>, and res-2, whose biases are drawn by themselves, does not take them. Default:
    /// <see cref="WeightPath.Independent"/>.
    /// </summary>
    public WeightPath Path { get; init; } = WeightPath.Independent;

    /// <summary>The width d of the hidden states, 1 to <see cref="LargestWidth"/>. Default: 40.</summary>
    public int Width { get; init; } = 40;

    /// <summary>The number of layers L, 1 to <see cref="LargestDepth"/>. Default: 1,000.</summary>
    public int Depth { get; init; } = 1000;

    /// <summary>The exponent β ≥ 0 of the scaling factor α_L = L^(−β). Default: ½.</summary>
    public double Beta { get; init; } = 0.5;

    /// <summary>The length of the input x, whose entries are uniform on [0, 1], 1 to <see cref="LargestWidth"/>. Default: 64.</summary>
    public int InputSize { get; init; } = 64;

    /// <summary>The scaling factor α_L = L^(−β).</summary>
    public double Alpha => Math.Pow(Depth, -Beta);

    /// <summary>Random matrices a layer: V, and W where the model has one.</summary>
    public int MatricesPerLayer => Model == ResidualModel.Res3 ? 2 : 1;

    /// <summary>Weights in all the layers' matrices.</summary>
    public long WeightCount => (long)Depth * MatricesPerLayer * Width * Width;

    /// <summary>Checks every property against its range.</summary>
    /// <exception cref="ArgumentException">A property is out of its range; the message says which, and what it may be.</exception>
    public void Validate()
    {
        if (Width is < 1 or > LargestWidth)
            throw new ArgumentException(Text.Format(DepthScalingText.BadWidth, Width, LargestWidth));
        if (Depth is < 1 or > LargestDepth)
            throw new ArgumentException(Text.Format(DepthScalingText.BadDepth, Depth, LargestDepth));
        if (!(Beta >= 0 && double.IsFinite(Beta)))
            throw new ArgumentException(Text.Format(DepthScalingText.BadBeta, Beta));
        if (InputSize is < 1 or > LargestWidth)
            throw new ArgumentException(Text.Format(DepthScalingText.BadInputSize, InputSize, LargestWidth));
        if (!Enum.IsDefined(Model))
            throw new ArgumentException(Text.Format(DepthScalingText.BadModel, Model));
        if (Activation.NegativeSlope is null && Activation != Activation.Tanh)
            throw new ArgumentException(Text.Format(DepthScalingText.ActivationNotStudied, Activation));
        if (!Enum.IsDefined(Law))
            throw new ArgumentException(Text.Format(DepthScalingText.BadLaw, Law));
        if (Path != WeightPath.Independent && Model == ResidualModel.Res2)
            throw new ArgumentException(Text.Format(DepthScalingText.PathWithBias, Path));
        if (Path != WeightPath.Independent && WeightCount > MostKeptWeights)
            throw new ArgumentException(Text.Format(DepthScalingText.PathTooLarge, WeightCount, Path, MostKeptWeights));
    }

    /// <summary>Refuses layers that depend on each other, where all that is known holds for independent ones.</summary>
    internal void RequireIndependent()
    {
        if (!Path.IsIndependent)
            throw new ArgumentException(Text.Format(DepthScalingText.IndependentOnly, Path));
    }
}
