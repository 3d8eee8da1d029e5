using Tortue.Numerics;
using static TorchSharp.torch;

namespace Tortue.Gradients;

/// <summary>
/// The weights of one random network, drawn by address: networks of other wiring with the same address have the same weights, and no draw
/// depends on those before it.
/// </summary>
/// <param name="Width">Units in a layer.</param>
/// <param name="Seed">The seed of the experiment.</param>
/// <param name="Network">Which network, from 0.</param>
internal readonly record struct NetworkDraws(int Width, ulong Seed, int Network)
{
    private enum Part
    {
        Weights,
        Biases,
        Direction,
        Inputs,
    }

    /// <summary>The weights of hidden layer l, from 1, [inputs, outputs], of He's variance 2/N.</summary>
    public Tensor Weights(int layer) => Normal(Part.Weights, layer, Math.Sqrt(2.0 / Width), Width, Width);

    /// <summary>The biases of layer l, from 0 for the first, [1, units].</summary>
    public Tensor Biases(int layer, double deviation) => Normal(Part.Biases, layer, deviation, 1, Width);

    /// <summary>How the first layer moves with the input: its weights where that is one number, [1, units], of variance 1.</summary>
    public Tensor Direction() => Normal(Part.Direction, 0, 1, 1, Width);

    /// <summary>What the first layer makes of inputs that have nothing in common: independent standard normal numbers, [points,
    /// units].</summary>
    public Tensor Unrelated(int points) => Normal(Part.Inputs, 0, 1, points, Width);

    private Tensor Normal(Part part, int layer, double deviation, long rows, long columns)
    {
        var numbers = new float[rows * columns];
        Philox4x32.FillNormal(numbers, (float)deviation, new(0, (uint)layer, (uint)Network, (uint)part), Seed);
        return tensor(numbers, [rows, columns]);
    }
}
