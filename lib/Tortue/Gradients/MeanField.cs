using Tortue.Models;

namespace Tortue.Gradients;

/// <summary>
/// What happens to sums and errors in networks so wide that the sums z of a layer are normal numbers: with weights of variance g²/n and no
/// biases, the mean square q of z goes from layer to layer as q → g² E[σ(√q Z)²], and the mean square of δ is multiplied by
/// χ = g² E[σ′(√q Z)²] on its way down, with Z a standard normal number. For plain ReLU networks both factors are
/// g²/2 at any width; for residual ones 1 + g²/2 is that of infinite width, and a little more at finite width.
/// </summary>
public static class MeanField
{
    /// <summary>The mean square of the next layer's sums, g² E[σ(√q Z)²].</summary>
    /// <param name="activation">The function σ.</param>
    /// <param name="gain">g: standard deviation of the weights times √(fan-in), above 0.</param>
    /// <param name="q">The mean square of this layer's sums, at least 0.</param>
    public static double NextMeanSquare(Activation activation, double gain, double q) =>
        gain * gain * GaussianMoments.Of(activation, q).MeanSquare;

    /// <summary>The factor χ = g² E[σ′(√q Z)²] that one layer puts on the mean square of the errors.</summary>
    /// <param name="activation">The function σ.</param>
    /// <param name="gain">g: standard deviation of the weights times √(fan-in), above 0.</param>
    /// <param name="q">The mean square of the layer's sums, at least 0.</param>
    public static double Susceptibility(Activation activation, double gain, double q) =>
        gain * gain * GaussianMoments.Of(activation, q).MeanSquareSlope;

    /// <summary>‖δ^l‖ / ‖δ^L‖ for l = 1 … L, as the root of the ratio of mean squares.</summary>
    /// <param name="activation">The function σ.</param>
    /// <param name="gain">g: standard deviation of the weights times √(fan-in), above 0.</param>
    /// <param name="firstMeanSquare">q of layer 1.</param>
    /// <param name="depth">L, at least 1.</param>
    /// <param name="residual">Whether a layer is h + W σ(h): then both factors are 1 more, q + g² E[σ²] and 1 + χ.</param>
    public static IReadOnlyList<double> ErrorNorms(
        Activation activation, double gain, double firstMeanSquare, int depth, bool residual = false)
    {
        var (q, factors) = (firstMeanSquare, new double[depth]);
        for (int l = 1; l < depth; l++)
        {
            factors[l - 1] = Susceptibility(activation, gain, q) + (residual ? 1 : 0);
            q = NextMeanSquare(activation, gain, q) + (residual ? q : 0);
        }

        var norms = new double[depth];
        norms[^1] = 1;
        for (int l = depth - 1; l >= 1; l--)
            norms[l - 1] = norms[l] * Math.Sqrt(factors[l - 1]);
        return norms;
    }
}
