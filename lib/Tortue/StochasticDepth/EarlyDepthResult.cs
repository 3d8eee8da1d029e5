using Tortue.Charts;
using Tortue.Display;
using Tortue.Experiments;
using Tortue.Training;

namespace Tortue.StochasticDepth;

/// <summary>What <see cref="EarlyDepth"/> measured.</summary>
/// <param name="Options">The settings.</param>
/// <param name="Run">Seed, engine, version and time.</param>
/// <param name="Data">What was learnt.</param>
/// <param name="Underfitting">Trainings in the setting that is to underfit, one for each timing and seed.</param>
/// <param name="Overfitting">Trainings in the setting that is to overfit.</param>
[TypeFormatterSource(typeof(MimeBundleFormatterSource), PreferredMimeTypes = [MimeTypes.Html])]
public sealed record EarlyDepthResult(
    EarlyDepthOptions Options,
    RunRecord Run,
    string Data,
    IReadOnlyList<DepthTraining> Underfitting,
    IReadOnlyList<DepthTraining> Overfitting)
    : IExperimentResult
{
    /// <summary>What one timing gains on another: test error of the other minus its own, seed by seed.</summary>
    /// <param name="trainings"><see cref="Underfitting"/> or <see cref="Overfitting"/>.</param>
    /// <param name="timing">The one.</param>
    /// <param name="other">The other.</param>
    /// <returns>Mean and standard error, in percentage points.</returns>
    public static MeanError Gain(IReadOnlyList<DepthTraining> trainings, DropTiming timing, DropTiming other = DropTiming.None) =>
        DepthTrainings.Difference(Of(trainings, other), Of(trainings, timing), training => training.TestError);

    /// <summary>Whether the one setting underfits and early stochastic depth helps there, and whether the other overfits and late
    /// stochastic depth helps there.</summary>
    public Verdict Verdict()
    {
        bool underfits = Gain(Underfitting, DropTiming.None, DropTiming.Standard).IsClearlyAboveZero();
        bool overfits = Gain(Overfitting, DropTiming.Standard).IsClearlyAboveZero();
        bool[] parts =
        [
            underfits && Gain(Underfitting, DropTiming.Early).IsClearlyAboveZero(),
            overfits && Gain(Overfitting, DropTiming.Late).IsClearlyAboveZero(),
        ];
        var late = Gain(Overfitting, DropTiming.Late, DropTiming.Standard);
        return new(
            Experiments.Verdict.KindOf(parts.Count(held => held), parts.Length),
            Text.Format(
                StochasticDepthText.EarlySentence,
                Told(Options.Underfitting, Underfitting),
                underfits ? StochasticDepthText.Underfits : StochasticDepthText.NotUnderfits,
                Told(Options.Overfitting, Overfitting),
                overfits ? StochasticDepthText.Overfits : StochasticDepthText.NotOverfits,
                late.Mean,
                MeanError.Clear * late.StandardError),
            Text.Format(StochasticDepthText.EarlyRule, MeanError.Clear, MeanError.Odds(Options.Runs)));
    }

    /// <summary>Test error along training, a panel a setting and a curve a timing.</summary>
    public Figure Figure() => Charts.Figure
        .Row(
            Panel(Options.Underfitting, Underfitting),
            Panel(Options.Overfitting, Overfitting))
        .WithTitle(StochasticDepthText.EarlyTitle)
        .Subtitle(Text.Format(
            StochasticDepthText.EarlySubtitle,
            Data,
            DepthTraining.LayersOf(Options.UnderfittingBlocks),
            DepthTraining.LayersOf(Options.OverfittingBlocks),
            Options.DropRate,
            Options.Runs));

    /// <summary>The figure, as notebooks show it.</summary>
    public IReadOnlyDictionary<string, string> ToMimeBundle() => Figure().ToMimeBundle();

    /// <summary>The figure as a piece of HTML that draws itself.</summary>
    public string ToHtml() => Figure().ToHtml();

    private Figure Panel(DepthLearnerOptions learner, IReadOnlyList<DepthTraining> trainings)
    {
        var figure = Charts.Figure.Titled(Text.Format(StochasticDepthText.EarlyPanel, learner.Examples, learner.Epochs))
            .XAxis(StochasticDepthText.CutoffAxis)
            .YAxis(StochasticDepthText.ErrorAxis);
        foreach (var (timing, name, color) in new[]
        {
            (DropTiming.None, StochasticDepthText.TimingNone, SeriesColor.Blue),
            (DropTiming.Standard, StochasticDepthText.TimingStandard, SeriesColor.Vermillion),
            (DropTiming.Early, StochasticDepthText.TimingEarly, SeriesColor.Green),
            (DropTiming.Late, StochasticDepthText.TimingLate, SeriesColor.Purple),
        })
        {
            var looks = Of(trainings, timing).SelectMany(training => training.Looks).ToArray();
            figure = ErrorBands.Add(
                figure,
                looks.Select(look => (double)look.Epoch).Distinct().Order(),
                epoch => [.. looks.Where(look => look.Epoch == (int)epoch).Select(look => look.TestError ?? double.NaN)],
                name,
                color);
        }

        return figure.VerticalLine(Options.Cutoff * learner.Epochs);
    }

    private static string Told(DepthLearnerOptions learner, IReadOnlyList<DepthTraining> trainings)
    {
        double Error(DropTiming timing) => Of(trainings, timing).Average(training => training.TestError);
        MeanError[] gains = [.. EarlyDepth.Timings.Skip(1).Select(timing => Gain(trainings, timing))];
        return Text.Format(
            StochasticDepthText.EarlyTold,
            learner.Examples,
            learner.Epochs,
            Error(DropTiming.None),
            gains[0].Mean,
            MeanError.Clear * gains[0].StandardError,
            gains[1].Mean,
            MeanError.Clear * gains[1].StandardError,
            gains[2].Mean,
            MeanError.Clear * gains[2].StandardError);
    }

    private static IEnumerable<DepthTraining> Of(IEnumerable<DepthTraining> trainings, DropTiming timing) =>
        trainings.Where(training => training.Timing == timing);
}
