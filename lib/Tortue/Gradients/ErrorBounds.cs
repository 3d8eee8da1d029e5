using TorchSharp;
using static TorchSharp.torch;

namespace Tortue.Gradients;

/// <summary>
/// The errors of one layer of a network for one example, and what three bounds say about them. With γ = sup |f′|, each of the L − l steps
/// from layer L down to layer l brings one factor f′, so the power is γ^{L−l} beside δ^L; the slide's γ^{L−l+1} counts the factor f′(z^L)
/// that δ^L has in it already. <see cref="Slide"/> takes the power that is right, so that what fails is the slide's other slip, the absolute
/// value.
/// </summary>
/// <param name="Layer">The layer l, 1 to L.</param>
/// <param name="Error">δ^l, one number for each unit.</param>
/// <param name="Slide">
/// γ^{L−l} |Σ w^{l+1} (Σ w^{l+2} (… δ^L))|, the absolute value outside all sums: not a bound from two layers below the last on, since the
/// inner derivatives stand inside the sums.
/// </param>
/// <param name="Inside">γ^{L−l} Σ |w^{l+1}| (Σ |w^{l+2}| (… |δ^L|)): a bound for every unit.</param>
/// <param name="Operator">γ^{L−l} ‖W^{l+1}‖ … ‖W^L‖ ‖δ^L‖ with operator norms: a bound for ‖δ^l‖.</param>
public sealed record ErrorBounds(
    int Layer, IReadOnlyList<double> Error, IReadOnlyList<double> Slide, IReadOnlyList<double> Inside, double Operator)
{
    /// <summary>‖δ^l‖.</summary>
    public double ErrorNorm => Norm(Error);

    /// <summary>The Euclidean norm of <see cref="Slide"/>: what ‖δ^l‖ could not exceed if the slide were right.</summary>
    public double SlideNorm => Norm(Slide);

    /// <summary>The Euclidean norm of <see cref="Inside"/>, a bound for ‖δ^l‖.</summary>
    public double InsideNorm => Norm(Inside);

    /// <summary>Whether some unit's error is larger than what the slide allows, by more than rounding.</summary>
    public bool ViolatesSlide => Error.Zip(Slide).Any(unit => Math.Abs(unit.First) > unit.Second * (1 + 1e-9) + 1e-300);

    /// <summary>The errors and bounds of all layers.</summary>
    /// <param name="network">The network.</param>
    /// <param name="x">The example, N_0 numbers.</param>
    /// <param name="y">What it should give, N_L numbers; the cost is ½ ‖a^L − y‖².</param>
    /// <returns>Those of layer l at index l − 1, for l = 1 … L.</returns>
    /// <exception cref="ArgumentException">x or y has another length.</exception>
    public static IReadOnlyList<ErrorBounds> Of(DenseNetwork network, double[] x, double[] y)
    {
        double gamma = network.Activation.SteepestSlope;
        var errors = BackPropagation.Errors(network, x, y);
        double[] outside = errors[^1], inside = Array.ConvertAll(errors[^1], Math.Abs);
        double norms = Norm(errors[^1]);
        var bounds = new List<ErrorBounds>();
        for (int l = network.Depth; l >= 1; l--)
        {
            if (l < network.Depth)
            {
                var weights = network.W(l + 1);
                outside = FromAbove(weights, outside, weight => gamma * weight);
                inside = FromAbove(weights, inside, weight => gamma * Math.Abs(weight));
                norms *= gamma * OperatorNorm(weights);
            }

            bounds.Add(new(l, errors[l], Array.ConvertAll(outside, Math.Abs), inside, norms));
        }

        bounds.Reverse();
        return bounds;
    }

    private static double[] FromAbove(double[,] weights, double[] above, Func<double, double> factor)
    {
        var below = new double[weights.GetLength(1)];
        for (int j = 0; j < below.Length; j++)
        {
            for (int k = 0; k < above.Length; k++)
                below[j] += factor(weights[k, j]) * above[k];
        }

        return below;
    }

    private static double OperatorNorm(double[,] weights)
    {
        using var scope = NewDisposeScope();
        return linalg.svdvals(tensor(weights)).max().ToDouble();
    }

    private static double Norm(IEnumerable<double> vector) => Math.Sqrt(vector.Sum(entry => entry * entry));
}
