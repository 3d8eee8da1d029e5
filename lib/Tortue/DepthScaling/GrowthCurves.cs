using Tortue.Experiments;

namespace Tortue.DepthScaling;

/// <summary>One of the two ratios of <see cref="DepthGrowth"/>, as curves over depth: one curve for each β.</summary>
public sealed partial class GrowthCurves
{
    /// <summary>
    /// A curve whose slope on two logarithmic axes is at least this far from 0 vanishes or explodes. For β &gt; ½ theory gives ½ − β.
    /// </summary>
    public const double SlopeThreshold = 0.1;

    private readonly DepthGrowthResult _result;

    internal GrowthCurves(DepthGrowthResult result, GrowthQuantity quantity)
    {
        _result = result;
        Quantity = quantity;
    }

    /// <summary>Which ratio.</summary>
    public GrowthQuantity Quantity { get; }

    /// <summary>The ratio over the networks at one β and depth.</summary>
    /// <param name="beta">One of the settings' β.</param>
    /// <param name="depth">One of the settings' depths.</param>
    /// <exception cref="ArgumentException">Nothing was measured there.</exception>
    public SampleSummary At(double beta, int depth) =>
        _result.Cells.FirstOrDefault(cell => cell.Beta == beta && cell.Depth == depth) is { } cell
            ? Of(cell)
            : throw new ArgumentException(Text.Format(DepthScalingText.NotMeasured, beta, depth));

    /// <summary>The slope of the median over depth, on two logarithmic axes.</summary>
    /// <param name="beta">One of the settings' β.</param>
    public double Slope(double beta)
    {
        var cells = Cells(beta);
        return LogLogSlope.Of([.. cells.Select(cell => (double)cell.Depth)], [.. cells.Select(cell => Of(cell).Median)]);
    }

    /// <summary>What the measured curve does, by its <see cref="Slope"/> and <see cref="SlopeThreshold"/>.</summary>
    /// <param name="beta">One of the settings' β.</param>
    public GrowthRegime Measured(double beta) => Slope(beta) switch
    {
        <= -SlopeThreshold => GrowthRegime.Vanishes,
        >= SlopeThreshold => GrowthRegime.Explodes,
        _ => GrowthRegime.Stays,
    };

    /// <summary>
    /// What the paper says: vanishes above the critical exponent (<see cref="WeightPath.CriticalBeta"/>: by Corollary 4 ½ for independent
    /// weights, and 1 for smooth ones), explodes below.
    /// </summary>
    /// <param name="beta">Any exponent.</param>
    /// <param name="path">How the layers' weights depend on each other.</param>
    /// <exception cref="ArgumentException">The paper names no critical exponent for the path.</exception>
    public static GrowthRegime Claimed(double beta, WeightPath path) => beta.CompareTo(CriticalBeta(path)) switch
    {
        > 0 => GrowthRegime.Vanishes,
        < 0 => GrowthRegime.Explodes,
        _ => GrowthRegime.Stays,
    };

    internal static double CriticalBeta(WeightPath path) =>
        path.CriticalBeta ?? throw new ArgumentException(Text.Format(DepthScalingText.NothingClaimed, path));

    /// <summary>Whether every curve does what the paper says.</summary>
    public Verdict Verdict() => Judge([this]);

    internal static Verdict Judge(IReadOnlyList<GrowthCurves> halves)
    {
        var path = halves[0]._result.Options.Network.Path;
        var judged = (
            from half in halves
            from beta in half._result.Options.Betas
            select (half.Quantity, Beta: beta, Measured: half.Measured(beta), Slope: half.Slope(beta))).ToArray();
        var wrong = judged.Where(curve => curve.Measured != Claimed(curve.Beta, path)).ToArray();
        var sentence = wrong.Length == 0
            ? Text.Format(DepthScalingText.GrowthAllHold, judged.Length, string.Join("; ", judged.Select(Describe)))
            : Text.Format(
                DepthScalingText.GrowthSomeFail, judged.Length - wrong.Length, judged.Length, string.Join("; ", wrong.Select(Describe)));
        return new(
            Experiments.Verdict.KindOf(judged.Length - wrong.Length, judged.Length),
            sentence,
            Text.Format(DepthScalingText.GrowthRule, SlopeThreshold, ChartWords.Critical(path)));
    }

    private static string Describe((GrowthQuantity Quantity, double Beta, GrowthRegime Measured, double Slope) curve) => Text.Format(
        DepthScalingText.GrowthCurve,
        curve.Quantity == GrowthQuantity.HiddenStates ? DepthScalingText.HiddenStates : DepthScalingText.Gradients,
        ChartWords.Beta(curve.Beta),
        curve.Measured switch
        {
            GrowthRegime.Vanishes => DepthScalingText.Vanishes,
            GrowthRegime.Explodes => DepthScalingText.Explodes,
            _ => DepthScalingText.Stays,
        },
        Math.Round(curve.Slope, 2) + 0.0);

    private IReadOnlyList<DepthGrowthCell> Cells(double beta) => [.. _result.Cells.Where(cell => cell.Beta == beta)];

    private SampleSummary Of(DepthGrowthCell cell) => Quantity == GrowthQuantity.HiddenStates ? cell.Hidden : cell.Gradient;
}
