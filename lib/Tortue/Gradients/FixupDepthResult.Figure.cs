using Tortue.Charts;
using Tortue.Display;
using Tortue.Experiments;
using Tortue.Models;

namespace Tortue.Gradients;

[TypeFormatterSource(typeof(MimeBundleFormatterSource), PreferredMimeTypes = [MimeTypes.Html])]
public sealed partial record FixupDepthResult
{
    private static readonly (ResidualScheme Scheme, SeriesColor Color)[] Series =
    [
        (ResidualScheme.BatchNorm, SeriesColor.Blue),
        (ResidualScheme.Fixup, SeriesColor.Green),
        (ResidualScheme.ZeroBranches, SeriesColor.Purple),
        (ResidualScheme.Xavier, SeriesColor.Vermillion),
    ];

    /// <summary>Test accuracy after one epoch against depth, a curve for each scheme: medians, and a band from the tenth to the ninetieth
    /// percentile. Legend entries say how many trainings diverged.</summary>
    public Figure Figure()
    {
        var figure = Charts.Figure
            .Titled(Title)
            .Subtitle(Text.Format(GradientsText.FixupDepthSubtitle, Options.Examples, Options.LearningRate, Options.Width, Options.Runs))
            .XAxis(GradientsText.FixupDepthAxis, AxisScale.Log)
            .YAxis(GradientsText.FixupDepthAccuracyAxis, min: 0, max: 1);
        foreach (var (scheme, color) in Series)
        {
            var summaries = Options.Depths.Select(depth => Accuracy(scheme, depth)).ToArray();
            figure = figure.Line(Options.Depths, summaries.Select(summary => summary.Median), Name(scheme), color);
            if (Options.Runs > 1)
            {
                figure = figure.Band(
                    Options.Depths, summaries.Select(summary => summary.Quantile10), summaries.Select(summary => summary.Quantile90));
            }
        }

        return figure.HorizontalLine(1.0 / Classes, GradientsText.FixupDepthChance);
    }

    /// <summary>The figure, as notebooks show it.</summary>
    public IReadOnlyDictionary<string, string> ToMimeBundle() => Figure().ToMimeBundle();

    /// <summary>The figure as a piece of HTML that draws itself.</summary>
    public string ToHtml() => Figure().ToHtml();

    private string Title =>
        Verdict().Kind == VerdictKind.Reproduced ? GradientsText.FixupDepthTitleHolds
        : OnlyFixupIsSteady() ? GradientsText.FixupDepthTitleSteady
        : GradientsText.FixupDepthTitle;

    private string Name(ResidualScheme scheme)
    {
        var name = scheme switch
        {
            ResidualScheme.BatchNorm => GradientsText.FixupDepthBatchNorm,
            ResidualScheme.Xavier => GradientsText.FixupDepthXavier,
            ResidualScheme.ZeroBranches => GradientsText.FixupDepthZeroBranches,
            _ => GradientsText.FixupDepthAllRules,
        };
        var diverged = Options.Depths.Sum(depth => Diverged(scheme, depth));
        return diverged == 0 ? name : Text.Format(GradientsText.FixupDepthDiverged, name, diverged, Options.Depths.Count * Options.Runs);
    }
}
