using Tortue.Charts;
using Tortue.Data;
using Tortue.Display;
using Tortue.Experiments;

namespace Tortue.DropoutRegularization;

/// <summary>What <see cref="DropoutRate"/> measured.</summary>
/// <param name="Options">The settings.</param>
/// <param name="Run">Seed, engine, version and time.</param>
/// <param name="Data">What was learnt.</param>
/// <param name="TrainingImages">How many images the networks were trained on.</param>
/// <param name="TestImages">How many images they were tested on.</param>
/// <param name="Trainings">One for each rule, probability and seed; where both rules give the same network it is there once, with
/// <see cref="WidthRule.Fixed"/>.</param>
[TypeFormatterSource(typeof(MimeBundleFormatterSource), PreferredMimeTypes = [MimeTypes.Html])]
public sealed record DropoutRateResult(
    DropoutRateOptions Options,
    RunRecord Run,
    string Data,
    int TrainingImages,
    int TestImages,
    IReadOnlyList<DropoutRateTraining> Trainings)
    : IExperimentResult
{
    // What is called flat varies by less than this share of the rise.
    private const double FlatShare = 0.5;

    // Srivastava et al. (2014), figure 9: per cent on all of MNIST, as a third party's summary of the paper gives them.
    private const double PublishedKeep = 0.1, PublishedFixed = 2.7, PublishedInverse = 1.7;

    /// <summary>Test errors, one a network, in the order of the seeds.</summary>
    /// <param name="rule">How widths follow from p.</param>
    /// <param name="keep">A probability of the settings.</param>
    public IReadOnlyList<double> TestErrors(WidthRule rule, double keep) => [.. Of(rule, keep).Select(training => training.TestError)];

    /// <summary>Training errors, measured without dropout, one a network, in the order of the seeds.</summary>
    /// <param name="rule">How widths follow from p.</param>
    /// <param name="keep">A probability of the settings.</param>
    public IReadOnlyList<double> TrainingErrors(WidthRule rule, double keep) =>
        [.. Of(rule, keep).Select(training => training.TrainingError)];

    /// <summary>Test error on the left and training error on the right against p, for both rules, with bands of two standard errors.
    /// Drawn from what there is, also while a run is under way.</summary>
    public Figure Figure()
    {
        var test = Panel(DropoutRegularizationText.TestErrorPanel, DropoutRegularizationText.TestErrorAxis, TestErrors);
        if (Options.Data is ImageSource.Mnist or ImageSource.MnistTestPart)
        {
            test = test
                .Published([PublishedKeep], [PublishedFixed], Text.Format(DropoutRegularizationText.RatePublishedFixed, PublishedFixed))
                .Published([PublishedKeep], [PublishedInverse], Text.Format(DropoutRegularizationText.RatePublishedInverse, PublishedInverse));
        }

        return Charts.Figure.Row(
                test,
                Panel(DropoutRegularizationText.TrainingErrorPanel, DropoutRegularizationText.TrainingErrorAxis, TrainingErrors))
            .WithTitle(DropoutRegularizationText.RateTitle)
            .Subtitle(Text.Format(
                DropoutRegularizationText.RateSubtitle, TrainingImages, Data, Options.Steps, Options.Runs));
    }

    /// <summary>Whether the error is flat from .4 to .8 and higher at the smallest p, on the training images too; and lower there where the
    /// network is wider.</summary>
    public Verdict Verdict()
    {
        double smallest = Options.Keeps[0];
        double[] flat = [.. Options.FlatKeeps];
        var rise = Rise(TestErrors);
        var trainingRise = Rise(TrainingErrors);
        var spread = Spread();
        var saved = Difference(TestErrors(WidthRule.Fixed, smallest), TestErrors(WidthRule.Inverse, smallest));
        bool rises = rise.IsClearlyAboveZero();
        bool[] parts =
        [
            rises,
            rises && spread.Mean + MeanError.Clear * spread.StandardError < FlatShare * rise.Mean,
            trainingRise.IsClearlyAboveZero(),
            saved.IsClearlyAboveZero(),
        ];
        double Mean(IEnumerable<double> errors) => 100 * errors.Average();
        double Twice(MeanError error) => 100 * MeanError.Clear * error.StandardError;
        return new(
            Experiments.Verdict.KindOf(parts.Count(held => held), parts.Length),
            Text.Format(
                DropoutRegularizationText.RateSentence,
                smallest,
                Mean(TestErrors(WidthRule.Fixed, smallest)),
                flat[0],
                flat[^1],
                Mean(flat.SelectMany(keep => TestErrors(WidthRule.Fixed, keep))),
                100 * rise.Mean,
                Twice(rise),
                100 * spread.Mean,
                Twice(spread),
                100 * trainingRise.Mean,
                Twice(trainingRise),
                Mean(TestErrors(WidthRule.Inverse, smallest)),
                100 * saved.Mean,
                Twice(saved),
                VerdictParts.Sentence(parts)),
            Text.Format(DropoutRegularizationText.RateRule, MeanError.Clear, smallest, flat[0], flat[^1], FlatShare)
                + " " + MeanError.Odds(Options.Runs));
    }

    /// <summary>The figure, as notebooks show it.</summary>
    public IReadOnlyDictionary<string, string> ToMimeBundle() => Figure().ToMimeBundle();

    /// <summary>The figure as a piece of HTML that draws itself.</summary>
    public string ToHtml() => Figure().ToHtml();

    // From the mean between .4 and .8 to the smallest p, for networks of one width and of the same seed.
    private MeanError Rise(Func<WidthRule, double, IReadOnlyList<double>> errors)
    {
        var flat = Options.FlatKeeps.Select(keep => errors(WidthRule.Fixed, keep)).ToArray();
        return Difference(
            errors(WidthRule.Fixed, Options.Keeps[0]), [.. Enumerable.Range(0, flat[0].Count).Select(r => flat.Average(each => each[r]))]);
    }

    // Between the p of the highest and that of the lowest mean between .4 and .8.
    private MeanError Spread()
    {
        var ordered = Options.FlatKeeps.Select(keep => TestErrors(WidthRule.Fixed, keep)).OrderBy(errors => errors.Average()).ToArray();
        return Difference(ordered[^1], ordered[0]);
    }

    private static MeanError Difference(IEnumerable<double> higher, IEnumerable<double> lower) =>
        MeanError.Of(higher.Zip(lower, (high, low) => high - low));

    private IEnumerable<DropoutRateTraining> Of(WidthRule rule, double keep)
    {
        var kept = keep == Options.CommonKeep ? WidthRule.Fixed : rule;
        return Trainings.Where(training => training.Rule == kept && training.Keep == keep).OrderBy(training => training.Seed);
    }

    private Figure Panel(string title, string axis, Func<WidthRule, double, IReadOnlyList<double>> errors)
    {
        var figure = Charts.Figure.Titled(title).XAxis(DropoutRegularizationText.KeepAxis, min: 0, max: 1.05).YAxis(axis);
        foreach (var rule in Enum.GetValues<WidthRule>())
        {
            figure = ErrorBands.Add(
                figure,
                Options.Keeps,
                keep => [.. errors(rule, keep).Select(error => 100 * error)],
                rule == WidthRule.Fixed ? FixedName : InverseName,
                rule == WidthRule.Fixed ? SeriesColor.Vermillion : SeriesColor.Blue);
        }

        return figure;
    }

    private string FixedName => Text.Format(DropoutRegularizationText.FixedName, Options.Learner.Hidden[0]);

    private string InverseName =>
        Text.Format(DropoutRegularizationText.InverseName, Options.Learner.Hidden[0] * Options.CommonKeep);
}
