using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Tortue.Models;

/// <summary>
/// A residual block without normalisation that starts as the identity. H. Zhang, Y. N. Dauphin, T. Ma, "Fixup initialization: residual
/// learning without normalization", ICLR 2019.
/// </summary>
/// <remarks>
/// The paper's three rules, for branches of m = 2 layers: (1) the last convolution of the branch starts at 0; (2) the other one is drawn
/// after He, with fan-out, and multiplied by L^(−1/(2m−2)) = 1/√L, where L is the number of branches of the network; (3) the branch has a
/// factor, 1 at first, and before each convolution and each activation stands one number to add, 0 at first.
/// </remarks>
public sealed class FixupBlock : Module<Tensor, Tensor>
{
    private readonly Parameter bias1a, bias1b, bias2a, bias2b, scale;
    private readonly Conv2d conv1, conv2;

    /// <summary>A block with weights drawn by the engine's generator.</summary>
    /// <param name="channels">Channels that come in and go out, at least 1.</param>
    /// <param name="branches">L, the number of such blocks in the network, at least 1.</param>
    public FixupBlock(long channels, int branches)
        : base(nameof(FixupBlock))
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(branches, 1);
        (bias1a, bias1b, bias2a, bias2b) = (Scalar(0), Scalar(0), Scalar(0), Scalar(0));
        scale = Scalar(1);
        conv1 = Convolutions.He(channels, channels, 3);
        conv2 = Convolutions.He(channels, channels, 3);
        init.normal_(conv1.weight, 0, Deviation(channels, branches));
        init.zeros_(conv2.weight);
        RegisterComponents();
    }

    /// <summary>The four numbers to add and the factor. The authors train them at a tenth of the learning rate.</summary>
    public IReadOnlyList<Parameter> Scalars => [bias1a, bias1b, bias2a, bias2b, scale];

    /// <summary>Standard deviation of the weights of the first convolution: √(2 / (9 channels)) / √L.</summary>
    /// <param name="channels">Channels of the block.</param>
    /// <param name="branches">L, the number of such blocks in the network.</param>
    public static double Deviation(long channels, int branches) =>
        Math.Sqrt(WeightInit.HeNormalOut.Variance(9 * channels, 9 * channels) / branches);

    /// <inheritdoc/>
    public override Tensor forward(Tensor input)
    {
        var branch = conv1.call(input + bias1a);
        branch = functional.relu(branch + bias1b);
        branch = conv2.call(branch + bias2a);
        return functional.relu(input + branch * scale + bias2b);
    }

    private static Parameter Scalar(float value) => Parameter(tensor(new[] { value }));
}
