using Tortue.Models;
using static TorchSharp.torch;

namespace Tortue.Gradients;

/// <summary>
/// A multilayer perceptron as the course writes it, in double precision: a⁰ = x, z^l = W^l a^{l−1} + b^l and a^l = f(z^l) for l = 1 … L.
/// The activation acts on every layer, also on the last. Small on purpose: weights are plain arrays, so that back-propagation can be read.
/// </summary>
public sealed class DenseNetwork
{
    private readonly double[][,] _weights;
    private readonly double[][] _biases;

    /// <summary>A network from its weights and biases.</summary>
    /// <param name="activation">The function f.</param>
    /// <param name="weights">W¹ … W^L; W^l has one row for each of the N_l units of layer l and N_{l−1} columns.</param>
    /// <param name="biases">b¹ … b^L; b^l has N_l entries.</param>
    /// <exception cref="ArgumentException">There is no layer, or the sizes of two neighbours do not fit.</exception>
    public DenseNetwork(Activation activation, IEnumerable<double[,]> weights, IEnumerable<double[]> biases)
    {
        Activation = activation;
        _weights = [.. weights];
        _biases = [.. biases];
        if (_weights.Length == 0 || _weights.Length != _biases.Length)
            throw new ArgumentException(Text.Format(GradientsText.BadLayers, _weights.Length, _biases.Length));
        for (int l = 1; l <= Depth; l++)
        {
            if (B(l).Length != W(l).GetLength(0) || (l > 1 && W(l).GetLength(1) != W(l - 1).GetLength(0)))
                throw new ArgumentException(Text.Format(GradientsText.LayersDoNotFit, l));
        }
    }

    /// <summary>The function f.</summary>
    public Activation Activation { get; }

    /// <summary>The number of layers L.</summary>
    public int Depth => _weights.Length;

    /// <summary>A network whose weights are drawn, with biases 0.</summary>
    /// <param name="activation">The function f.</param>
    /// <param name="init">The law of the weights.</param>
    /// <param name="generator">Where the random numbers come from.</param>
    /// <param name="widths">N_0, N_1, …, N_L: at least two numbers, each at least 1.</param>
    /// <exception cref="ArgumentException">There are fewer than two widths, or one is below 1.</exception>
    public static DenseNetwork Random(Activation activation, WeightInit init, Generator generator, params IReadOnlyList<int> widths)
    {
        if (widths.Count < 2 || widths.Any(width => width < 1))
            throw new ArgumentException(Text.Format(GradientsText.BadWidths, string.Join(", ", widths)));
        return new(
            activation,
            widths.Zip(widths.Skip(1), (fanIn, fanOut) => Drawn(init, fanOut, fanIn, generator)),
            widths.Skip(1).Select(width => new double[width]));
    }

    /// <summary>The weights W^l, [N_l, N_{l−1}].</summary>
    /// <param name="l">The layer, 1 to L.</param>
    public double[,] W(int l) => _weights[l - 1];

    /// <summary>The biases b^l, N_l numbers.</summary>
    /// <param name="l">The layer, 1 to L.</param>
    public double[] B(int l) => _biases[l - 1];

    /// <summary>The number of units N_l; N_0 is that of the inputs.</summary>
    /// <param name="l">The layer, 0 to L.</param>
    public int Width(int l) => l == 0 ? W(1).GetLength(1) : W(l).GetLength(0);

    /// <summary>What every layer computes for one example.</summary>
    /// <param name="x">The example, N_0 numbers.</param>
    /// <exception cref="ArgumentException">The example has another length.</exception>
    public ForwardPass Forward(double[] x)
    {
        if (x.Length != Width(0))
            throw new ArgumentException(Text.Format(GradientsText.BadInput, x.Length, Width(0)));
        var (z, a) = (new double[Depth + 1][], new double[Depth + 1][]);
        (z[0], a[0]) = ([], x);
        for (int l = 1; l <= Depth; l++)
        {
            var (weights, biases, below) = (W(l), B(l), a[l - 1]);
            z[l] = new double[Width(l)];
            for (int j = 0; j < Width(l); j++)
            {
                z[l][j] = biases[j];
                for (int k = 0; k < below.Length; k++)
                    z[l][j] += weights[j, k] * below[k];
            }

            a[l] = Array.ConvertAll(z[l], Activation.Value);
        }

        return new(z, a);
    }

    /// <summary>The squared error C = ½ ‖a^L − y‖².</summary>
    /// <param name="x">The example, N_0 numbers.</param>
    /// <param name="y">What it should give, N_L numbers.</param>
    public double Cost(double[] x, double[] y) => Forward(x).Output.Zip(y, (a, wanted) => (a - wanted) * (a - wanted)).Sum() / 2;

    private static double[,] Drawn(WeightInit init, int fanOut, int fanIn, Generator generator)
    {
        using var scope = NewDisposeScope();
        var numbers = init.Draw(1, fanOut, fanIn, generator, ScalarType.Float64).data<double>().ToArray();
        var weights = new double[fanOut, fanIn];
        Buffer.BlockCopy(numbers, 0, weights, 0, numbers.Length * sizeof(double));
        return weights;
    }
}
