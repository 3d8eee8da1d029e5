using Tortue.Experiments;

namespace Tortue.CriticalPeriods;

/// <summary>What <see cref="CriticalPeriod"/> measured.</summary>
/// <param name="Options">The settings.</param>
/// <param name="Run">Seed, engine, version and time.</param>
/// <param name="Data">What was learnt.</param>
/// <param name="TrainingImages">How many images the networks were trained on.</param>
/// <param name="TestImages">How many images they were tested on.</param>
/// <param name="Trainings">One for each deficit, schedule, removal and seed; removal at 0 is there once for all of them, without a
/// deficit.</param>
public sealed partial record CriticalPeriodResult(
    CriticalPeriodOptions Options,
    RunRecord Run,
    string Data,
    int TrainingImages,
    int TestImages,
    IReadOnlyList<DeficitTraining> Trainings)
    : IExperimentResult
{
    /// <summary>Final test accuracies, one a network, in the order of the seeds.</summary>
    /// <param name="deficit">A deficit of the settings, or none.</param>
    /// <param name="removalEpoch">A removal of the settings.</param>
    /// <param name="schedule">A schedule of the settings.</param>
    public IReadOnlyList<double> Accuracies(
        Deficit deficit, int removalEpoch, RemovalSchedule schedule = RemovalSchedule.Restarted) =>
        [.. Of(deficit, removalEpoch, schedule).Select(training => training.Accuracy)];

    /// <summary>What a deficit cost: the accuracy of networks that never had one and were trained as long, minus that of networks of the
    /// same seeds that had it.</summary>
    /// <param name="deficit">A deficit of the settings.</param>
    /// <param name="removalEpoch">A removal of the settings.</param>
    /// <param name="schedule">A schedule of the settings.</param>
    /// <returns>Mean and standard error over the seeds, in shares of the test images.</returns>
    public MeanError Loss(Deficit deficit, int removalEpoch, RemovalSchedule schedule = RemovalSchedule.Restarted) =>
        MeanError.Of(Losses(deficit, removalEpoch, schedule));

    /// <summary>By how much the blur costs more than another deficit that lasted as long.</summary>
    /// <param name="other">A deficit of the settings.</param>
    /// <param name="removalEpoch">A removal of the settings.</param>
    /// <param name="schedule">A schedule of the settings.</param>
    /// <returns>Mean and standard error over the seeds, in shares of the test images.</returns>
    public MeanError LossBeyond(Deficit other, int removalEpoch, RemovalSchedule schedule = RemovalSchedule.Restarted) => MeanError.Of(
        Losses(Deficit.Blur, removalEpoch, schedule).Zip(Losses(other, removalEpoch, schedule), (blur, control) => blur - control));

    /// <summary>
    /// Whether the longest blur leaves a lasting loss, greater than that of a flip and of permuted labels that lasted as long, under a
    /// restarted schedule.
    /// </summary>
    public Verdict Verdict()
    {
        int longest = Options.RemovalEpochs[^1];
        var schedule = Options.Schedules[0];
        if (!Options.Deficits.Contains(Deficit.Blur))
            return new(VerdictKind.NotReproduced, CriticalPeriodsText.NoBlurSentence, Rule);
        var blur = Loss(Deficit.Blur, longest, schedule);
        var controls = Options.Deficits.Intersect([Deficit.VerticalFlip, Deficit.LabelPermutation]).ToArray();
        bool[] parts = [blur.IsClearlyAboveZero(), .. controls.Select(other => LossBeyond(other, longest, schedule).IsClearlyAboveZero())];
        var kind = parts[0] ? Experiments.Verdict.KindOf(parts.Count(held => held), parts.Length) : VerdictKind.NotReproduced;
        var others = Options.Deficits.Where(deficit => deficit != Deficit.Blur).Select(deficit => Cost(deficit, longest, schedule));
        return new(
            kind,
            Text.Format(
                CriticalPeriodsText.PeriodSentence,
                longest,
                Options.CleanEpochs,
                schedule == RemovalSchedule.Restarted ? CriticalPeriodsText.RestartedInWords : CriticalPeriodsText.ContinuedInWords,
                string.Join(", ", others.Prepend(Cost(Deficit.Blur, longest, schedule))),
                Options.Runs)
            + Confound(longest),
            Rule);
    }

    private string Rule => Text.Format(CriticalPeriodsText.PeriodRule, MeanError.Clear, MeanError.Odds(Options.Runs));

    private string Confound(int longest)
    {
        if (!(Options.Schedules.Contains(RemovalSchedule.Restarted) && Options.Schedules.Contains(RemovalSchedule.Continued)))
            return "";
        var costs = Options.Deficits.Select(deficit => Cost(deficit, longest, RemovalSchedule.Continued));
        return " " + Text.Format(CriticalPeriodsText.PeriodConfound, string.Join(", ", costs));
    }

    private string Cost(Deficit deficit, int removal, RemovalSchedule schedule)
    {
        var loss = Loss(deficit, removal, schedule);
        return Text.Format(
            CriticalPeriodsText.CostOf, DeficitNames.Of(deficit), 100 * loss.Mean, 100 * MeanError.Clear * loss.StandardError);
    }

    // Both lists are in the order of the seeds.
    private IEnumerable<double> Losses(Deficit deficit, int removalEpoch, RemovalSchedule schedule) =>
        Accuracies(Deficit.None, removalEpoch, schedule).Zip(
            Accuracies(deficit, removalEpoch, schedule), (without, with) => without - with);

    private IEnumerable<DeficitTraining> Of(Deficit deficit, int removalEpoch, RemovalSchedule schedule) => removalEpoch == 0
        ? Trainings.Where(training => training.RemovalEpoch == 0).OrderBy(training => training.Seed)
        : Trainings
            .Where(training => (training.Deficit, training.RemovalEpoch, training.Schedule) == (deficit, removalEpoch, schedule))
            .OrderBy(training => training.Seed);
}
