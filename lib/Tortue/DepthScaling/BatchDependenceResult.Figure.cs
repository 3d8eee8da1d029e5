using Tortue.Charts;
using Tortue.Display;
using Tortue.Experiments;

namespace Tortue.DepthScaling;

[TypeFormatterSource(typeof(MimeBundleFormatterSource), PreferredMimeTypes = [MimeTypes.Html])]
public sealed partial record BatchDependenceResult
{
    /// <summary>
    /// The spread over companions (left) and the difference between training and inference (right) against the size of the batch, as shares
    /// of the outputs' spread over examples; one colour a place of the normalization, two standard errors as a band.
    /// </summary>
    public Figure Figure() =>
        Charts.Figure.Row(
                Panel(DepthScalingText.CompanionsPanel, cell => cell.Companions),
                Panel(DepthScalingText.InferencePanel, cell => cell.Inference))
            .SharingYAxis()
            .WithTitle(DepthScalingText.DependenceTitle)
            .Subtitle(Text.Format(
                DepthScalingText.DependenceSubtitle, ChartWords.Networks(Options.Network), Options.Network.Depth, Options.Networks));

    /// <summary>The figure, as notebooks show it.</summary>
    public IReadOnlyDictionary<string, string> ToMimeBundle() => Figure().ToMimeBundle();

    /// <summary>The figure as a piece of HTML that draws itself.</summary>
    public string ToHtml() => Figure().ToHtml();

    private Figure Panel(string title, Func<BatchDependenceCell, IReadOnlyList<double>> values)
    {
        var figure = new Figure()
            .WithTitle(title)
            .XAxis(DepthScalingText.BatchSizeAxis, AxisScale.Log)
            .YAxis(DepthScalingText.OutputShareAxis, AxisScale.Log);
        figure = BatchDependence.Variants.Aggregate(figure, (drawn, variant) => ErrorBands.Add(
            drawn,
            Options.BatchSizes,
            size => values(Of(variant).Single(cell => cell.BatchSize == size)),
            ChartWords.Normalized(variant),
            variant == BatchNormVariant.Branch ? SeriesColor.Blue : SeriesColor.Brown));

        // As steep as 1/√N, through the last point of the branch's curve: a slope to compare with, and no fit.
        var last = values(Of(BatchNormVariant.Branch).Last()).Average();
        var (first, end) = (Options.BatchSizes[0], Options.BatchSizes[^1]);
        return figure.Published<double, double>([first, end], [last * Math.Sqrt(end / (double)first), last], DepthScalingText.RootSlope);
    }
}
