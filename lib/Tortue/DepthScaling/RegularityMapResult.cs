using Tortue.Experiments;

namespace Tortue.DepthScaling;

/// <summary>What <see cref="RegularityMap"/> measured.</summary>
/// <param name="Options">The settings.</param>
/// <param name="Run">Seed, engine, version and time.</param>
/// <param name="Rows">One for each H, ascending.</param>
public sealed partial record RegularityMapResult(RegularityMapOptions Options, RunRecord Run, IReadOnlyList<RegularityRow> Rows)
    : IExperimentResult
{
    /// <summary>How far the critical β may lie from H, twice its standard error included.</summary>
    public const double Margin = 0.1;

    /// <summary>The share of the H from ½ on at which it must lie so near.</summary>
    public const double LeastShare = 0.9;

    /// <summary>
    /// The critical β at each H: where the change is as large as with a sixteenth of the layers; it grows with depth below and fades above.
    /// Null where there is none among the map's β.
    /// </summary>
    /// <param name="quantity">Hidden states or gradients.</param>
    public IReadOnlyList<MeanError?> CriticalBetas(GrowthQuantity quantity) => [.. Rows.Select(row => row.Critical(quantity))];

    /// <summary>
    /// The critical β at each H for networks of this width and depth, to first order in α. For L → ∞ it is H with res-1 and max(H, ½) with
    /// res-3. For gradients of res-3 it stays below H for long: what carries L^H is a share of 1/d of the square.
    /// </summary>
    /// <param name="quantity">Hidden states or gradients.</param>
    public IReadOnlyList<double> FirstOrder(GrowthQuantity quantity) =>
        [.. Rows.Select(row => CriticalExponent.FirstOrder(Options.Network, row.Hurst, quantity))];

    /// <summary>
    /// Whether the critical β is H, from ½ of independent weights to 1 of smooth ones, by hidden states and by gradients: the smoother the
    /// weights, the smaller α has to be.
    /// </summary>
    public Verdict Verdict()
    {
        GrowthQuantity[] quantities = [GrowthQuantity.HiddenStates, GrowthQuantity.Gradients];
        var held = quantities.Count(quantity => SmoothRows().Any() && Near(quantity) >= LeastShare * SmoothRows().Count());
        return new(
            Experiments.Verdict.KindOf(held, quantities.Length),
            string.Join("; ", quantities.Select(Sentence)) + ".",
            Text.Format(DepthScalingText.RegularityRule, Margin, LeastShare, RegularityMap.DepthRatio));
    }

    /// <summary>The H of the claim: the paper proves what happens at ½ and for smooth weights.</summary>
    private IEnumerable<RegularityRow> SmoothRows() => Rows.Where(row => row.Hurst >= 0.5);

    private int Near(GrowthQuantity quantity) => SmoothRows().Count(row =>
        row.Critical(quantity) is { } critical && Math.Abs(critical.Mean - row.Hurst) + MeanError.Clear * critical.StandardError <= Margin);

    private string Sentence(GrowthQuantity quantity)
    {
        var measured = SmoothRows().Where(row => row.Critical(quantity) is not null).ToArray();
        double Farthest(Func<RegularityRow, double> from) =>
            measured.Select(row => Math.Abs(row.Critical(quantity)!.Mean - from(row))).DefaultIfEmpty(double.NaN).Max();
        return Text.Format(
            DepthScalingText.RegularityFound,
            quantity == GrowthQuantity.HiddenStates ? DepthScalingText.HiddenStates : DepthScalingText.Gradients,
            Near(quantity),
            SmoothRows().Count(),
            Farthest(row => row.Hurst),
            Farthest(row => CriticalExponent.FirstOrder(Options.Network, row.Hurst, quantity)));
    }
}
