using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Tortue.Models;

/// <summary>
/// A network of convolutions alone: strides in place of pooling, and at the end the average over the image in place of a linear layer.
/// J. T. Springenberg, A. Dosovitskiy, T. Brox, M. Riedmiller, "Striving for simplicity: the all convolutional net", ICLR 2015 (workshop);
/// in the form that is used with "Critical learning periods in deep neural networks".
/// </summary>
/// <remarks>
/// 3×3 convolutions with w, w, 2w (stride 2), 2w, 2w, 2w (stride 2) and 2w channels, a 1×1 convolution with 2w, each followed by batch norm
/// and ReLU; then a 1×1 convolution with an output a class, and the average. Behind the last convolution there is neither batch norm nor
/// ReLU: outputs may be negative.
/// </remarks>
public sealed class AllConvolutional : Module<Tensor, Tensor>
{
    /// <summary>Channels of the first layers in the papers.</summary>
    public const long PublishedWidth = 96;

    private readonly Sequential features;
    private readonly Conv2d classifier;

    /// <summary>A network with weights drawn by the engine's generator: hidden convolutions after He (normal, fan-out).</summary>
    /// <param name="inputChannels">1 for grey, 3 for colour.</param>
    /// <param name="classes">Number of outputs, at least 1.</param>
    /// <param name="width">Channels w of the first two layers, at least 1; the others have 2w. Default: 96, as published.</param>
    public AllConvolutional(long inputChannels, int classes, long width = PublishedWidth)
        : base(nameof(AllConvolutional))
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(width, 1);
        long wide = 2 * width;
        features = Sequential();
        long channels = inputChannels;
        foreach (var (next, kernel, stride) in new (long, long, long)[]
        {
            (width, 3, 1), (width, 3, 1), (wide, 3, 2), (wide, 3, 1), (wide, 3, 1), (wide, 3, 2), (wide, 3, 1), (wide, 1, 1),
        })
        {
            features.append(Convolutions.He(channels, next, kernel, stride));
            features.append(BatchNorm2d(next));
            features.append(ReLU());
            channels = next;
        }

        classifier = Conv2d(channels, classes, 1);
        RegisterComponents();
    }

    /// <inheritdoc/>
    public override Tensor forward(Tensor input) => classifier.call(features.call(input)).mean([2, 3]);
}
