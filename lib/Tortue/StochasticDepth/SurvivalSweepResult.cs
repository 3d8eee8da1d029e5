using Tortue.Charts;
using Tortue.Display;
using Tortue.Experiments;

namespace Tortue.StochasticDepth;

/// <summary>What <see cref="SurvivalSweep"/> measured.</summary>
/// <param name="Options">The settings.</param>
/// <param name="Run">Seed, engine, version and time.</param>
/// <param name="Data">What was learnt.</param>
/// <param name="TrainingImages">How many images the networks were trained on.</param>
/// <param name="TestImages">How many images they were tested on.</param>
/// <param name="Trainings">One for each depth, rule, survival probability and seed.</param>
[TypeFormatterSource(typeof(MimeBundleFormatterSource), PreferredMimeTypes = [MimeTypes.Html])]
public sealed record SurvivalSweepResult(
    SurvivalSweepOptions Options,
    RunRecord Run,
    string Data,
    int TrainingImages,
    int TestImages,
    IReadOnlyList<DepthTraining> Trainings)
    : IExperimentResult
{
    /// <summary>The trainings of one kind.</summary>
    /// <param name="blocks">Blocks a stage, one of the settings' two numbers.</param>
    /// <param name="rule">The rule; constant depth belongs to both.</param>
    /// <param name="survival">p_L, one of the settings' or 1.</param>
    public IEnumerable<DepthTraining> Of(int blocks, SurvivalRule rule, double survival) => Trainings.Where(
        training => training.Blocks == blocks && training.LastSurvival == survival && (survival == 1 || training.Rule == rule));

    /// <summary>What dropping costs: test error minus that of constant depth, seed by seed.</summary>
    /// <param name="blocks">Blocks a stage, one of the settings' two numbers.</param>
    /// <param name="rule">The rule.</param>
    /// <param name="survival">p_L, one of the settings'.</param>
    /// <returns>Mean and standard error, in percentage points; negative where stochastic depth is better.</returns>
    public MeanError Cost(int blocks, SurvivalRule rule, double survival) =>
        DepthTrainings.Difference(Of(blocks, rule, survival), Of(blocks, rule, 1), training => training.TestError);

    /// <summary>Test error under the uniform rule minus that under the linear one, both means over all p_L, seed by seed.</summary>
    public MeanError UniformMinusLinear() => MeanError.Of(
        from seed in Trainings.Select(training => training.Seed).Distinct()
        let differences = Options.Survivals.Select(survival =>
            One(SurvivalRule.Uniform, survival, seed) - One(SurvivalRule.Linear, survival, seed))
        select differences.Average());

    /// <summary>
    /// Whether the linear rule is better than the uniform one, whether it does no harm at any p_L from 0.4 to 0.8, and whether a small p_L
    /// costs shallow networks more than deep ones.
    /// </summary>
    public Verdict Verdict()
    {
        double least = Options.Survivals[0];
        var rules = UniformMinusLinear();
        var middle = Options.Survivals
            .Where(IsMiddle)
            .Select(survival => Cost(Options.DeepBlocks, SurvivalRule.Linear, survival))
            .ToArray();
        var shallow = Cost(Options.ShallowBlocks, SurvivalRule.Linear, least);
        var deep = Cost(Options.DeepBlocks, SurvivalRule.Linear, least);
        var more = shallow.Minus(deep);
        bool[] parts = [rules.IsClearlyAboveZero(), !middle.Any(cost => cost.IsClearlyAboveZero()), more.IsClearlyAboveZero()];
        return new(
            Experiments.Verdict.KindOf(parts.Count(held => held), parts.Length),
            Text.Format(
                StochasticDepthText.SurvivalSentence,
                rules.Mean,
                MeanError.Clear * rules.StandardError,
                DepthTraining.LayersOf(Options.DeepBlocks),
                middle.Min(cost => cost.Mean),
                middle.Max(cost => cost.Mean),
                least,
                DepthTraining.LayersOf(Options.ShallowBlocks),
                shallow.Mean,
                MeanError.Clear * shallow.StandardError,
                deep.Mean,
                MeanError.Clear * deep.StandardError),
            Text.Format(StochasticDepthText.SurvivalRuleText, MeanError.Clear, MeanError.Odds(Options.Runs)));
    }

    /// <summary>Test error against p_L: both rules in the deep networks, the linear one in the shallow ones.</summary>
    public Figure Figure()
    {
        var figure = Charts.Figure.Titled(StochasticDepthText.SurvivalTitle)
            .Subtitle(Text.Format(
                StochasticDepthText.SweepSubtitle, TrainingImages, Data, Options.Learner.Epochs, Options.Learner.Width, Options.Runs))
            .XAxis(StochasticDepthText.SurvivalAxis)
            .YAxis(StochasticDepthText.ErrorAxis);
        foreach (var (blocks, rule, color) in new[]
        {
            (Options.DeepBlocks, SurvivalRule.Linear, SeriesColor.Vermillion),
            (Options.DeepBlocks, SurvivalRule.Uniform, SeriesColor.Purple),
            (Options.ShallowBlocks, SurvivalRule.Linear, SeriesColor.Green),
        })
        {
            figure = ErrorBands.Add(
                figure,
                Options.Survivals.Append(1),
                survival => [.. Of(blocks, rule, survival).Select(training => training.TestError)],
                Text.Format(
                    rule == SurvivalRule.Linear ? StochasticDepthText.LinearName : StochasticDepthText.UniformName,
                    DepthTraining.LayersOf(blocks)),
                color);
        }

        return figure;
    }

    /// <summary>The figure, as notebooks show it.</summary>
    public IReadOnlyDictionary<string, string> ToMimeBundle() => Figure().ToMimeBundle();

    /// <summary>The figure as a piece of HTML that draws itself.</summary>
    public string ToHtml() => Figure().ToHtml();

    /// <summary>Whether a survival probability lies where the paper finds it not to matter much, from 0.4 to 0.8.</summary>
    internal static bool IsMiddle(double survival) => survival is >= 0.4 and <= 0.8;

    private double One(SurvivalRule rule, double survival, ulong seed) =>
        Of(Options.DeepBlocks, rule, survival).Single(training => training.Seed == seed).TestError;
}
