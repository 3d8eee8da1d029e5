using Tortue.Models;

namespace Tortue.DepthScaling;

/// <summary>
/// The law of ‖h_L‖ / ‖h_0‖, and of ‖p_0‖ / ‖p_L‖, in the limit of infinite depth with L α_L² fixed: log-normal.
/// </summary>
/// <remarks>
/// Derived here. A step of the limit, of length dt = α², moves h by a normal vector of covariance ‖g‖²/d · I dt, where ‖g‖² averages to c
/// ‖h‖² (c = <see cref="Activation.MeanSquareGain"/>). Itô's formula for ln ‖h‖² then has a drift c − 2c/d and a variance 4c/d per unit
/// of time, both constant, so that ln(‖h_L‖/‖h_0‖) is normal with mean T (c/2 − c/d) and variance T c/d, T = L α_L². The gradient obeys
/// the same equation backward. For ReLU, d = 100, β = ½: mean 1.281, standard deviation 0.091.
/// </remarks>
/// <param name="LogMean">The mean of the logarithm.</param>
/// <param name="LogDeviation">The standard deviation of the logarithm.</param>
public sealed record LogNormalLimit(double LogMean, double LogDeviation)
{
    /// <summary>The mean of the ratio.</summary>
    public double Mean => Math.Exp(LogMean + LogDeviation * LogDeviation / 2);

    /// <summary>The standard deviation of the ratio.</summary>
    public double StandardDeviation => Mean * Math.Sqrt(Math.Exp(LogDeviation * LogDeviation) - 1);

    /// <summary>The law for networks of this shape, or null where the derivation does not hold: see <see cref="ExactGrowth"/>.</summary>
    /// <param name="shape">The networks.</param>
    public static LogNormalLimit? Of(ResidualShape shape)
    {
        if (ExactGrowth.MeanSquareGain(shape) is not { } c)
            return null;
        var time = shape.Depth * shape.Alpha * shape.Alpha;
        return new(time * (c / 2 - c / shape.Width), Math.Sqrt(time * c / shape.Width));
    }

    /// <summary>The density at a ratio.</summary>
    /// <param name="ratio">A positive number.</param>
    public double Density(double ratio)
    {
        var z = (Math.Log(ratio) - LogMean) / LogDeviation;
        return Math.Exp(-z * z / 2) / (ratio * LogDeviation * Math.Sqrt(2 * Math.PI));
    }
}
