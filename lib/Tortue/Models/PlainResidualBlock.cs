using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Tortue.Models;

/// <summary>
/// Two 3×3 convolutions with ReLU between them, around them a shortcut, ReLU after the sum: the block of a residual network with the batch
/// norm left out.
/// </summary>
public sealed class PlainResidualBlock : Module<Tensor, Tensor>
{
    private readonly Conv2d conv1, conv2;

    /// <summary>A block with weights drawn by the engine's generator.</summary>
    /// <param name="channels">Channels that come in and go out, at least 1.</param>
    /// <param name="first">Draws the first convolution; biases start at 0.</param>
    /// <param name="last">Draws the second one; null starts it at 0, so that the block starts as the identity.</param>
    public PlainResidualBlock(long channels, WeightInit first, WeightInit? last)
        : base(nameof(PlainResidualBlock))
    {
        conv1 = Conv2d(channels, channels, 3, padding: 1);
        conv2 = Conv2d(channels, channels, 3, padding: 1);
        first.Apply(conv1);
        (last ?? first).Apply(conv2);
        if (last is null)
            init.zeros_(conv2.weight);
        RegisterComponents();
    }

    /// <inheritdoc/>
    public override Tensor forward(Tensor input) => functional.relu(input + conv2.call(functional.relu(conv1.call(input))));
}
