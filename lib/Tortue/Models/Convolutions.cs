using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Tortue.Models;

/// <summary>Convolutions as residual networks have them: no bias, since a batch norm follows, and the size of the image kept.</summary>
internal static class Convolutions
{
    /// <summary>A k×k convolution with padding ⌊k/2⌋, drawn from the normal law of K. He et al., ICCV 2015, with fan-out.</summary>
    public static Conv2d He(long inputChannels, long outputChannels, long kernel, long stride = 1)
    {
        var convolution = nn.Conv2d(inputChannels, outputChannels, kernel, stride: stride, padding: kernel / 2, bias: false);
        nn.init.kaiming_normal_(convolution.weight, mode: nn.init.FanInOut.FanOut, nonlinearity: nn.init.NonlinearityType.ReLU);
        return convolution;
    }
}
