using Tortue.Charts;
using Tortue.Display;
using Tortue.Experiments;

namespace Tortue.DepthScaling;

[TypeFormatterSource(typeof(MimeBundleFormatterSource), PreferredMimeTypes = [MimeTypes.Html])]
public sealed partial record BoundTightnessResult
{
    private const int FirstBoundWidth = 64;
    private const int LastBoundWidth = 16_384;
    private const int CurvePoints = 60;

    /// <summary>The two bounds over the width, with the middle 1 − δ of the measured networks; a slider chooses δ.</summary>
    public Figure Figure() => Charts.Figure
        .Titled(DepthScalingText.TightnessTitle)
        .Subtitle(Text.Format(DepthScalingText.TightnessSubtitle, Options.Networks))
        .XAxis(DepthScalingText.WidthAxis, AxisScale.Log)
        .YAxis(DepthScalingText.SquaredChangeAxis, AxisScale.Linear, -1, 10)
        .HorizontalLine(0)
        .WithSlider("δ", Options.Deltas, At);

    /// <summary>The figure, as notebooks show it.</summary>
    public IReadOnlyDictionary<string, string> ToMimeBundle() => Figure().ToMimeBundle();

    /// <summary>The figure as a piece of HTML that draws itself.</summary>
    public string ToHtml() => Figure().ToHtml();

    private Figure At(double delta)
    {
        double[] widths = [.. Enumerable.Range(0, CurvePoints).Select(i =>
            FirstBoundWidth * Math.Pow(LastBoundWidth / (double)FirstBoundWidth, i / (CurvePoints - 1.0)))];
        var measured = Cells.Select(cell => cell.Middle(delta)).ToArray();
        var bites = HiddenStateBounds.SmallestWidthThatBites(delta);
        var at = Cells.Select(cell => cell.Shape.Width).ToArray();
        return new Figure()
            .Line(
                widths,
                widths.Select(width => HiddenStateBounds.Corollary4Upper(width, delta)),
                DepthScalingText.UpperBound,
                SeriesColor.Blue)
            .Line(
                widths,
                widths.Select(width => HiddenStateBounds.Corollary4Lower(width, delta)),
                Text.Format(DepthScalingText.LowerBound, bites),
                SeriesColor.Vermillion)
            .Line(
                at,
                Cells.Select(cell => SampleSummary.Quantile(cell.SquaredChanges, 0.5)),
                DepthScalingText.MeasuredMedian,
                SeriesColor.Green)
            .Band(at, measured.Select(middle => middle.Lower), measured.Select(middle => middle.Upper), DepthScalingText.MeasuredMiddle)
            .VerticalLine(bites);
    }
}
