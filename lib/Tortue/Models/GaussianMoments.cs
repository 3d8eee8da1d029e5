using MathNet.Numerics.Integration;

namespace Tortue.Models;

/// <summary>
/// What an activation makes of a normal z of mean 0: the three averages of which the variances of a wide network are made, forward
/// (E[σ(z)²]) and backward (E[σ′(z)²]).
/// </summary>
/// <remarks>
/// For two half-lines of slopes 1 and a they are exact: E[σ(z)²] = (1 + a²)/2 · v and E[σ′(z)²] = (1 + a²)/2, whence He's factor ½ (K. He
/// et al., ICCV 2015, equations 8 and 14). Those of curved activations are integrals, computed to ten digits.
/// </remarks>
/// <param name="Mean">E[σ(z)]; 0 when σ is odd.</param>
/// <param name="MeanSquare">E[σ(z)²].</param>
/// <param name="MeanSquareSlope">E[σ′(z)²].</param>
public readonly record struct GaussianMoments(double Mean, double MeanSquare, double MeanSquareSlope)
{
    private const double Accuracy = 1e-12;

    // The normal density is below 1e-31 beyond.
    private const double Deviations = 12;

    /// <summary>The averages over z ~ N(0, variance).</summary>
    /// <param name="activation">σ.</param>
    /// <param name="variance">The variance v of z, finite and at least 0.</param>
    /// <exception cref="ArgumentException">The variance is negative or not finite.</exception>
    public static GaussianMoments Of(Activation activation, double variance)
    {
        if (!(variance >= 0 && double.IsFinite(variance)))
            throw new ArgumentException(Text.Format(ModelsText.BadVariance, variance));
        if (activation.NegativeSlope is { } slope)
        {
            double half = activation.MeanSquareGain!.Value;
            return new((1 - (double)slope) * Math.Sqrt(variance / (2 * Math.PI)), half * variance, half);
        }

        return new(
            Average(activation.Value, variance),
            Average(z => Square(activation.Value(z)), variance),
            Average(z => Square(activation.Derivative(z)), variance));
    }

    // Both halves at once: what the curves do at 0 (softsign's slope has a kink there) stands at the end of the interval, where this rule's
    // points crowd. Divided by its size, since averages of a signal that has almost vanished count as well.
    private static double Average(Func<double, double> function, double variance)
    {
        double deviation = Math.Sqrt(variance);
        double size = new[] { 0, deviation, -deviation }.Max(z => Math.Abs(function(z)));
        if (deviation == 0 || size == 0)
            return function(0);
        double half = DoubleExponentialTransformation.Integrate(
            x => (function(deviation * x) + function(-deviation * x)) / size * Math.Exp(-x * x / 2), 0, Deviations, Accuracy);
        return half * size / Math.Sqrt(2 * Math.PI);
    }

    private static double Square(double value) => value * value;
}
