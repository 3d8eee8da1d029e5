using Tortue.Charts;
using Tortue.Display;
using Tortue.Experiments;

namespace Tortue.DepthScaling;

[TypeFormatterSource(typeof(MimeBundleFormatterSource), PreferredMimeTypes = [MimeTypes.Html])]
public sealed partial record NormDistributionResult
{
    private const int CurvePoints = 200;

    /// <summary>Two histograms, of the hidden states and of the gradients, with the density of the limit law where there is one.</summary>
    public Figure Figure()
    {
        double[] all = [.. HiddenRatios, .. GradientRatios];
        var range = (all.Min(), all.Max());
        var hidden = Half(HiddenRatios, DepthScalingText.HiddenStates, SeriesColor.Blue, range)
            .WithTitle(DepthScalingText.HiddenRatioTitle)
            .XAxis(DepthScalingText.HiddenRatioAxis);
        var gradient = Half(GradientRatios, DepthScalingText.Gradients, SeriesColor.Green, range)
            .WithTitle(DepthScalingText.GradientRatioTitle)
            .XAxis(DepthScalingText.GradientRatioAxis);
        return Charts.Figure.Row(hidden, gradient)
            .SharingYAxis()
            .SharingXAxis()
            .WithTitle(Text.Format(
                Verdict().Kind == VerdictKind.Reproduced ? DepthScalingText.DistributionTitleHolds : DepthScalingText.DistributionTitle,
                ChartWords.Beta(Options.Network.Beta)))
            .Subtitle(Text.Format(
                DepthScalingText.DistributionSubtitle, ChartWords.Networks(Options.Network), Options.Network.Depth, Options.Networks));
    }

    /// <summary>The figure, as notebooks show it.</summary>
    public IReadOnlyDictionary<string, string> ToMimeBundle() => Figure().ToMimeBundle();

    /// <summary>The figure as a piece of HTML that draws itself.</summary>
    public string ToHtml() => Figure().ToHtml();

    private Figure Half(IReadOnlyList<double> ratios, string name, SeriesColor color, (double Min, double Max) range)
    {
        var bins = Math.Clamp((int)Math.Sqrt(ratios.Count), 15, 60);
        var figure = new Figure()
            .Histogram(ratios, name, bins, HistogramHeight.Density, range.Min, range.Max, color)
            .YAxis(DepthScalingText.DensityAxis);
        if (LogNormalLimit.Of(Options.Network) is not { } limit)
            return figure;
        double[] positions =
            [.. Enumerable.Range(0, CurvePoints).Select(i => range.Min + (range.Max - range.Min) * i / (CurvePoints - 1))];
        return figure.Published(positions, positions.Select(limit.Density), DepthScalingText.LimitLaw);
    }
}
