using Tortue.Charts;
using Tortue.Display;
using Tortue.Experiments;

namespace Tortue.DepthScaling;

[TypeFormatterSource(typeof(MimeBundleFormatterSource), PreferredMimeTypes = [MimeTypes.Html])]
public sealed partial record BoundQuantilesResult
{
    private const int CurvePoints = 60;

    // Room below the networks' values, in which the panels' words stand.
    private const double RoomBelow = 1e-2;

    /// <summary>Bounds and networks over the depth, a panel for each β; a slider chooses the width.</summary>
    public Figure Figure() => Rows(
        DepthScalingText.DepthAxis,
        (Options.Depths[0], Options.Depths[^1]),
        shape => shape.Depth,
        (shape, depth) => shape with { Depth = depth },
        "d",
        Options.Widths,
        shape => shape.Width);

    /// <summary>Bounds and networks over the width, a panel for each β; a slider chooses the depth.</summary>
    public Figure WidthFigure() => Rows(
        DepthScalingText.WidthAxis,
        (Options.Widths[0], Options.Widths[^1]),
        shape => shape.Width,
        (shape, width) => shape with { Width = width },
        "L",
        Options.Depths,
        shape => shape.Depth);

    /// <summary>The figure over the depth, as notebooks show it.</summary>
    public IReadOnlyDictionary<string, string> ToMimeBundle() => Figure().ToMimeBundle();

    /// <summary>The figure over the depth as a piece of HTML that draws itself.</summary>
    public string ToHtml() => Figure().ToHtml();

    private Figure Rows(
        string axis,
        (int First, int Last) ends,
        Func<ResidualShape, int> place,
        Func<ResidualShape, int, ResidualShape> moved,
        string slider,
        IReadOnlyList<int> values,
        Func<ResidualShape, int> value)
    {
        var smallest = Cells.SelectMany(cell => cell.SquaredChanges).Where(change => change > 0).DefaultIfEmpty(1).Min() * RoomBelow;
        var panels = Options.Betas.Select(beta => Charts.Figure
            .Titled(ChartWords.Beta(beta))
            .XAxis(axis, AxisScale.Log, ends.First / 1.15, ends.Last * 1.15)
            .YAxis(DepthScalingText.SquaredChangeAxis, AxisScale.Log, min: smallest));
        return Charts.Figure.Row([.. panels])
            .SharingYAxis()
            .WithTitle(Title())
            .Subtitle(Text.Format(
                DepthScalingText.QuantilesSubtitle,
                ChartWords.Model(Options.Network.Model),
                Options.Network.Activation,
                Options.Networks,
                Options.Delta))
            .WithSlider(slider, values, chosen => Charts.Figure.Row([.. Options.Betas.Select(beta => Panel(
                [.. Cells.Where(cell => cell.Shape.Beta == beta && value(cell.Shape) == chosen)], ends, place, moved, smallest))]));
    }

    private Figure Panel(
        BoundTightnessCell[] cells,
        (int First, int Last) ends,
        Func<ResidualShape, int> place,
        Func<ResidualShape, int, ResidualShape> moved,
        double bottom)
    {
        var at = cells.Select(cell => place(cell.Shape)).ToArray();
        var measured = cells.Select(cell => cell.Middle(Options.Delta)).ToArray();
        var figure = new Figure()
            .Line(
                at,
                cells.Select(cell => SampleSummary.Quantile(cell.SquaredChanges, 0.5)),
                DepthScalingText.MeasuredMedian,
                SeriesColor.Green)
            .Band(
                at,
                measured.Select(middle => middle.Lower),
                measured.Select(middle => middle.Upper),
                Text.Format(DepthScalingText.MeasuredShare, 1 - Options.Delta));
        ResidualShape[] curve =
        [
            .. Enumerable.Range(0, CurvePoints)
                .Select(i => (int)Math.Round(ends.First * Math.Pow((double)ends.Last / ends.First, i / (CurvePoints - 1.0))))
                .Distinct()
                .Select(x => moved(cells[0].Shape, x)),
        ];
        (string Name, SeriesColor Color)[] looks =
        [
            (DepthScalingText.UpperOf2, SeriesColor.Vermillion),
            (DepthScalingText.LowerOf3, SeriesColor.Purple),
            (DepthScalingText.UpperOf3, SeriesColor.Blue),
            (DepthScalingText.BothOf4, SeriesColor.Brown),
        ];
        foreach (var (index, (name, color)) in looks.Index())
        {
            var said = curve.Select(shape => (place(shape), HiddenStateBounds.Statements(shape, Options.Delta)[index]));
            figure = WithBound(figure, [.. said.Where(point => point.Item2.Applies)], name, color);
        }

        return LowerWords(curve) is { } words ? figure.HorizontalLine(bottom, words) : figure;
    }

    // Drawn as far as the statement applies and says something: a logarithmic axis has no place for what is not above 0.
    private static Figure WithBound(Figure figure, (int Place, BoundStatement Bound)[] said, string name, SeriesColor color)
    {
        foreach (var side in new Func<BoundStatement, double?>[] { bound => bound.Upper, bound => bound.Lower })
        {
            var points = said.Where(point => side(point.Bound) > 0).ToArray();
            if (points.Length > 0)
                figure = figure.Line(points.Select(point => point.Place), points.Select(point => side(point.Bound)!.Value), name, color);
        }

        return figure;
    }

    // Why a panel shows no lower bound: it asks for more, or it says nothing.
    private string? LowerWords(ResidualShape[] curve)
    {
        var lower = curve.Select(shape => HiddenStateBounds.Proposition3Lower(shape, Options.Delta)).ToArray();
        if (lower.Any(bound => bound is { Applies: true, LowerIsVacuous: false }))
            return null;
        if (lower.Any(bound => bound.Applies))
        {
            return Text.Format(
                DepthScalingText.LowerVacuous, Math.Ceiling(curve.Min(shape => HiddenStateBounds.WidthThatBites(shape, Options.Delta))));
        }

        if (curve.All(shape => AssumptionTwo.WhyNot(shape) is not null))
            return DepthScalingText.LowerUnknown;
        return curve.Min(DepthAsked) is { } depth ? Text.Format(DepthScalingText.LowerAsksDepth, depth) : DepthScalingText.LowerAsksWidth;
    }

    // The least depth at which Proposition 3 (i) applies, as its conditions become weaker with every layer; null where no depth helps.
    private int? DepthAsked(ResidualShape shape)
    {
        if (!AppliesAt(ResidualShape.LargestDepth))
            return null;
        var (tooSmall, enough) = (0, ResidualShape.LargestDepth);
        while (enough - tooSmall > 1)
        {
            var middle = (tooSmall + enough) / 2;
            (tooSmall, enough) = AppliesAt(middle) ? (tooSmall, middle) : (middle, enough);
        }

        return enough;

        bool AppliesAt(int depth) => HiddenStateBounds.Proposition3Lower(shape with { Depth = depth }, Options.Delta).Applies;
    }

    private string Title()
    {
        double[] room = [.. UpperRoom()];
        return Verdict().Kind == VerdictKind.Reproduced && room.Length > 0 && room.Min() >= 1
            ? Text.Format(DepthScalingText.QuantilesTitleHolds, Math.Floor(room.Min()))
            : DepthScalingText.QuantilesTitle;
    }
}
