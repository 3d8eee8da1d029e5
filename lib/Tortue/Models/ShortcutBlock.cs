using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Tortue.Models;

/// <summary>
/// Two 3×3 convolutions with batch norm and ReLU; with the shortcut around them, or without it. Where channels or resolution change the
/// shortcut is a 1×1 convolution with batch norm.
/// </summary>
internal sealed class ShortcutBlock : Module<Tensor, Tensor>
{
    private readonly Conv2d conv1, conv2;
    private readonly BatchNorm2d bn1, bn2;
    private readonly Sequential? projection;
    private readonly bool _hasShortcut;

    public ShortcutBlock(long inputChannels, long outputChannels, long stride, bool shortcut)
        : base(nameof(ShortcutBlock))
    {
        conv1 = Conv2d(inputChannels, outputChannels, 3, stride: stride, padding: 1, bias: false);
        bn1 = BatchNorm2d(outputChannels);
        conv2 = Conv2d(outputChannels, outputChannels, 3, padding: 1, bias: false);
        bn2 = BatchNorm2d(outputChannels);
        _hasShortcut = shortcut;
        if (shortcut && (stride != 1 || inputChannels != outputChannels))
            projection = Sequential(Conv2d(inputChannels, outputChannels, 1, stride: stride, bias: false), BatchNorm2d(outputChannels));
        RegisterComponents();
    }

    /// <inheritdoc/>
    public override Tensor forward(Tensor input)
    {
        var output = bn2.call(conv2.call(functional.relu(bn1.call(conv1.call(input)))));
        return functional.relu(_hasShortcut ? output + (projection?.call(input) ?? input) : output);
    }

    /// <summary>Draws the weights: first those of the two convolutions, which both kinds of block have.</summary>
    public void Draw(Generator main, Generator projections)
    {
        WeightInit.HeNormalOut.Fill(conv1.weight, main);
        WeightInit.HeNormalOut.Fill(conv2.weight, main);
        if (projection is not null)
            WeightInit.HeNormalOut.Apply(projection, projections);
    }
}
