using Tortue.Charts;
using Tortue.Display;
using Tortue.Experiments;

namespace Tortue.DropoutRegularization;

/// <summary>What <see cref="DropoutDataSize"/> measured.</summary>
/// <param name="Options">The settings.</param>
/// <param name="Run">Seed, engine, version and time.</param>
/// <param name="Data">What was learnt.</param>
/// <param name="TestImages">How many images the networks were tested on.</param>
/// <param name="Trainings">One for each size and seed.</param>
[TypeFormatterSource(typeof(MimeBundleFormatterSource), PreferredMimeTypes = [MimeTypes.Html])]
public sealed record DropoutDataSizeResult(
    DropoutDataSizeOptions Options,
    RunRecord Run,
    string Data,
    int TestImages,
    IReadOnlyList<DropoutDataSizeTraining> Trainings)
    : IExperimentResult
{
    /// <summary>By how much dropout lowers the test error: the errors without it minus those with it, seed by seed.</summary>
    /// <param name="size">A number of training images of the settings.</param>
    /// <returns>Mean and standard error over the seeds, in shares of the test images.</returns>
    public MeanError Gain(int size) => MeanError.Of(At(size).Select(pair => pair.Gain));

    /// <summary>Test error with and without dropout on the left, what dropout gains on the right, against the number of training images,
    /// with bands of two standard errors. Drawn from what there is, also while a run is under way.</summary>
    public Figure Figure()
    {
        var errors = Panel(DropoutRegularizationText.TestErrorPanel, DropoutRegularizationText.TestErrorAxis);
        errors = Add(errors, pair => pair.PlainTestError, DropoutRegularizationText.PlainName, SeriesColor.Vermillion);
        errors = Add(errors, pair => pair.DropoutTestError, DropoutName, SeriesColor.Blue);
        var gain = Panel(DropoutRegularizationText.GainPanel, DropoutRegularizationText.GainAxis);
        gain = Add(gain, pair => pair.Gain, DropoutRegularizationText.GainName, SeriesColor.Green).HorizontalLine(0);
        return Charts.Figure.Row(errors, gain)
            .WithTitle(DropoutRegularizationText.SizeTitle)
            .Subtitle(Text.Format(DropoutRegularizationText.SizeSubtitle, Data, Options.Steps, Options.Runs));
    }

    /// <summary>Whether there is no gain from the fewest images, whether it grows with them, and whether it falls again.</summary>
    public Verdict Verdict()
    {
        var (fewest, most) = (Options.Sizes[0], Options.Sizes[^1]);
        var best = AtBest(_ => 0);
        var (growth, decline) = (AtBest(Gains(fewest)), AtBest(Gains(most)));
        bool[] parts =
        [
            !Gain(fewest).IsClearlyAboveZero(),
            best.IsClearlyAboveZero() && growth.IsClearlyAboveZero(),
            best.IsClearlyAboveZero() && decline.IsClearlyAboveZero(),
        ];
        int greatest = Options.Sizes.MaxBy(size => Gain(size).Mean);
        string Points(MeanError gain) => Text.Format(
            DropoutRegularizationText.Points, 100 * gain.Mean, 100 * MeanError.Clear * gain.StandardError);
        return new(
            Experiments.Verdict.KindOf(parts.Count(held => held), parts.Length),
            Text.Format(
                DropoutRegularizationText.SizeSentence,
                fewest,
                Points(Gain(fewest)),
                greatest,
                Points(Gain(greatest)),
                most,
                Points(Gain(most)),
                Points(growth),
                Points(decline),
                100 * At(fewest).Average(pair => pair.PlainTrainingError),
                100 * At(most).Average(pair => pair.PlainTrainingError),
                VerdictParts.Sentence(parts)),
            Text.Format(DropoutRegularizationText.SizeRule, MeanError.Clear) + " " + MeanError.Odds(Options.Runs));
    }

    /// <summary>The figure, as notebooks show it.</summary>
    public IReadOnlyDictionary<string, string> ToMimeBundle() => Figure().ToMimeBundle();

    /// <summary>The figure as a piece of HTML that draws itself.</summary>
    public string ToHtml() => Figure().ToHtml();

    private IEnumerable<DropoutDataSizeTraining> At(int size) =>
        Trainings.Where(pair => pair.Size == size).OrderBy(pair => pair.Seed);

    private Func<int, double> Gains(int size)
    {
        double[] gains = [.. At(size).Select(pair => pair.Gain)];
        return run => gains[run];
    }

    // The gain at its greatest, less something of the same seed. Which size that is, the other seeds decide for each: the largest of
    // several means would be too large, even where all are the same.
    private MeanError AtBest(Func<int, double> less)
    {
        double[][] gains = [.. Options.Sizes.Select(size => At(size).Select(pair => pair.Gain).ToArray())];
        double Others(double[] all, int run) => (all.Sum() - all[run]) / (all.Length - 1);
        return MeanError.Of(Enumerable.Range(0, gains[0].Length).Select(
            run => gains.MaxBy(all => Others(all, run))![run] - less(run)));
    }

    private static Figure Panel(string title, string axis) =>
        Charts.Figure.Titled(title).XAxis(DropoutRegularizationText.SizeAxis, AxisScale.Log).YAxis(axis);

    private Figure Add(Figure figure, Func<DropoutDataSizeTraining, double> value, string name, SeriesColor color) =>
        ErrorBands.Add(figure, Options.Sizes, size => [.. At(size).Select(pair => 100 * value(pair))], name, color);

    private string DropoutName => Text.Format(DropoutRegularizationText.DropoutName, Options.Rate);
}
