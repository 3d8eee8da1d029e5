using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Tortue.Models;

/// <summary>
/// Two 3×3 convolutions with batch norm and ReLU, around them a shortcut; ReLU after the sum. K. He, X. Zhang, S. Ren, J. Sun, "Deep
/// residual learning for image recognition", CVPR 2016, figure 5 left.
/// </summary>
/// <remarks>
/// The course calls it ResBlock A where input and output have one shape, and the shortcut is the identity; ResBlock B where channels or
/// resolution change, and the shortcut is a 1×1 convolution with batch norm (option B of the paper).
/// </remarks>
public sealed class ResidualBlock : Module<Tensor, Tensor>
{
    private readonly Conv2d conv1, conv2;
    private readonly BatchNorm2d bn1, bn2;
    private readonly Sequential? shortcut;
    private readonly bool _hasShortcut;

    /// <summary>A block with weights drawn by the engine's generator: convolutions after He (normal, fan-out), batch norm 1 and 0.</summary>
    /// <param name="inputChannels">Channels that come in, at least 1.</param>
    /// <param name="outputChannels">Channels that go out, at least 1.</param>
    /// <param name="stride">Stride of the first convolution, at least 1: 2 halves height and width.</param>
    public ResidualBlock(long inputChannels, long outputChannels, long stride = 1)
        : this(inputChannels, outputChannels, stride, hasShortcut: true)
    {
    }

    /// <summary>A block that can do without its shortcut, to show what the shortcut does.</summary>
    internal ResidualBlock(long inputChannels, long outputChannels, long stride, bool hasShortcut)
        : base(nameof(ResidualBlock))
    {
        _hasShortcut = hasShortcut;
        conv1 = Convolutions.He(inputChannels, outputChannels, 3, stride);
        bn1 = BatchNorm2d(outputChannels);
        conv2 = Convolutions.He(outputChannels, outputChannels, 3);
        bn2 = BatchNorm2d(outputChannels);
        if (hasShortcut && (stride != 1 || inputChannels != outputChannels))
            shortcut = Sequential(Convolutions.He(inputChannels, outputChannels, 1, stride), BatchNorm2d(outputChannels));
        RegisterComponents();
    }

    /// <summary>Whether the shortcut is the identity (ResBlock A) or a projection (ResBlock B).</summary>
    public bool HasIdentityShortcut => _hasShortcut && shortcut is null;

    /// <inheritdoc/>
    public override Tensor forward(Tensor input)
    {
        var correction = bn2.call(conv2.call(functional.relu(bn1.call(conv1.call(input)))));
        return functional.relu(_hasShortcut ? (shortcut?.call(input) ?? input) + correction : correction);
    }

    /// <summary>Draws the weights again, those of the projection from a generator of their own: it does not shift the numbers of what comes
    /// behind.</summary>
    internal void Draw(Generator main, Generator projections)
    {
        WeightInit.HeNormalOut.Fill(conv1.weight, main);
        WeightInit.HeNormalOut.Fill(conv2.weight, main);
        if (shortcut is not null)
            WeightInit.HeNormalOut.Apply(shortcut, projections);
    }
}
