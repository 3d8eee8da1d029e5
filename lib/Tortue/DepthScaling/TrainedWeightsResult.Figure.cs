using Tortue.Charts;
using Tortue.Display;
using Tortue.Experiments;

namespace Tortue.DepthScaling;

[TypeFormatterSource(typeof(MimeBundleFormatterSource), PreferredMimeTypes = [MimeTypes.Html])]
public sealed partial record TrainedWeightsResult
{
    /// <summary>One weight along the depth before and after training, a panel for each case: figure 8. Drawn from what there is, also while
    /// a run is under way.</summary>
    public Figure Figure() => Panels(
        Networks.Count == Options.Runs * Options.Shapes.Count && Verdict().Kind == VerdictKind.Reproduced
            ? DepthScalingText.TrainedTitleHolds
            : DepthScalingText.TrainedTitle,
        DepthScalingText.TrainedAxis,
        (panel, layers, trace) => panel
            .Line(layers, trace.Before, DepthScalingText.TrainedBefore, SeriesColor.Blue)
            .Line(layers, trace.After, DepthScalingText.TrainedAfter, SeriesColor.Vermillion));

    /// <summary>What training added to the same weight: the difference of the two curves of <see cref="Figure"/>.</summary>
    public Figure Changes() => Panels(
        DepthScalingText.TrainedChangeTitle,
        DepthScalingText.TrainedChangeAxis,
        (panel, layers, trace) => panel.Line(
            layers, trace.After.Zip(trace.Before, (after, before) => after - before), DepthScalingText.TrainedChange, SeriesColor.Green));

    /// <summary>The figure, as notebooks show it.</summary>
    public IReadOnlyDictionary<string, string> ToMimeBundle() => Figure().ToMimeBundle();

    /// <summary>The figure as a piece of HTML that draws itself.</summary>
    public string ToHtml() => Figure().ToHtml();

    private Figure Panels(string title, string axis, Func<Figure, double[], WeightTrace, Figure> draw)
    {
        var depth = Options.Network.Depth;
        double[] layers = [.. Enumerable.Range(1, depth).Select(k => (double)k / depth)];
        Figure[] panels =
        [
            .. from shape in Options.Shapes
               let trace = Of(shape.Beta, shape.Path).Select(network => network.Trace).FirstOrDefault(found => found is not null)
               where trace is not null
               let panel = Charts.Figure.Titled(Text.Format(DepthScalingText.TrainedPanel, ChartWords.Beta(shape.Beta), shape.Path))
               select draw(panel, layers, trace)
                   .XAxis(DepthScalingText.TrainedDepthAxis)
                   .YAxis(axis),
        ];
        var figure = panels.Length switch { 0 => new(), 1 => panels[0], _ => Charts.Figure.Row(panels).SharingYAxis() };
        return figure
            .WithTitle(title)
            .Subtitle(Text.Format(
                DepthScalingText.TrainedSubtitle,
                ChartWords.Model(Options.Network.Model),
                Options.Network.Width,
                depth,
                TrainingImages,
                Data,
                Options.Learner.Epochs));
    }
}
