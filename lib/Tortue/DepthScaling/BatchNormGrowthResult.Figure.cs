using Tortue.Charts;
using Tortue.Display;
using Tortue.Experiments;

namespace Tortue.DepthScaling;

[TypeFormatterSource(typeof(MimeBundleFormatterSource), PreferredMimeTypes = [MimeTypes.Html])]
public sealed partial record BatchNormGrowthResult
{
    // What explodes leaves the charts through the top: the others are to be seen.
    private const double LowestRatio = 0.1;
    private const double HighestRatio = 1e4;

    // Exact means and rates are those of this network.
    private bool HasTheory => Options.Network is { Model: ResidualModel.Res3, Activation: var activation }
        && activation == Models.Activation.Relu;

    /// <summary>Hidden states and gradients over depth, one colour a variant; a slider chooses the size of the batch, the largest
    /// first.</summary>
    public Figure Figure() =>
        Charts.Figure.Row(Axes(DepthScalingText.HiddenGrowthPanel), Axes(DepthScalingText.GradientRatioPanel))
            .SharingYAxis()
            .WithTitle(DepthScalingText.BatchNormTitle)
            .Subtitle(Text.Format(DepthScalingText.BatchNormSubtitle, ChartWords.Networks(Options.Network), Options.Networks))
            .WithSlider("N", Options.BatchSizes.Reverse(), size => Charts.Figure.Row(States(size), Gradients(size)));

    /// <summary>
    /// How gradients grow at the end, against the size of the batch: as which power of L with normalization on the branch, and by how much
    /// a layer where growth is exponential. Two standard errors as a band, and the rates of wide networks with large batches. Without N =
    /// 2, where normalized numbers are all but signs: their derivative is nearly 0, and enormous where a sign changes.
    /// </summary>
    public Figure BatchFigure()
    {
        var powers = new Figure()
            .WithTitle(DepthScalingText.BranchPowerPanel)
            .XAxis(DepthScalingText.BatchSizeAxis, AxisScale.Log)
            .YAxis(DepthScalingText.PowerAxis, min: 0, max: 2);
        powers = Bands(powers, [BatchNormVariant.Branch], GradientPower);
        var rates = new Figure()
            .WithTitle(DepthScalingText.RatePanel)
            .XAxis(DepthScalingText.BatchSizeAxis, AxisScale.Log)
            .YAxis(DepthScalingText.RateAxis, min: 0, max: 0.5);
        rates = Bands(rates, [BatchNormVariant.State, BatchNormVariant.Chain], GradientRate);
        if (HasTheory)
        {
            powers = Level(powers, BatchNormTheory.BranchExponent);
            rates = Level(Level(rates, BatchNormTheory.StateRate), BatchNormTheory.ChainRate);
        }

        return Charts.Figure.Row(powers, rates)
            .WithTitle(DepthScalingText.BatchRateTitle)
            .Subtitle(Text.Format(
                DepthScalingText.BatchRateSubtitle, ChartWords.Networks(Options.Network), Options.Networks, HalfDepth, LastDepth));
    }

    /// <summary>The branch beside the skip in the last layer, ‖branch‖/‖h_{L−1}‖, over depth, at the largest batch: normalization makes it
    /// smaller by itself, as the factor does.</summary>
    public Figure BranchFigure()
    {
        var size = Options.BatchSizes[^1];
        var figure = Charts.Figure
            .Titled(DepthScalingText.ShareTitle)
            .Subtitle(Text.Format(DepthScalingText.ShareSubtitle, ChartWords.Networks(Options.Network), size, Options.Networks))
            .XAxis(DepthScalingText.DepthAxis, AxisScale.Log)
            .YAxis(DepthScalingText.ShareAxis, AxisScale.Log);
        BatchNormVariant[] variants = [BatchNormVariant.Unscaled, BatchNormVariant.Scaled, BatchNormVariant.Branch, BatchNormVariant.State];
        return variants.Aggregate(figure, (drawn, variant) => drawn.Line(
            Options.Depths, Options.Depths.Select(depth => At(variant, size, depth).BranchShare), Name(variant), Color(variant)));
    }

    /// <summary>The figure, as notebooks show it.</summary>
    public IReadOnlyDictionary<string, string> ToMimeBundle() => Figure().ToMimeBundle();

    /// <summary>The figure as a piece of HTML that draws itself.</summary>
    public string ToHtml() => Figure().ToHtml();

    private static Figure Axes(string title) => new Figure()
        .WithTitle(title)
        .XAxis(DepthScalingText.DepthAxis, AxisScale.Log)
        .YAxis(DepthScalingText.RatioAxis, AxisScale.Log, LowestRatio, HighestRatio);

    // Without the skip connection nothing is left of h_0 either: the same curve as that of the normalized state.
    private Figure States(int size)
    {
        var variants = BatchNormGrowthOptions.Variants.Where(variant => variant != BatchNormVariant.Chain);
        var figure = variants.Aggregate(new Figure(), (drawn, variant) => Curve(drawn, variant, size, cell => cell.Hidden));
        foreach (var variant in variants.Where(variant => At(variant, size, LastDepth).ExactMeanSquare is not null))
        {
            figure = figure.Published(
                Options.Depths,
                Options.Depths.Select(depth => Math.Sqrt(At(variant, size, depth).ExactMeanSquare!.Value)),
                DepthScalingText.ExactExpectation);
        }

        return figure;
    }

    private Figure Gradients(int size) =>
        BatchNormGrowthOptions.Variants.Aggregate(new Figure(), (drawn, variant) => Curve(drawn, variant, size, cell => cell.Gradient));

    private Figure Curve(Figure figure, BatchNormVariant variant, int size, Func<BatchNormGrowthCell, MiddleOfSample> of)
    {
        var values = Options.Depths.Select(depth => of(At(variant, size, depth))).ToArray();
        return figure
            .Line(Options.Depths, values.Select(value => value.Median), Name(variant), Color(variant))
            .Band(Options.Depths, values.Select(value => value.Quantile10), values.Select(value => value.Quantile90));
    }

    private Figure Bands(Figure figure, IEnumerable<BatchNormVariant> variants, Func<BatchNormVariant, int, MeanError> measure) =>
        variants.Aggregate(figure, (drawn, variant) => ErrorBands.Add(
            drawn, BeyondSigns, [.. BeyondSigns.Select(size => measure(variant, size))], Name(variant), Color(variant)));

    private int[] BeyondSigns => [.. Options.BatchSizes.Where(size => size > 2)];

    private Figure Level(Figure figure, double value) => figure.Published<double, double>(
        [BeyondSigns[0], BeyondSigns[^1]], [value, value], DepthScalingText.WideLimit);

    private string Name(BatchNormVariant variant) => variant switch
    {
        BatchNormVariant.Unscaled => DepthScalingText.VariantUnscaled,
        BatchNormVariant.Scaled => Text.Format(DepthScalingText.VariantScaled, ChartWords.Beta(Options.Network.Beta)),
        BatchNormVariant.Branch => DepthScalingText.VariantBranch,
        BatchNormVariant.State => DepthScalingText.VariantState,
        _ => DepthScalingText.VariantChain,
    };

    private static SeriesColor Color(BatchNormVariant variant) => variant switch
    {
        BatchNormVariant.Unscaled => SeriesColor.Vermillion,
        BatchNormVariant.Scaled => SeriesColor.Green,
        BatchNormVariant.Branch => SeriesColor.Blue,
        BatchNormVariant.State => SeriesColor.Brown,
        _ => SeriesColor.Purple,
    };
}
