using Tortue.Charts;
using Tortue.Display;
using Tortue.Experiments;
using Tortue.Models;

namespace Tortue.DepthScaling;

[TypeFormatterSource(typeof(MimeBundleFormatterSource), PreferredMimeTypes = [MimeTypes.Html])]
public sealed partial record SdeLimitResult
{
    private const double BelowCurves = 0.6;

    private static readonly TimeSpan PictureTime = TimeSpan.FromSeconds(1);

    /// <summary>
    /// The strong error behind the last layer over the depth: to the finest network, and to the one of twice the depth. Where the identity
    /// is among the activations its exact error is drawn, and else a line of slope −½.
    /// </summary>
    public Figure Figure() =>
        Charts.Figure.Row(
                Panel(SdeReference.Finest, Text.Format(DepthScalingText.SdeFinestPanel, Options.FinestDepth)),
                Panel(SdeReference.Doubled, DepthScalingText.SdeDoubledPanel))
            .SharingYAxis()
            .WithTitle(Verdict().Kind == VerdictKind.Reproduced ? DepthScalingText.SdeLimitTitleHolds : DepthScalingText.SdeLimitTitle)
            .Subtitle(Text.Format(DepthScalingText.SdeLimitSubtitle, Options.Width, Networks.Count));

    /// <summary>A film: a coordinate of the hidden state along networks of growing depth that see one and the same Brownian path, before
    /// the deepest of them.</summary>
    /// <param name="coordinate">Which, from 1 to 3, if the network is that wide. Default: the first.</param>
    /// <exception cref="ArgumentException">There is no such coordinate.</exception>
    public Figure Paths(int coordinate = 1)
    {
        var deepest = NetworkPaths[^1];
        return Charts.Figure
            .Titled(Verdict().Kind == VerdictKind.Reproduced ? DepthScalingText.SdePathsTitleHolds : DepthScalingText.SdePathsTitle)
            .Subtitle(Text.Format(DepthScalingText.SdePathsSubtitle, Options.Activations[0], Options.Width))
            .XAxis(DepthScalingText.LimitTimeAxis)
            .YAxis(Text.Format(DepthScalingText.LimitPathAxis, coordinate))
            .Line(deepest.Times, deepest.Coordinate(coordinate), Text.Format(DepthScalingText.SdeDeepest, deepest.Steps))
            .WithAnimation(
                "L",
                NetworkPaths.Select(path => (
                    Text.Format("{0}", path.Steps),
                    new Figure().Line(path.Times, path.Coordinate(coordinate), DepthScalingText.LimitPathsNetwork))),
                PictureTime);
    }

    /// <summary>The figure of <see cref="Figure"/>, as notebooks show it.</summary>
    public IReadOnlyDictionary<string, string> ToMimeBundle() => Figure().ToMimeBundle();

    /// <summary>The figure of <see cref="Figure"/> as a piece of HTML that draws itself.</summary>
    public string ToHtml() => Figure().ToHtml();

    private Figure Panel(SdeReference reference, string title)
    {
        var figure = Charts.Figure
            .Titled(title)
            .XAxis(DepthScalingText.DepthAxis, AxisScale.Log)
            .YAxis(DepthScalingText.SdeLimitAxis, AxisScale.Log);
        var name = reference == SdeReference.Finest ? DepthScalingText.SdeFinestCurve : DepthScalingText.SdeDoubledCurve;
        foreach (var (place, activation) in Options.Activations.Index())
        {
            figure = figure.Line(
                Options.Depths,
                StrongErrors(activation, reference),
                Text.Format(name, activation, Order(activation, reference)),
                (SeriesColor)(place % Enum.GetValues<SeriesColor>().Length));
        }

        if (Options.Activations.Contains(Activation.Identity))
        {
            return figure.Published(
                Options.Depths,
                Options.Depths.Select(depth => ExactError(depth, reference == SdeReference.Finest ? Options.FinestDepth : 2 * depth)),
                DepthScalingText.SdeExact);
        }

        var start = BelowCurves * StrongErrors(Options.Activations[0], reference)[0];
        return figure.Published(
            Options.Depths,
            Options.Depths.Select(depth => start * Math.Sqrt((double)Options.Depths[0] / depth)),
            DepthScalingText.SdeSlope);
    }
}
