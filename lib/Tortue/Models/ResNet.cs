using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Tortue.Models;

/// <summary>A residual network: a stem, stages of blocks, the average over the image, a linear layer. K. He, X. Zhang, S. Ren, J. Sun,
/// "Deep residual learning for image recognition", CVPR 2016.</summary>
public sealed class ResNet : Module<Tensor, Tensor>
{
    private readonly Sequential stem;
    private readonly ModuleList<Sequential> stages;
    private readonly Linear classifier;

    private ResNet(Sequential stem, long stemChannels, IReadOnlyList<(long Channels, int Blocks)> stages, int classes)
        : base(nameof(ResNet))
    {
        this.stem = stem;
        this.stages = ModuleList<Sequential>();
        long channels = stemChannels;
        foreach (var (width, blocks) in stages)
        {
            this.stages.Add(Stage(channels, width, blocks, stride: this.stages.Count == 0 ? 1 : 2));
            channels = width;
        }

        classifier = Linear(channels, classes);
        RegisterComponents();
    }

    /// <summary>ResNet-18 for images of 224×224 (table 1 of the paper): 7×7 stem, max pooling, four stages of two blocks.</summary>
    /// <param name="classes">Number of outputs, at least 1. Default: 1,000, as for ImageNet.</param>
    public static ResNet ResNet18(int classes = 1000)
    {
        var stem = Sequential(Convolutions.He(3, 64, 7, stride: 2), BatchNorm2d(64), ReLU(), MaxPool2d(3, stride: 2, padding: 1));
        return new(stem, 64, [(64, 2), (128, 2), (256, 2), (512, 2)], classes);
    }

    /// <summary>The small networks of the paper's section 4.2, for images of 32×32 and below: a 3×3 stem and three stages. With
    /// <paramref name="blocks"/> = n and width 16 it has 6n + 2 layers with weights, besides the projections.</summary>
    /// <param name="inputChannels">1 for grey, 3 for colour.</param>
    /// <param name="classes">Number of outputs, at least 1.</param>
    /// <param name="blocks">Blocks a stage, at least 1. Default: 1.</param>
    /// <param name="width">Channels of the first stage, at least 1; each later stage has twice as many as the one before. Default: 16.</param>
    public static ResNet Small(long inputChannels, int classes, int blocks = 1, long width = 16)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(blocks, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(width, 1);
        var stem = Sequential(Convolutions.He(inputChannels, width, 3), BatchNorm2d(width), ReLU());
        return new(stem, width, [(width, blocks), (2 * width, blocks), (4 * width, blocks)], classes);
    }

    /// <inheritdoc/>
    public override Tensor forward(Tensor input)
    {
        var state = stem.call(input);
        foreach (var stage in stages)
            state = stage.call(state);
        return classifier.call(state.mean([2, 3]));
    }

    private static Sequential Stage(long inputChannels, long channels, int blocks, long stride) => Sequential(
        Enumerable.Range(0, blocks).Select(i => new ResidualBlock(i == 0 ? inputChannels : channels, channels, i == 0 ? stride : 1)));
}
