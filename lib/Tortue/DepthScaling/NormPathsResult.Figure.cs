using Tortue.Charts;
using Tortue.Display;

namespace Tortue.DepthScaling;

[TypeFormatterSource(typeof(MimeBundleFormatterSource), PreferredMimeTypes = [MimeTypes.Html])]
public sealed partial record NormPathsResult
{
    // What explodes may leave the chart: the other paths are what is left to look at.
    private const double HighestNorm = 3;

    /// <summary>‖h_k‖ / ‖h_0‖ along the layers, one line a network, one colour a β.</summary>
    public Figure Figure() => Drawn(DepthScalingText.PathsTitle, DepthScalingText.StatePathAxis, path => path.States);

    /// <summary>‖p_k‖ / ‖p_L‖ along the layers; the gradient travels from right to left.</summary>
    public Figure GradientFigure() =>
        Drawn(DepthScalingText.GradientPathsTitle, DepthScalingText.GradientPathAxis, path => path.Gradients);

    /// <summary>The figure, as notebooks show it.</summary>
    public IReadOnlyDictionary<string, string> ToMimeBundle() => Figure().ToMimeBundle();

    /// <summary>The figure as a piece of HTML that draws itself.</summary>
    public string ToHtml() => Figure().ToHtml();

    private Figure Drawn(string title, string axis, Func<NormPath, IReadOnlyList<double>> norms)
    {
        var figure = Charts.Figure
            .Titled(title)
            .Subtitle(Text.Format(
                DepthScalingText.PathsSubtitle, ChartWords.Networks(Options.Network), Options.Network.Depth, Options.Networks))
            .XAxis(DepthScalingText.LayerAxis)
            .YAxis(axis, min: 0, max: HighestNorm);
        return Paths.Aggregate(figure, (drawn, path) => drawn.Line(path.Layers, norms(path), ChartWords.Beta(path.Beta)));
    }
}
