using TorchSharp.Modules;
using Tortue.Models;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Tortue.StochasticDepth;

/// <summary>
/// A residual block in two parts, so that one of them can be left out: a branch f of convolution, batch norm, ReLU, convolution, batch
/// norm, and a shortcut without weights (option A of K. He et al., CVPR 2016: averages of 2×2 pixels, new channels are 0).
/// </summary>
internal sealed class SurvivingBlock : Module<Tensor, Tensor>
{
    private readonly Conv2d conv1, conv2;
    private readonly BatchNorm2d bn1, bn2;
    private readonly long _stride, _newChannels;

    public SurvivingBlock(long inputChannels, long outputChannels, long stride)
        : base(nameof(SurvivingBlock))
    {
        (_stride, _newChannels) = (stride, outputChannels - inputChannels);
        conv1 = Convolutions.He(inputChannels, outputChannels, 3, stride);
        bn1 = BatchNorm2d(outputChannels);
        conv2 = Convolutions.He(outputChannels, outputChannels, 3);
        bn2 = BatchNorm2d(outputChannels);
        RegisterComponents();
    }

    /// <summary>The weights of the branch's first convolution.</summary>
    public Parameter FirstWeight => conv1.weight!;

    /// <summary>f(H).</summary>
    public Tensor Branch(Tensor state) => bn2.call(conv2.call(functional.relu(bn1.call(conv1.call(state)))));

    /// <summary>H, in the shape of f(H).</summary>
    public Tensor Shortcut(Tensor state)
    {
        if (_stride > 1)
            state = functional.avg_pool2d(state, _stride, _stride, ceil_mode: true);
        return _newChannels > 0 ? functional.pad(state, new long[] { 0, 0, 0, 0, 0, _newChannels }) : state;
    }

    /// <summary>The block as one of a network with constant depth: ReLU(f(H) + H).</summary>
    public override Tensor forward(Tensor state) => functional.relu(Branch(state) + Shortcut(state));
}
