using TorchSharp;
using Tortue.Exercises;

namespace Tortue.Gradients;

/// <summary>A small tanh network by chance, its widths different, and what automatic differentiation says of its errors δ.</summary>
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

        using var scope = torch.NewDisposeScope();
        using var recording = torch.enable_grad();
        var a = torch.tensor(Draws.Vector(random, widths[0], 2), requires_grad: true);
        var scores = new List<torch.Tensor>();
        foreach (var w in weights)
        {
            scores.Add(torch.tensor(w).mv(a) + torch.tensor(Draws.Vector(random, w.GetLength(0))));
            a = scores[^1].tanh();
        }

        var cost = (a - torch.tensor(Draws.Vector(random, widths[^1]))).pow(2).sum() / 2;
        var deltas = torch.autograd.grad([cost], scores);
        return new(weights, [.. scores.Select(z => Values(1 - z.tanh().pow(2)))], [.. deltas.Select(Values)]);
    }

    private static double[] Values(torch.Tensor tensor) => tensor.detach().data<double>().ToArray();
}
