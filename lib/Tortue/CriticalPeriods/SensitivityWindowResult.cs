using Tortue.Charts;
using Tortue.Display;
using Tortue.Experiments;

namespace Tortue.CriticalPeriods;

/// <summary>What <see cref="SensitivityWindow"/> measured.</summary>
/// <param name="Options">The settings.</param>
/// <param name="Run">Seed, engine, version and time.</param>
/// <param name="Data">What was learnt.</param>
/// <param name="TrainingImages">How many images the networks were trained on.</param>
/// <param name="TestImages">How many images they were tested on.</param>
/// <param name="Trainings">One for each rate, onset and seed.</param>
[TypeFormatterSource(typeof(MimeBundleFormatterSource), PreferredMimeTypes = [MimeTypes.Html])]
public sealed record SensitivityWindowResult(
    SensitivityWindowOptions Options,
    RunRecord Run,
    string Data,
    int TrainingImages,
    int TestImages,
    IReadOnlyList<WindowTraining> Trainings)
    : IExperimentResult
{
    /// <summary>What the window cost: accuracies of the twins without a deficit minus those with it, seed by seed.</summary>
    /// <param name="onset">An onset of the settings.</param>
    /// <param name="rate">A rate of the settings.</param>
    /// <returns>Mean and standard error over the seeds, in shares of the test images.</returns>
    public MeanError Loss(int onset, WindowRate rate = WindowRate.Falling) => MeanError.Of(Losses(onset, rate));

    /// <summary>What the window cost against its onset, in percentage points: means and a band of two standard errors, a curve for each
    /// rate. Drawn from what there is, also while a run is under way.</summary>
    public Figure Figure()
    {
        var figure = Charts.Figure.Titled(CriticalPeriodsText.WindowTitle)
            .Subtitle(Text.Format(
                CriticalPeriodsText.WindowSubtitle,
                DeficitNames.Of(Options.Deficit), Options.WindowEpochs, Options.CleanEpochs, TrainingImages, Data, Options.Runs))
            .XAxis(CriticalPeriodsText.OnsetAxis)
            .YAxis(CriticalPeriodsText.LossAxis);
        foreach (var rate in Options.Rates)
        {
            figure = ErrorBands.Add(
                figure,
                Options.Onsets,
                onset => [.. Losses(onset, rate).Select(loss => 100 * loss)],
                Name(rate),
                rate == WindowRate.Falling ? SeriesColor.Vermillion : SeriesColor.Purple);
        }

        return figure.HorizontalLine(0, CriticalPeriodsText.NoLoss);
    }

    /// <summary>Whether the earliest window leaves a lasting loss, and a greater one than the latest under each of the rates: a window that
    /// harms less only because steps have become small says nothing of age.</summary>
    public Verdict Verdict()
    {
        var (first, last) = (Options.Onsets[0], Options.Onsets[^1]);
        bool[] parts =
        [
            Loss(first, Options.Rates[0]).IsClearlyAboveZero(), .. Options.Rates.Select(rate => Drop(rate).IsClearlyAboveZero()),
        ];
        var kind = parts[0] ? Experiments.Verdict.KindOf(parts.Count(held => held), parts.Length) : VerdictKind.NotReproduced;
        var costs = Options.Rates.Select(each => Text.Format(
            CriticalPeriodsText.WindowCost,
            Name(each),
            100 * Loss(first, each).Mean,
            100 * MeanError.Clear * Loss(first, each).StandardError,
            100 * Loss(last, each).Mean,
            100 * MeanError.Clear * Loss(last, each).StandardError));
        return new(
            kind,
            Text.Format(
                CriticalPeriodsText.WindowSentence,
                Options.WindowEpochs, DeficitNames.Of(Options.Deficit), first, last, Options.CleanEpochs, string.Join("; ", costs)),
            Text.Format(CriticalPeriodsText.WindowRule, MeanError.Clear, MeanError.Odds(Options.Runs)));
    }

    /// <summary>The figure, as notebooks show it.</summary>
    public IReadOnlyDictionary<string, string> ToMimeBundle() => Figure().ToMimeBundle();

    /// <summary>The figure as a piece of HTML that draws itself.</summary>
    public string ToHtml() => Figure().ToHtml();

    // By how much the first window costs more than the last, for networks of the same seed.
    private MeanError Drop(WindowRate rate) => MeanError.Of(
        Losses(Options.Onsets[0], rate).Zip(Losses(Options.Onsets[^1], rate), (early, late) => early - late));

    private IReadOnlyList<double> Losses(int onset, WindowRate rate) =>
    [
        .. Trainings
            .Where(training => training.Onset == onset && training.Rate == rate)
            .OrderBy(training => training.Seed)
            .Select(training => training.Without - training.With),
    ];

    private static string Name(WindowRate rate) =>
        rate == WindowRate.Falling ? CriticalPeriodsText.FallingRate : CriticalPeriodsText.HeldRate;
}
