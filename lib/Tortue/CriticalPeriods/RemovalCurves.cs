using Tortue.Charts;
using Tortue.Experiments;

namespace Tortue.CriticalPeriods;

/// <summary>Networks of several kinds under the blur: trained by one sweep, drawn in one figure.</summary>
internal static class RemovalCurves
{
    private static readonly SeriesColor[] Colors =
        [SeriesColor.Blue, SeriesColor.Vermillion, SeriesColor.Green, SeriesColor.Purple, SeriesColor.Brown];

    /// <summary>Most kinds that can be told apart in a figure.</summary>
    public static int Most => Colors.Length;

    /// <summary>Trains them.</summary>
    /// <param name="run">The run that this is part of.</param>
    /// <param name="sets">The images, blurred ones among them.</param>
    /// <param name="kinds">What tells the kinds apart, and the settings of each.</param>
    /// <param name="removals">Ages at which the blur is removed.</param>
    /// <param name="cleanEpochs">Epochs of clean training after each.</param>
    /// <param name="seeds">Seeds of the networks.</param>
    /// <param name="threads">How many threads may work.</param>
    /// <param name="draw">Draws what there is so far.</param>
    public static IReadOnlyList<RemovalCurve> Train(
        ExperimentRun run,
        LearnerSets sets,
        IReadOnlyList<(double Value, LearnerOptions Learner)> kinds,
        IReadOnlyList<int> removals,
        int cleanEpochs,
        IReadOnlyList<ulong> seeds,
        int threads,
        Func<IReadOnlyList<RemovalCurve>, Figure> draw)
    {
        IReadOnlyList<RemovalCurve> Curves(IReadOnlyList<(int Arm, DeficitTraining Training)> trainings) =>
        [
            .. kinds.Select((kind, arm) => new RemovalCurve(
                kind.Value, [.. trainings.Where(entry => entry.Arm == arm).Select(entry => entry.Training)])),
        ];
        var sweep = new RemovalSweep
        {
            Run = run,
            Sets = sets,
            Arms = [.. kinds.Select(kind => (Text.Format("{0}/", kind.Value), kind.Learner))],
            Deficits = [Deficit.Blur],
            RemovalEpochs = removals,
            CleanEpochs = cleanEpochs,
            Schedules = [RemovalSchedule.Restarted],
            Seeds = seeds,
            Threads = threads,
            OnTraining = trainings => run.Show(() => draw(Curves(trainings))),
        };
        return Curves(sweep.Train());
    }

    /// <summary>Accuracy with the blur on the left, what it cost on the right; a curve a kind, with bands of two standard errors.</summary>
    /// <param name="curves">The kinds, not more than <see cref="Most"/>; those of a run under way may lack points.</param>
    /// <param name="removals">Ages at which the blur was removed.</param>
    /// <param name="name">The name of a kind.</param>
    public static Figure Figure(IReadOnlyList<RemovalCurve> curves, IReadOnlyList<int> removals, Func<double, string> name)
    {
        var accuracy = Charts.Figure.Titled(CriticalPeriodsText.AccuracyPanel)
            .XAxis(CriticalPeriodsText.RemovalAxis)
            .YAxis(CriticalPeriodsText.FinalAccuracyAxis);
        var loss = Charts.Figure.Titled(CriticalPeriodsText.LossPanel)
            .XAxis(CriticalPeriodsText.RemovalAxis)
            .YAxis(CriticalPeriodsText.LossAxis);
        for (int c = 0; c < curves.Count; c++)
        {
            var (curve, color) = (curves[c], Colors[c]);
            accuracy = ErrorBands.Add(
                accuracy, removals, epoch => curve.Accuracies(Deficit.Blur, epoch), name(curve.Value), color);
            loss = ErrorBands.Add(loss, removals, epoch => Losses(curve, epoch), name(curve.Value), color);
        }

        return Charts.Figure.Row(accuracy, loss.HorizontalLine(0));
    }

    /// <summary>What the longest blur cost each kind, and the last kind against the first, in the words of an experiment.</summary>
    /// <param name="words">{0} removal, {1} clean epochs, {2} the costs, {3} the difference and {4} its error, in points.</param>
    /// <param name="losses">One for each curve.</param>
    /// <param name="curves">The kinds.</param>
    /// <param name="removal">The latest removal.</param>
    /// <param name="cleanEpochs">Epochs of clean training after it.</param>
    /// <param name="name">The name of a kind.</param>
    public static string Sentence(
        string words,
        IReadOnlyList<MeanError> losses,
        IReadOnlyList<RemovalCurve> curves,
        int removal,
        int cleanEpochs,
        Func<double, string> name)
    {
        var costs = curves.Zip(losses, (curve, loss) => Text.Format(
            CriticalPeriodsText.CostOf, name(curve.Value), 100 * loss.Mean, 100 * MeanError.Clear * loss.StandardError));
        var change = losses[^1].Minus(losses[0]);
        return Text.Format(
            words, removal, cleanEpochs, string.Join(", ", costs), 100 * change.Mean, 100 * MeanError.Clear * change.StandardError);
    }

    // Of a run under way the one may be there and the other not.
    private static IReadOnlyList<double> Losses(RemovalCurve curve, int epoch)
    {
        var (without, with) = (curve.Accuracies(Deficit.None, epoch), curve.Accuracies(Deficit.Blur, epoch));
        return without.Count == with.Count ? [.. without.Zip(with, (clean, blurred) => 100 * (clean - blurred))] : [];
    }
}
