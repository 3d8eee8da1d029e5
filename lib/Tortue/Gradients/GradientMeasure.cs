using static TorchSharp.torch;

namespace Tortue.Gradients;

/// <summary>What is kept of one network at one depth. Sums are over the points, means over the units, each of which is a function of
/// x.</summary>
/// <param name="Pairs">Mean of g_i g_j over the pairs of different points, times the number of points.</param>
/// <param name="Squares">Sum of g_i².</param>
/// <param name="CoActive">Share of the units that are active at both points of a pair.</param>
/// <param name="Autocovariances">Sum of (g_i − ḡ)(g_{i+lag} − ḡ) for each lag from 0; empty where points have no order.</param>
/// <param name="Series">g of the first unit, for the first network; otherwise empty.</param>
internal sealed record GradientMeasure(
    double Pairs, double Squares, double CoActive, IReadOnlyList<double> Autocovariances, IReadOnlyList<double> Series)
{
    /// <summary>Measures a network at the depth that it has come to.</summary>
    /// <param name="pass">The network.</param>
    /// <param name="lags">The largest lag; 0 for none.</param>
    /// <param name="series">Whether to keep the first unit's gradients.</param>
    public static GradientMeasure Of(GradientPass pass, int lags, bool series)
    {
        using var scope = NewDisposeScope();
        var gradients = pass.Gradients;
        var (points, units) = (gradients.size(0), gradients.size(1));
        double squares = Sum((gradients * gradients).sum([0])) / units;
        double all = SumOfSquares(gradients.sum([0])) / units;
        double active = SumOfSquares(pass.Gates.sum([0])), each = Sum(pass.Gates.sum([0]));
        return new(
            (all - squares) / (points - 1),
            squares,
            (active - each) / (units * points * (points - 1)),
            lags == 0 ? [] : Autocovariance(gradients, lags),
            series ? [.. gradients.select(1, 0).contiguous().data<float>().Select(value => (double)value)] : []);
    }

    private static double[] Autocovariance(Tensor gradients, int lags)
    {
        var centred = gradients - gradients.mean([0], keepdim: true);
        int points = (int)gradients.size(0);
        float[] gram = centred.matmul(centred.t()).data<float>().ToArray();
        var sums = new double[lags + 1];
        for (int lag = 0; lag <= lags; lag++)
        {
            for (int i = 0; i + lag < points; i++)
                sums[lag] += gram[(i * points) + i + lag];
        }

        return sums;
    }

    private static double Sum(Tensor values) => values.to(float64).sum().item<double>();

    private static double SumOfSquares(Tensor values)
    {
        var wide = values.to(float64);
        return (wide * wide).sum().item<double>();
    }
}
