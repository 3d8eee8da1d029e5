using MathNet.Numerics.Distributions;
using Tortue.Experiments;

namespace Tortue.DepthScaling;

/// <summary>With which power of 1/L an error vanishes, as measured on several networks.</summary>
/// <param name="Mean">The order: the error behaves as L^(−order).</param>
/// <param name="HalfWidth">Half the width of its 95 % confidence interval, by Student's distribution.</param>
public sealed record ConvergenceOrder(double Mean, double HalfWidth)
{
    /// <summary>The confidence of the interval.</summary>
    public const double Confidence = 0.95;

    /// <summary>An order whose whole interval lies within this share of another is equivalent to it.</summary>
    public const double Margin = 0.1;

    private const double FourDecimalsBelow = 0.001;

    /// <summary>The lower end of the interval.</summary>
    public double Low => Mean - HalfWidth;

    /// <summary>The upper end of the interval.</summary>
    public double High => Mean + HalfWidth;

    /// <summary>Whether the whole interval lies within <see cref="Margin"/> of an order, as a share of it.</summary>
    /// <param name="order">The order that is claimed, above 0.</param>
    public bool IsEquivalentTo(double order) => Low >= order * (1 - Margin) && High <= order * (1 + Margin);

    /// <summary>The order, and the interval as what is to be added and taken away, in three decimals or, where it is narrow, in
    /// four.</summary>
    public override string ToString() =>
        Text.Format(HalfWidth < FourDecimalsBelow ? "{0:0.0000} ± {1:0.0000}" : "{0:0.000} ± {1:0.000}", Mean, HalfWidth);

    /// <summary>The mean of each network's own order, minus the slope of the line through ln error over ln L.</summary>
    /// <param name="depths">The depths L, at least two.</param>
    /// <param name="errors">The errors of each network at these depths, of at least two networks.</param>
    internal static ConvergenceOrder OfEach(IReadOnlyList<int> depths, IEnumerable<IReadOnlyList<double>> errors) =>
        Of(errors.Select(own => Slope(depths, own)));

    /// <summary>The order of the root mean square over all networks. Its interval is that of the jackknife's pseudo-values: J. W. Tukey,
    /// "Bias and confidence in not-quite large samples", Annals of Mathematical Statistics 29 (1958).</summary>
    /// <param name="depths">The depths L, at least two.</param>
    /// <param name="errors">The errors of each network at these depths, of at least two networks.</param>
    internal static ConvergenceOrder OfMeanSquare(IReadOnlyList<int> depths, IReadOnlyList<IReadOnlyList<double>> errors)
    {
        var sums = new double[depths.Count];
        foreach (var own in errors)
        {
            for (var i = 0; i < sums.Length; i++)
                sums[i] += own[i] * own[i];
        }

        var whole = Slope(depths, [.. sums.Select(Math.Sqrt)]);
        return Of(errors.Select(own =>
            errors.Count * whole - (errors.Count - 1) * Slope(depths, [.. sums.Zip(own, (sum, error) => Math.Sqrt(sum - error * error))])));
    }

    private static ConvergenceOrder Of(IEnumerable<double> orders)
    {
        double[] all = [.. orders];
        var mean = MeanError.Of(all);
        return new(mean.Mean, mean.StandardError * StudentT.InvCDF(0, 1, all.Length - 1, (1 + Confidence) / 2));
    }

    private static double Slope(IReadOnlyList<int> depths, IReadOnlyList<double> errors) =>
        -LogLogSlope.Of([.. depths.Select(depth => (double)depth)], errors);
}
