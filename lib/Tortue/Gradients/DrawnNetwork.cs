using Tortue.Exercises;
using Tortue.Models;

namespace Tortue.Gradients;

/// <summary>The layers of a small tanh network by chance, its widths different, with the errors δ of automatic differentiation.</summary>
/// <param name="Weights">The weights of each layer, entry [j, k] from neuron k of the layer before to neuron j; first layer first.</param>
/// <param name="Slopes">f′(z^l) of each layer.</param>
/// <param name="Deltas">δ^l = ∂C/∂z^l of each layer, for C = ½ ‖a^L − y‖².</param>
internal sealed record DrawnNetwork(double[][,] Weights, double[][] Slopes, double[][] Deltas)
{
    /// <summary>Draws widths from 2 to 4, weights, biases, an input and a target.</summary>
    public static DrawnNetwork Draw(Random random, int layers)
    {
        int[] widths = [.. Draws.Draw(layers + 1, () => random.Next(2, 5))];
        double[][,] weights = [.. widths.Zip(widths.Skip(1), (inputs, units) => Draws.Matrix(random, units, inputs, 1.5))];
        double[][] biases = [.. widths.Skip(1).Select(units => Draws.Vector(random, units))];
        double[] x = Draws.Vector(random, widths[0], 2), y = Draws.Vector(random, widths[^1]);

        var network = new DenseNetwork(Activation.Tanh, weights, biases);
        var slopes = network.Forward(x).Z.Skip(1).Select(z => Array.ConvertAll(z, network.Activation.Derivative));
        return new(weights, [.. slopes], [.. BackPropagation.ErrorsByAutograd(network, x, y).Skip(1)]);
    }
}
