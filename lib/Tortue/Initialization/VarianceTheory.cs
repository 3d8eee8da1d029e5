using Tortue.Models;

namespace Tortue.Initialization;

/// <summary>
/// The variance algebra of a deep network, layer by layer: z^l = W^l a^{l−1} with a^l = σ(z^l), and δ^l = ∂C/∂z^l.
/// <code>
/// forward     Var z^l = n_{l−1} Var W^l E[(a^{l−1})²]
/// backward    Var δ^l = n_{l+1} Var W^{l+1} E[σ′(z^l)²] Var δ^{l+1}
/// </code>
/// </summary>
/// <remarks>
/// Weights are independent, symmetric and independent of what comes in. Then the first line is exact given E[(a^{l−1})²]; that this average
/// may be taken over a normal z is true of half-lines at any width (any symmetric z gives the same), and of curved activations in the limit
/// of large widths. X. Glorot, Y. Bengio, AISTATS 2010; K. He et al., ICCV 2015.
/// </remarks>
public static class VarianceTheory
{
    /// <summary>The variances in all layers.</summary>
    /// <param name="pair">Activation and initialisation of all layers.</param>
    /// <param name="widths">n_0, …, n_L: the number of inputs, then the units of each layer; at least two.</param>
    /// <param name="inputMeanSquare">E[x²] of an input, above 0. Default: 1.</param>
    /// <exception cref="ArgumentException">There are fewer than two widths, or the input's mean square is not above 0.</exception>
    public static SignalPrediction Predict(SignalPair pair, IReadOnlyList<int> widths, double inputMeanSquare = 1) =>
        Predict(pair, widths, inputMeanSquare, variance => GaussianMoments.Of(pair.Activation, variance));

    /// <summary>
    /// The variances by the short calculation of exercise 2.1, which takes E[σ(z)²] = V[z] (and σ′ = 1) for every odd σ. That holds where σ
    /// is the identity; a curved σ makes it smaller.
    /// </summary>
    /// <param name="pair">Activation and initialisation of all layers; the activation is taken for the identity.</param>
    /// <param name="widths">n_0, …, n_L, at least two.</param>
    /// <param name="inputMeanSquare">E[x²] of an input, above 0. Default: 1.</param>
    /// <exception cref="ArgumentException">There are fewer than two widths, or the input's mean square is not above 0.</exception>
    public static SignalPrediction LinearRegime(SignalPair pair, IReadOnlyList<int> widths, double inputMeanSquare = 1) =>
        Predict(pair, widths, inputMeanSquare, variance => new(0, variance, 1));

    /// <summary>
    /// χ = σ_w² E[σ′(z)²]: by how much the variance of the gradients grows a layer where z has a given variance; below 1 they vanish, above 1
    /// they explode.
    /// </summary>
    /// <param name="activation">σ.</param>
    /// <param name="gain">σ_w = √(n Var W), above 0.</param>
    /// <param name="variance">The variance of z, at least 0; see <see cref="FixedPoint"/>.</param>
    public static double Criticality(Activation activation, double gain, double variance) =>
        gain * gain * GaussianMoments.Of(activation, variance).MeanSquareSlope;

    /// <summary>
    /// The variance v* = σ_w² E[σ(z)²] that the layers of an endless network settle at; null where it grows beyond all bounds or shrinks to 0
    /// (or, for half-lines, depends on the input).
    /// </summary>
    /// <param name="activation">σ.</param>
    /// <param name="gain">σ_w = √(n Var W), above 0.</param>
    public static double? FixedPoint(Activation activation, double gain)
    {
        const double Smallest = 1e-9, Accuracy = 1e-10;
        if (activation.IsHomogeneous)
            return null;

        // These σ are bounded by 1 and bend downwards: v − σ_w² E[σ²] is below 0 up to v*, and above 0 from there on.
        double low = Smallest, high = gain * gain;
        if (Excess(low) >= 0)
            return null;
        while (high - low > Accuracy * high)
        {
            double middle = (low + high) / 2;
            (low, high) = Excess(middle) < 0 ? (middle, high) : (low, middle);
        }

        return high;

        double Excess(double v) => v - gain * gain * GaussianMoments.Of(activation, v).MeanSquare;
    }

    private static SignalPrediction Predict(
        SignalPair pair, IReadOnlyList<int> widths, double inputMeanSquare, Func<double, GaussianMoments> momentsOf)
    {
        if (widths.Count < 2)
            throw new ArgumentException(InitializationText.TooFewWidths);
        if (!(inputMeanSquare > 0 && double.IsFinite(inputMeanSquare)))
            throw new ArgumentException(Text.Format(InitializationText.BadInputMeanSquare, inputMeanSquare));
        int depth = widths.Count - 1;
        var (forward, backward) = (new double[depth], new double[depth]);
        var (weights, moments) = (new double[depth], new GaussianMoments[depth]);
        double meanSquare = inputMeanSquare;
        for (int l = 0; l < depth; l++)
        {
            weights[l] = pair.IsLsuv ? 1 / (widths[l] * meanSquare) : pair.Init.Variance(widths[l], widths[l + 1]);
            forward[l] = widths[l] * weights[l] * meanSquare;
            moments[l] = momentsOf(forward[l]);
            meanSquare = moments[l].MeanSquare;
        }

        backward[^1] = 1;
        for (int l = depth - 2; l >= 0; l--)
            backward[l] = widths[l + 2] * weights[l + 1] * moments[l].MeanSquareSlope * backward[l + 1];
        return new(forward, backward);
    }
}
