using Tortue.Charts;
using Tortue.Display;
using Tortue.Experiments;

namespace Tortue.DepthScaling;

[TypeFormatterSource(typeof(MimeBundleFormatterSource), PreferredMimeTypes = [MimeTypes.Html])]
public sealed partial record DepthGrowthResult
{
    /// <summary>Both halves side by side: figures 1 and 3.</summary>
    public Figure Figure() =>
        Charts.Figure.Row(Panel(HiddenStates, DepthScalingText.HiddenGrowthPanel), Panel(Gradients, DepthScalingText.GradientGrowthPanel))
            .SharingYAxis()
            .WithTitle(OnlyCriticalSurvives
                ? Text.Format(DepthScalingText.GrowthTitleHolds, ChartWords.Beta(GrowthCurves.CriticalBeta(Options.Network.Path)))
                : DepthScalingText.GrowthTitle)
            .Subtitle(Text.Format(DepthScalingText.GrowthSubtitle, ChartWords.Networks(Options.Network), Options.Networks));

    // The panels share one axis and its title, so that what is measured stands above each.
    private static Figure Panel(GrowthCurves curves, string title) =>
        curves.Figure().WithTitle(title).YAxis(DepthScalingText.ChangeAxis, AxisScale.Log);

    private bool OnlyCriticalSurvives =>
        Options.Betas.Contains(GrowthCurves.CriticalBeta(Options.Network.Path)) && Options.Betas.Count > 1 && Verdict().Kind == VerdictKind.Reproduced;

    /// <summary>The figure, as notebooks show it.</summary>
    public IReadOnlyDictionary<string, string> ToMimeBundle() => Figure().ToMimeBundle();

    /// <summary>The figure as a piece of HTML that draws itself.</summary>
    public string ToHtml() => Figure().ToHtml();
}
