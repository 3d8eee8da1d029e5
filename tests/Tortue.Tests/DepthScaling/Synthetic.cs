using Tortue.DepthScaling;
using Tortue.Experiments;

namespace Tortue.Tests.DepthScaling;

/// <summary>Made-up results, to see what verdicts they get.</summary>
internal static class Synthetic
{
    public static readonly RunRecord Run = new(1, "made up", "0", DateTimeOffset.UnixEpoch, 0, 1);

    /// <summary>Ratios that follow power laws: the exponents of the hidden states and of the gradients at each β.</summary>
    public static DepthGrowthResult Growth(params IReadOnlyList<(double Beta, double Hidden, double Gradient)> slopes)
    {
        var options = new DepthGrowthOptions { Betas = [.. slopes.Select(slope => slope.Beta)], Depths = [10, 100, 1000] };
        return new(
            options,
            Run,
            [
                .. from slope in slopes
                   from depth in options.Depths
                   select new DepthGrowthCell(slope.Beta, depth, null, Power(depth, slope.Hidden), Power(depth, slope.Gradient)),
            ]);
    }

    public static NormDistributionResult Distribution(double mean, double deviation) =>
        new(NormDistributionOptions.Quick, Run, Spread(mean, deviation), Spread(mean, deviation));

    public static BoundTightnessResult Tightness(params IReadOnlyList<double> changes)
    {
        var options = new BoundTightnessOptions { Widths = [100], Deltas = [0.1, 0.5] };
        return new(options, Run, [new(new() { Width = 100 }, changes)]);
    }

    private static SampleSummary Power(int depth, double exponent) => SampleSummary.Of([Math.Pow(depth, exponent)]);

    // 999 quantiles of a normal law.
    private static double[] Spread(double mean, double deviation) =>
        [.. Enumerable.Range(1, 999).Select(i => MathNet.Numerics.Distributions.Normal.InvCDF(mean, deviation, i / 1000.0))];
}
