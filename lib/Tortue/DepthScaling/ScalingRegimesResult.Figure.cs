using Tortue.Charts;
using Tortue.Display;
using Tortue.Experiments;

namespace Tortue.DepthScaling;

[TypeFormatterSource(typeof(MimeBundleFormatterSource), PreferredMimeTypes = [MimeTypes.Html])]
public sealed partial record ScalingRegimesResult
{
    private const int CurvePoints = 100;

    /// <summary>
    /// The median change of the hidden state over L α_L², one colour a depth: all depths and exponents fall on one curve.
    /// </summary>
    public Figure Figure()
    {
        var figure = Charts.Figure
            .Titled(Verdict().Kind == VerdictKind.Reproduced ? DepthScalingText.RegimesTitleHolds : DepthScalingText.RegimesTitle)
            .Subtitle(Text.Format(
                DepthScalingText.RegimesSubtitle, ChartWords.Networks(Options.Network), Options.Betas.Min(), Options.Betas.Max()))
            .XAxis(DepthScalingText.ProductAxis, AxisScale.Log)
            .YAxis(DepthScalingText.MedianHiddenChangeAxis, AxisScale.Log)
            .VerticalLine(1, DepthScalingText.BetaHalfLine);
        foreach (var cells in Cells.GroupBy(cell => cell.Depth))
        {
            figure = figure.Scatter(
                cells.Select(Product), cells.Select(cell => cell.Hidden.Median), Text.Format("L = {0:N0}", cells.Key));
        }

        if (ExactGrowth.MeanSquareGain(Options.Network) is { } gain)
        {
            var (first, last) = (Math.Log(Cells.Min(Product)), Math.Log(Cells.Max(Product)));
            double[] products = [.. Enumerable.Range(0, CurvePoints).Select(i => Math.Exp(first + (last - first) * i / (CurvePoints - 1)))];
            figure = figure.Published(
                products,
                products.Select(product => Math.Sqrt(Math.Exp(gain * product) - 1)),
                Text.Format(DepthScalingText.RegimesLimit, gain));
        }

        return figure;
    }

    /// <summary>The figure, as notebooks show it.</summary>
    public IReadOnlyDictionary<string, string> ToMimeBundle() => Figure().ToMimeBundle();

    /// <summary>The figure as a piece of HTML that draws itself.</summary>
    public string ToHtml() => Figure().ToHtml();
}
