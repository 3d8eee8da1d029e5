using Tortue.Charts;
using Tortue.Display;
using Tortue.Experiments;

namespace Tortue.DepthScaling;

/// <summary>What <see cref="BatchNormCost"/> measured.</summary>
/// <param name="Options">The settings.</param>
/// <param name="Run">Seed, engine, version and time; the threads are the engine's, inside an operation.</param>
/// <param name="Networks">One for each width, size of the batch and variant: without normalization, on the branch, of the state.</param>
[TypeFormatterSource(typeof(MimeBundleFormatterSource), PreferredMimeTypes = [MimeTypes.Html])]
public sealed record BatchNormCostResult(BatchNormCostOptions Options, RunRecord Run, IReadOnlyList<BatchNormTimes> Networks)
    : IExperimentResult
{
    internal static readonly BatchNormVariant[] Variants = [BatchNormVariant.Scaled, BatchNormVariant.Branch, BatchNormVariant.State];

    private static IEnumerable<BatchNormVariant> Normalized => Variants.Skip(1);

    /// <summary>The time of a step with batch normalization as a ratio to one without, and its standard error.</summary>
    /// <param name="variant">On the branch or of the state.</param>
    /// <param name="width">One of the settings' widths.</param>
    /// <param name="batchSize">One of the settings' sizes.</param>
    public (double Ratio, double StandardError) Ratio(BatchNormVariant variant, int width, int batchSize) =>
        Of(variant, width, batchSize).RatioTo(Of(BatchNormVariant.Scaled, width, batchSize));

    /// <summary>The ratio of times against the width, one colour a place of the normalization and a size of the batch, and the ratio of
    /// operations.</summary>
    public Figure Figure()
    {
        var figure = Charts.Figure.Titled(DepthScalingText.CostTitle)
            .Subtitle(Text.Format(DepthScalingText.CostSubtitle, Options.Depth, Options.Rounds, Run.Threads))
            .XAxis(DepthScalingText.WidthAxis, AxisScale.Log)
            .YAxis(DepthScalingText.CostAxis, min: 0);
        foreach (var variant in Normalized)
        {
            foreach (var size in Options.BatchSizes)
            {
                figure = figure.Line(
                    Options.Widths,
                    Options.Widths.Select(width => Ratio(variant, width, size).Ratio),
                    Text.Format(DepthScalingText.CostCurve, ChartWords.Normalized(variant), size));
            }
        }

        return figure
            .Published(
                Options.Widths, Options.Widths.Select(width => 1 + BatchNormTimes.CountedExtra(width)), DepthScalingText.CountedOperations)
            .HorizontalLine(1, DepthScalingText.WithoutNormalization);
    }

    /// <summary>Whether batch normalization costs time at every width and size of the batch.</summary>
    public Verdict Verdict()
    {
        var ratios = (
            from variant in Normalized
            from width in Options.Widths
            from size in Options.BatchSizes
            select (Variant: variant, Width: width, Size: size, Measured: Ratio(variant, width, size))).ToArray();
        var (least, most) = (ratios.MinBy(each => each.Measured.Ratio), ratios.MaxBy(each => each.Measured.Ratio));
        string Describe((BatchNormVariant Variant, int Width, int Size, (double Ratio, double StandardError) Measured) each) => Text.Format(
            DepthScalingText.CostPart,
            each.Measured.Ratio,
            each.Measured.StandardError,
            ChartWords.Normalized(each.Variant),
            each.Width,
            each.Size,
            1 + BatchNormTimes.CountedExtra(each.Width));
        return new(
            Experiments.Verdict.KindOf(
                ratios.Count(each => each.Measured.Ratio - 1 > MeanError.Clear * each.Measured.StandardError), ratios.Length),
            Text.Format(DepthScalingText.CostSentence, Describe(least), Describe(most)),
            Text.Format(DepthScalingText.CostRule, MeanError.Clear, Options.Rounds, ratios.Length));
    }

    /// <summary>The figure, as notebooks show it.</summary>
    public IReadOnlyDictionary<string, string> ToMimeBundle() => Figure().ToMimeBundle();

    /// <summary>The figure as a piece of HTML that draws itself.</summary>
    public string ToHtml() => Figure().ToHtml();

    private BatchNormTimes Of(BatchNormVariant variant, int width, int batchSize) =>
        Networks.FirstOrDefault(network => network.Variant == variant && network.Width == width && network.BatchSize == batchSize)
        ?? throw new ArgumentException(Text.Format(DepthScalingText.CostNotMeasured, variant, width, batchSize));
}
