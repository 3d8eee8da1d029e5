using Tortue.Charts;
using Tortue.Display;
using Tortue.Experiments;

namespace Tortue.StochasticDepth;

/// <summary>What <see cref="ExpectedDepth"/> drew.</summary>
/// <param name="Options">The settings.</param>
/// <param name="Run">Seed, engine, version and time.</param>
/// <param name="Rows">One for each rule and survival probability, in this order.</param>
[TypeFormatterSource(typeof(MimeBundleFormatterSource), PreferredMimeTypes = [MimeTypes.Html])]
public sealed record ExpectedDepthResult(ExpectedDepthOptions Options, RunRecord Run, IReadOnlyList<DepthCounts> Rows) : IExperimentResult
{
    // No bar of the default settings is higher; where depth is nearly certain, bars leave the chart.
    private const double HighestShare = 0.3;

    /// <summary>How often each depth was drawn under both rules, and the exact distributions; a slider over p_L.</summary>
    public Figure Figure() => Charts.Figure
        .Titled(Text.Format(StochasticDepthText.DepthTitle, Options.Blocks))
        .Subtitle(Text.Format(StochasticDepthText.DepthSubtitle, Options.Draws))
        .XAxis(Text.Format(StochasticDepthText.DepthAxis, Options.Blocks), min: -0.5, max: Options.Blocks + 0.5)
        .YAxis(StochasticDepthText.DepthShareAxis, min: 0, max: HighestShare)
        .WithSlider(StochasticDepthText.LastSurvivalName, Options.LastSurvivals, last =>
            Rows.Where(row => row.LastSurvival == last).Aggregate(new Figure(), (figure, row) => figure
                .Histogram(
                    row.Counts.SelectMany((count, depth) => Enumerable.Repeat(depth, count)),
                    RuleName(row.Rule),
                    Options.Blocks + 1,
                    HistogramHeight.Density,
                    -0.5,
                    Options.Blocks + 0.5)
                .Published(
                    Enumerable.Range(0, row.Counts.Count),
                    SurvivalProbabilities.Distribution(row.Survivals()),
                    StochasticDepthText.ExactDistribution)));

    /// <summary>The expected share of the blocks that take part, E[L̃] / L, against p_L, for both rules.</summary>
    public Figure ShareFigure()
    {
        // Under both rules a straight line.
        double[] ends = [0, 1];
        var figure = Charts.Figure
            .Titled(StochasticDepthText.ShareTitle)
            .Subtitle(Text.Format(StochasticDepthText.ShareSubtitle, Options.Blocks, Options.Draws))
            .XAxis(StochasticDepthText.LastSurvivalAxis, min: 0, max: 1)
            .YAxis(StochasticDepthText.ShareAxis, min: 0, max: 1.02);
        foreach (var rule in Enum.GetValues<SurvivalRule>())
        {
            var exact = ends.Select(last => SurvivalProbabilities.ExpectedDepth(SurvivalProbabilities.Of(rule, Options.Blocks, last)));
            figure = figure.Line(ends, exact.Select(depth => depth / Options.Blocks), RuleName(rule));
        }

        double half = SurvivalProbabilities.ExpectedDepth(SurvivalProbabilities.Of(SurvivalRule.Linear, Options.Blocks, 0.5));
        return figure
            .Scatter(
                Rows.Select(row => row.LastSurvival), Rows.Select(row => row.Mean() / Options.Blocks), StochasticDepthText.MeanOfDraws)
            .Annotate(0.5, half / Options.Blocks, Text.Format(StochasticDepthText.HalfNote, half, Options.Blocks));
    }

    /// <summary>Whether the drawn depths have the exact distribution and its mean, at every survival probability and under both
    /// rules.</summary>
    public Verdict Verdict()
    {
        double shown = Options.LastSurvivals.MinBy(last => Math.Abs(last - 0.5));
        var sentences = Rows.Where(row => row.LastSurvival == shown).Select(row => Text.Format(
            StochasticDepthText.DepthMean, RuleName(row.Rule), row.Mean(), row.StandardError(), row.Expected()));
        int held = Rows.Count(row => row.Holds(Rows.Count));
        return new(
            Experiments.Verdict.KindOf(held, Rows.Count),
            Text.Format(
                StochasticDepthText.DepthSentence, Options.Blocks, shown, string.Join(", ", sentences), held, Rows.Count),
            Text.Format(
                StochasticDepthText.DepthRule,
                DepthCounts.MostErrors(Rows.Count),
                100 * DepthCounts.HighestQuantile(Rows.Count),
                100 * DepthCounts.FalseAlarms));
    }

    /// <summary>The figure, as notebooks show it.</summary>
    public IReadOnlyDictionary<string, string> ToMimeBundle() => Figure().ToMimeBundle();

    /// <summary>The figure as a piece of HTML that draws itself.</summary>
    public string ToHtml() => Figure().ToHtml();

    private static string RuleName(SurvivalRule rule) =>
        rule == SurvivalRule.Linear ? StochasticDepthText.LinearRule : StochasticDepthText.UniformRule;
}
