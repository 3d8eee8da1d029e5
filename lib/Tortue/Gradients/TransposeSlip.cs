using System.Runtime.InteropServices;
using Tortue.Experiments;
using Tortue.Models;
using static TorchSharp.torch;

namespace Tortue.Gradients;

/// <summary>
/// Exercise 1.3 of the course has the weights of its recursion in the wrong order, w_{j,k}^{l+1} δ_k^{l+1}; the next slide has the right
/// one, w_{k,j}^{l+1}. How wrong is wrong? Both recursions beside automatic differentiation.
/// </summary>
public static class TransposeSlip
{
    private const int Inputs = 4;

    /// <summary>Compares the two orders on random tanh networks.</summary>
    /// <param name="depth">Layers L, at least 2. Default: 8.</param>
    /// <param name="width">Units of every layer, at least 2. Default: 6.</param>
    /// <param name="networks">Networks of each kind, at least 1. Default: 25.</param>
    /// <param name="seed">The seed of weights, examples and targets. Default: 1.</param>
    /// <exception cref="ArgumentException">A setting is out of its range.</exception>
    public static TransposeSlipResult Compare(int depth = 8, int width = 6, int networks = 25, ulong seed = 1)
    {
        if (depth < 2 || width < 2 || networks < 1)
            throw new ArgumentException(Text.Format(GradientsText.BadTransposeSlip, depth, width, networks));
        var generator = new Generator(seed);
        return new(
            networks, Rows(symmetric: false), Rows(symmetric: true), ShapeError(width, generator));

        IReadOnlyList<TransposeSlipRow> Rows(bool symmetric)
        {
            var errors = Enumerable.Range(0, networks).Select(_ => RelativeErrors(depth, width, symmetric, generator)).ToArray();
            return
            [
                .. Enumerable.Range(1, depth - 1).Select(l => new TransposeSlipRow(
                    l,
                    SampleSummary.Of(errors.Select(network => network[l].Right)).Median,
                    SampleSummary.Of(errors.Select(network => network[l].Slide)).Median)),
            ];
        }
    }

    private static IReadOnlyList<(double Right, double Slide)> RelativeErrors(int depth, int width, bool symmetric, Generator generator)
    {
        int[] widths = [Inputs, .. Enumerable.Repeat(width, depth)];
        var network = DenseNetwork.Random(Activation.Tanh, WeightInit.GlorotNormal, generator, widths);
        if (symmetric)
        {
            for (int l = 2; l <= depth; l++)
                Symmetrise(network.W(l));
        }

        var (x, y) = (Vector(Inputs, generator), Vector(width, generator));
        var truth = BackPropagation.ErrorsByAutograd(network, x, y);
        var right = BackPropagation.Errors(network, x, y);
        var slide = BackPropagation.Errors(network, x, y, (weights, j, k) => weights[j, k]);
        return [.. truth.Select((delta, l) => (Distance(right[l], delta), Distance(slide[l], delta)))];
    }

    private static void Symmetrise(double[,] weights)
    {
        for (int j = 0; j < weights.GetLength(0); j++)
        {
            for (int k = 0; k < j; k++)
                weights[j, k] = weights[k, j];
        }
    }

    private static double Distance(double[] delta, double[] truth) =>
        Norm(delta.Zip(truth, (a, b) => a - b)) / Norm(truth);

    private static double Norm(IEnumerable<double> vector) => Math.Sqrt(vector.Sum(entry => entry * entry));

    private static double[] Vector(int length, Generator generator)
    {
        using var numbers = randn(length, dtype: float64, generator: generator);
        return numbers.data<double>().ToArray();
    }

    // One unit fewer above than below: the slide's order asks for a product that does not exist.
    private static string ShapeError(int width, Generator generator)
    {
        using var scope = NewDisposeScope();
        var (weights, delta) = (randn([width - 1, width], generator: generator), randn(width - 1, generator: generator));
        var refused = Record(() => weights.mv(delta));
        return refused.Message.Split('\n')[0];

        static ExternalException Record(Action product)
        {
            try
            {
                product();
            }
            catch (ExternalException refused)
            {
                return refused;
            }

            throw new InvalidOperationException("A matrix was multiplied by a vector of another length.");
        }
    }
}
