using Tortue.Charts;
using Tortue.Display;
using Tortue.Experiments;

namespace Tortue.DepthScaling;

[TypeFormatterSource(typeof(MimeBundleFormatterSource), PreferredMimeTypes = [MimeTypes.Html])]
public sealed partial record RegularityTrainingResult
{
    private const int CurvePoints = 200;

    /// <summary>Test accuracy over H and β with the best learning rate of each cell, the critical line over it; points where networks are
    /// not clearly better than a guess. Drawn from what there is, also while a run is under way.</summary>
    public Figure Figure()
    {
        var figure = Map(
            Charts.Figure.Titled(IsWhole && Verdict().Kind == VerdictKind.Reproduced
                ? DepthScalingText.LearningTitleHolds
                : DepthScalingText.LearningTitle),
            (hurst, beta) => 100 * Accuracies(hurst, beta).Average(),
            Text.Format(DepthScalingText.LearningColor, 100 * Chance),
            100 * Chance,
            Math.Max(10 * Math.Ceiling(10 * Measured.Max(cell => Accuracies(cell.Hurst, cell.Beta).Average())), 100 * Chance + 10));
        (double Hurst, double Beta)[] lost = [.. Measured.Where(cell => !IsClearlyBetterThanChance(Accuracies(cell.Hurst, cell.Beta)))];
        return lost.Length == 0
            ? figure
            : figure.Scatter(
                lost.Select(cell => cell.Hurst), lost.Select(cell => cell.Beta), DepthScalingText.LearningLost, SeriesColor.Vermillion);
    }

    /// <summary>The best learning rate over H and β, empty where no rate lets networks learn.</summary>
    public Figure BestRates() => Map(
        Charts.Figure.Titled(DepthScalingText.LearningRateTitle),
        (hurst, beta) => IsClearlyBetterThanChance(Accuracies(hurst, beta)) ? Math.Log10(BestRate(hurst, beta)) : double.NaN,
        DepthScalingText.LearningRateColor,
        Math.Log10(Options.LearningRates[0]),
        Math.Log10(Options.LearningRates[^1]));

    /// <summary>Test accuracy against how much the networks change their input before training, a point for each H and β.</summary>
    public Figure AccuracyOverGrowth()
    {
        var figure = Charts.Figure.Titled(DepthScalingText.LearningGrowthTitle)
            .Subtitle(Subtitle)
            .XAxis(DepthScalingText.LearningGrowthAxis, AxisScale.Log)
            .YAxis(DepthScalingText.LearningAccuracyAxis, min: 0, max: 100)
            .HorizontalLine(100 * Chance, DepthScalingText.LearningChance);
        foreach (var (regime, name, color) in new[]
        {
            (GrowthRegime.Explodes, DepthScalingText.LearningBelow, SeriesColor.Vermillion),
            (GrowthRegime.Stays, DepthScalingText.LearningNear, SeriesColor.Green),
            (GrowthRegime.Vanishes, DepthScalingText.LearningAbove, SeriesColor.Blue),
        })
        {
            (double Hurst, double Beta)[] cells =
                [.. Measured.Where(cell => RegimeOf(Options.Network.Model, cell.Hurst, cell.Beta) == regime)];
            if (cells.Length > 0)
            {
                figure = figure.Scatter(
                    cells.Select(cell => SampleSummary.Of(At(cell.Hurst, cell.Beta).Select(one => one.Growth)).Median),
                    cells.Select(cell => 100 * Accuracies(cell.Hurst, cell.Beta).Average()),
                    name,
                    color);
            }
        }

        return figure;
    }

    /// <summary>The figure, as notebooks show it.</summary>
    public IReadOnlyDictionary<string, string> ToMimeBundle() => Figure().ToMimeBundle();

    /// <summary>The figure as a piece of HTML that draws itself.</summary>
    public string ToHtml() => Figure().ToHtml();

    private IEnumerable<(double Hurst, double Beta)> Measured => Cells.Select(cell => (cell.Hurst, cell.Beta)).Distinct();

    private bool IsWhole => Cells.Count == Options.Runs * Options.HurstExponents.Count * Options.Betas.Count;

    private string Subtitle => Text.Format(
        DepthScalingText.LearningSubtitle,
        ChartWords.Model(Options.Network.Model),
        Options.Network.Width,
        Options.Network.Depth,
        Data,
        Options.Runs);

    // A single network so far is taken at its word.
    private bool IsClearlyBetterThanChance(IReadOnlyList<double> accuracies) => accuracies.Count < 2
        ? accuracies[0] > Chance
        : MeanError.Of(accuracies.Select(accuracy => accuracy - Chance)).IsClearlyAboveZero();

    private Figure Map(Figure figure, Func<double, double, double> value, string colorTitle, double min, double max)
    {
        var (hursts, betas) = (Options.HurstExponents, Options.Betas);
        var measured = Measured.ToHashSet();
        var map = new double[betas.Count, hursts.Count];
        for (var row = 0; row < betas.Count; row++)
        {
            for (var column = 0; column < hursts.Count; column++)
            {
                map[row, column] = measured.Contains((hursts[column], betas[row]))
                    ? Math.Round(value(hursts[column], betas[row]), 2)
                    : double.NaN;
            }
        }

        var (left, right) = (Edge(hursts[0], hursts[1]), Edge(hursts[^1], hursts[^2]));
        double[] curve = [.. Enumerable.Range(0, CurvePoints).Select(i => left + (right - left) * i / (CurvePoints - 1))];
        return figure
            .Subtitle(Subtitle)
            .Heatmap(hursts, betas, map, colorTitle, min: min, max: max)
            .Published(
                curve,
                curve.Select(hurst => CriticalBeta(Options.Network.Model, hurst)),
                Text.Format(DepthScalingText.LearningLine, CriticalText))
            .XAxis(DepthScalingText.LearningHurstAxis, min: left, max: right)
            .YAxis(DepthScalingText.LearningBetaAxis, min: Edge(betas[0], betas[1]), max: Edge(betas[^1], betas[^2]));
    }

    // Half a cell beyond the last one.
    private static double Edge(double last, double next) => Math.Round(last + (last - next) / 2, 6);
}
