using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Tortue.Models;

/// <summary>
/// A narrow residual network of any depth: a 3×3 stem of stride 2, equal blocks of two 3×3 convolutions, a linear classifier. One shape for
/// all schemes, so that depth is compared with depth.
/// </summary>
/// <remarks>
/// The classifier sees every place of the image. Behind the usual average over the image nothing but batch norm learns on generated images
/// in one epoch: what the stem's filters see on average tells their classes hardly apart, and with branches and classifier at 0 the
/// classifier's gradient is all there is.
/// </remarks>
public sealed class ResidualTower : Module<Tensor, Tensor>
{
    /// <summary>Learning rate of Fixup's numbers to add and factors, as a share of that of the weights: the authors' code.</summary>
    public const double ScalarRate = 0.1;

    private readonly Sequential stem, blocks, classifier;
    private readonly Parameter[] _scalars;

    /// <summary>A network with weights drawn by the engine's generator.</summary>
    /// <param name="scheme">How it starts, and what stands between its layers.</param>
    /// <param name="inputChannels">1 for grey, 3 for colour.</param>
    /// <param name="side">Height and width of the images in pixels, at least 1.</param>
    /// <param name="classes">Number of outputs, at least 1.</param>
    /// <param name="depth">Blocks, at least 1; the network has 2 depth + 2 layers with weights.</param>
    /// <param name="width">Channels, at least 1. Default: 8.</param>
    public ResidualTower(ResidualScheme scheme, long inputChannels, long side, int classes, int depth, long width = 8)
        : base(nameof(ResidualTower))
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(side, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(depth, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(width, 1);
        Scheme = scheme;
        stem = Stem(scheme, inputChannels, width);
        var made = Enumerable.Range(0, depth).Select(_ => Block(scheme, width, depth)).ToArray();
        blocks = Sequential(made);
        long left = (side + 1) / 2;
        var linear = Linear(width * left * left, classes);
        if (scheme is ResidualScheme.Xavier)
            WeightInit.GlorotUniform.Apply(linear);
        if (scheme is ResidualScheme.Fixup or ResidualScheme.ZeroBranches)
            Zero(linear);
        classifier = scheme is ResidualScheme.Fixup ? Sequential(new ScalarBias(), linear) : Sequential(linear);
        _scalars = [.. made.OfType<FixupBlock>().SelectMany(block => block.Scalars), .. Biases(stem), .. Biases(classifier)];
        RegisterComponents();
    }

    /// <summary>How the network started.</summary>
    public ResidualScheme Scheme { get; }

    /// <summary>Fixup's numbers to add and factors; none in the other schemes.</summary>
    public IReadOnlyList<Parameter> Scalars => _scalars;

    /// <summary>Stochastic gradient descent in which <see cref="Scalars"/> have <see cref="ScalarRate"/> times the learning rate.</summary>
    /// <param name="learningRate">Of the weights, not negative.</param>
    /// <param name="momentum">From 0 to below 1. Default: 0.9.</param>
    public SGD Descent(double learningRate, double momentum = 0.9)
    {
        var slow = _scalars.ToHashSet(ReferenceEqualityComparer.Instance);
        var groups = new List<SGD.ParamGroup> { new(parameters().Where(parameter => !slow.Contains(parameter)), lr: learningRate) };
        if (_scalars.Length > 0)
            groups.Add(new(_scalars, lr: ScalarRate * learningRate));
        return optim.SGD(groups, learningRate, momentum);
    }

    /// <inheritdoc/>
    public override Tensor forward(Tensor input) => classifier.call(blocks.call(stem.call(input)).flatten(1));

    private static Sequential Stem(ResidualScheme scheme, long inputChannels, long width)
    {
        if (scheme is ResidualScheme.BatchNorm)
            return Sequential(Convolutions.He(inputChannels, width, 3, stride: 2), BatchNorm2d(width), ReLU());

        // The authors of Fixup leave the first convolution as the framework draws it.
        var convolution = Conv2d(inputChannels, width, 3, stride: 2, padding: 1, bias: scheme is not ResidualScheme.Fixup);
        if (scheme is ResidualScheme.Fixup)
            return Sequential(convolution, new ScalarBias(), ReLU());
        (scheme is ResidualScheme.Xavier ? WeightInit.GlorotUniform : WeightInit.Standard).Apply(convolution);
        return Sequential(convolution, ReLU());
    }

    private static Module<Tensor, Tensor> Block(ResidualScheme scheme, long width, int depth) => scheme switch
    {
        ResidualScheme.BatchNorm => new ResidualBlock(width, width),
        ResidualScheme.Xavier => new PlainResidualBlock(width, WeightInit.GlorotUniform, WeightInit.GlorotUniform),
        ResidualScheme.ZeroBranches => new PlainResidualBlock(width, WeightInit.HeNormalOut, last: null),
        _ => new FixupBlock(width, depth),
    };

    private static void Zero(Linear linear)
    {
        init.zeros_(linear.weight);
        init.zeros_(linear.bias!);
    }

    private static IEnumerable<Parameter> Biases(Sequential layers) => layers.modules().OfType<ScalarBias>().Select(layer => layer.Value);
}
