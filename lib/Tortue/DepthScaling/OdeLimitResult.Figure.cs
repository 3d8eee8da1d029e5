using Tortue.Charts;
using Tortue.Display;
using Tortue.Experiments;

namespace Tortue.DepthScaling;

[TypeFormatterSource(typeof(MimeBundleFormatterSource), PreferredMimeTypes = [MimeTypes.Html])]
public sealed partial record OdeLimitResult
{
    private const double BelowCurves = 0.5;

    private static readonly TimeSpan PictureTime = TimeSpan.FromSeconds(1);

    /// <summary>
    /// The geometric mean of the largest error along the layers over the depth, for each model and activation, beside a line of slope −1;
    /// and the distance of networks with independent layers to the same solution, of the first model and activation.
    /// </summary>
    public Figure Figure()
    {
        var figure = Charts.Figure
            .Titled(Verdict().Kind == VerdictKind.Reproduced ? DepthScalingText.OdeLimitTitleHolds : DepthScalingText.OdeLimitTitle)
            .Subtitle(Text.Format(DepthScalingText.OdeLimitSubtitle, Options.Width, Networks.Count, Options.FitFrom))
            .XAxis(DepthScalingText.DepthAxis, AxisScale.Log)
            .YAxis(DepthScalingText.OdeLimitAxis, AxisScale.Log);
        var kinds = Options.Variants();
        foreach (var (model, activation) in kinds)
        {
            figure = figure.Line(
                Options.Depths,
                Mean(Of(model, activation), errors => errors.Largest),
                Text.Format(DepthScalingText.LimitCurve, Name(model, activation), Order(model, activation)));
        }

        figure = figure.Line(Options.Depths, Mean(Networks, network => network.Independent), DepthScalingText.OdeLimitIndependent);
        var lowest = kinds.Min(kind => Mean(Of(kind.Model, kind.Activation), errors => errors.Largest)[^1]);
        return figure.Published(
            Options.Depths,
            Options.Depths.Select(depth => BelowCurves * lowest * Options.Depths[^1] / depth),
            DepthScalingText.OdeLimitSlope);
    }

    /// <summary>
    /// A film: a coordinate of the hidden state along networks of growing depth, before the solution of the equation. The weights are
    /// values of one and the same function.
    /// </summary>
    /// <param name="coordinate">Which, from 1 to 3, if the network is that wide. Default: the first.</param>
    /// <exception cref="ArgumentException">There is no such coordinate.</exception>
    public Figure Paths(int coordinate = 1)
    {
        var (model, activation) = Options.Variants()[0];
        return Charts.Figure
            .Titled(Verdict().Kind == VerdictKind.Reproduced ? DepthScalingText.OdePathsTitleHolds : DepthScalingText.OdePathsTitle)
            .Subtitle(Text.Format(DepthScalingText.OdePathsSubtitle, Name(model, activation), Options.Width))
            .XAxis(DepthScalingText.LimitTimeAxis)
            .YAxis(Text.Format(DepthScalingText.LimitPathAxis, coordinate))
            .Line(Solution.Times, Solution.Coordinate(coordinate), DepthScalingText.OdePathsSolution)
            .WithAnimation(
                "L",
                NetworkPaths.Select(path => (Text.Format("{0}", path.Steps), Stairs(path, coordinate))),
                PictureTime);
    }

    /// <summary>The figure of <see cref="Figure"/>, as notebooks show it.</summary>
    public IReadOnlyDictionary<string, string> ToMimeBundle() => Figure().ToMimeBundle();

    /// <summary>The figure of <see cref="Figure"/> as a piece of HTML that draws itself.</summary>
    public string ToHtml() => Figure().ToHtml();

    // A network is constant from one layer to the next.
    private static Figure Stairs(HiddenPath path, int coordinate) => new Figure().Line(
        path.Times.Skip(1).SelectMany(time => new[] { time, time }).Prepend(0),
        path.Coordinate(coordinate).SkipLast(1).SelectMany(value => new[] { value, value }).Append(path.Coordinate(coordinate)[^1]),
        DepthScalingText.LimitPathsNetwork);

    private static double[] Mean<T>(IReadOnlyList<T> networks, Func<T, IReadOnlyList<double>> errors) =>
    [
        .. Enumerable.Range(0, errors(networks[0]).Count).Select(i =>
            Math.Exp(networks.Average(network => Math.Log(errors(network)[i])))),
    ];
}
