using Tortue.Charts;
using Tortue.Display;
using Tortue.Experiments;

namespace Tortue.DepthScaling;

[TypeFormatterSource(typeof(MimeBundleFormatterSource), PreferredMimeTypes = [MimeTypes.Html])]
public sealed partial record RegularityMapResult
{
    /// <summary>
    /// Both maps side by side, colours for a tenth to ten times of what is changed, with the critical β measured, its limit for infinitely
    /// deep networks and, where settings agree, what an independent simulation found.
    /// </summary>
    public Figure Figure() => Charts.Figure
        .Row(Map(GrowthQuantity.HiddenStates), Map(GrowthQuantity.Gradients))
        .SharingYAxis()
        .WithTitle(Rises() ? DepthScalingText.RegularityTitleHolds : DepthScalingText.RegularityTitle)
        .Subtitle(Subtitle());

    /// <summary>The critical β over H with twice its standard error, of these networks and of others, with the first-order
    /// theory.</summary>
    /// <param name="quantity">Hidden states, or gradients.</param>
    /// <param name="others">Results with other networks, at most three.</param>
    public Figure CriticalFigure(GrowthQuantity quantity = GrowthQuantity.HiddenStates, params IReadOnlyList<RegularityMapResult> others)
    {
        var figure = Charts.Figure
            .Titled(DepthScalingText.CriticalBetaTitle)
            .Subtitle(Text.Format(
                DepthScalingText.CriticalBetaSubtitle,
                quantity == GrowthQuantity.HiddenStates ? DepthScalingText.HiddenStates : DepthScalingText.Gradients,
                Options.Network.Depth,
                MeanError.Clear))
            .XAxis(DepthScalingText.HurstAxis)
            .YAxis(DepthScalingText.CriticalBetaAxis);
        foreach (var result in others.Prepend(this))
            figure = result.AddCritical(figure, quantity);
        return figure;
    }

    /// <summary>The figure, as notebooks show it.</summary>
    public IReadOnlyDictionary<string, string> ToMimeBundle() => Figure().ToMimeBundle();

    /// <summary>The figure as a piece of HTML that draws itself.</summary>
    public string ToHtml() => Figure().ToHtml();

    private Figure Map(GrowthQuantity quantity)
    {
        var betas = Options.AllBetas();
        var map = new double[betas.Length, Rows.Count];
        for (var beta = 0; beta < betas.Length; beta++)
        {
            for (var row = 0; row < Rows.Count; row++)
                map[beta, row] = Rows[row].Changes(quantity)[beta];
        }

        // Cells lie around their H.
        double first = Rows[0].Hurst, last = Rows[^1].Hurst;
        var half = Rows.Count > 1 ? (last - first) / (Rows.Count - 1) / 2 : 0.01;
        var figure = Charts.Figure
            .Titled(quantity == GrowthQuantity.HiddenStates ? DepthScalingText.HiddenGrowthPanel : DepthScalingText.GradientGrowthPanel)
            .Heatmap(Rows.Select(row => row.Hurst), betas, map, DepthScalingText.RegularityColor, HeatmapColors.Diverging, -1, 1)
            .XAxis(DepthScalingText.HurstAxis, min: first - half, max: last + half)
            .YAxis(DepthScalingText.BetaAxis, min: 0, max: Options.LargestBeta);
        if (Rows.Any(row => row.Critical(quantity) is not null))
        {
            var line = Rows.Select(row => row.Critical(quantity)?.Mean ?? double.NaN);
            figure = figure.Border(Rows.Select(row => row.Hurst), line, DepthScalingText.RegularityLine);
        }

        return quantity == GrowthQuantity.HiddenStates ? AddPublished(figure, DepthScalingText.IndependentSimulation) : figure;
    }

    private Figure AddCritical(Figure figure, GrowthQuantity quantity)
    {
        var rows = Rows.Where(row => row.Critical(quantity) is not null).ToArray();
        if (rows.Length == 0)
            return figure;
        var hursts = rows.Select(row => row.Hurst).ToArray();
        var name = Text.Format(DepthScalingText.CriticalBetaName, ChartWords.Model(Options.Network.Model));
        figure = ErrorBands.Add(figure, hursts, [.. rows.Select(row => row.Critical(quantity)!)], name)
            .Published(
                hursts,
                hursts.Select(hurst => CriticalExponent.FirstOrder(Options.Network, hurst, quantity)),
                DepthScalingText.FirstOrderName);
        return quantity == GrowthQuantity.HiddenStates ? AddPublished(figure, DepthScalingText.IndependentSimulation) : figure;
    }

    // A mark each, since the values in between are nobody's.
    private Figure AddPublished(Figure figure, string name) => PublishedCriticalExponents.All
        .Where(value => value.Model == Options.Network.Model && value.Hurst >= Rows[0].Hurst && value.Hurst <= Rows[^1].Hurst)
        .Aggregate(figure, (drawn, value) => drawn.Published([value.Hurst], [value.Beta], name));

    // Whether the border is clearly higher at the smoothest weights than at the roughest, by either quantity.
    private bool Rises() =>
        Rows.Count > 1 && Enum.GetValues<GrowthQuantity>().All(quantity =>
            Rows[0].Critical(quantity) is { } first && Rows[^1].Critical(quantity) is { } last && last.Minus(first).IsClearlyAboveZero());

    private string Subtitle() => Text.Format(
        DepthScalingText.RegularitySubtitle, ChartWords.Networks(Options.Network), Options.Network.Depth);
}
