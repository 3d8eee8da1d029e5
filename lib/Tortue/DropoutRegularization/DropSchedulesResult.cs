using Tortue.Display;
using Tortue.Experiments;
using Tortue.Training;

namespace Tortue.DropoutRegularization;

/// <summary>What <see cref="DropSchedules"/> measured.</summary>
/// <param name="Options">The settings.</param>
/// <param name="Run">Seed, engine, version and time.</param>
/// <param name="Data">What was learnt.</param>
/// <param name="UnderfittingImages">Training images in the setting that is meant to underfit.</param>
/// <param name="OverfittingImages">Training images in the setting that is meant to overfit.</param>
/// <param name="TestImages">Test images.</param>
/// <param name="Trainings">One for each setting, schedule and seed.</param>
[TypeFormatterSource(typeof(MimeBundleFormatterSource), PreferredMimeTypes = [MimeTypes.Html])]
public sealed partial record DropSchedulesResult(
    DropSchedulesOptions Options,
    RunRecord Run,
    string Data,
    int UnderfittingImages,
    int OverfittingImages,
    int TestImages,
    IReadOnlyList<ScheduleTraining> Trainings)
    : IExperimentResult
{
    /// <summary>The networks of a setting under a schedule, by seed.</summary>
    /// <param name="regime">The setting.</param>
    /// <param name="schedule">One of its schedules.</param>
    public IReadOnlyList<ScheduleTraining> Of(FitRegime regime, DropSchedule schedule) =>
        [.. Trainings.Where(each => each.Regime == regime && each.Schedule == schedule).OrderBy(each => each.Seed)];

    /// <summary>What a schedule changes in the final test error: that of its networks minus that of networks of the same seeds without
    /// dropout.</summary>
    /// <param name="regime">The setting.</param>
    /// <param name="schedule">One of its schedules.</param>
    /// <returns>Mean and standard error over the seeds, in shares of the test images.</returns>
    public MeanError TestErrorChange(FitRegime regime, DropSchedule schedule) =>
        Change(regime, schedule, Options.Schedule(regime, DropTiming.None), TestError);

    /// <summary>What a schedule changes in the final training loss, which is measured without dropout.</summary>
    /// <param name="regime">The setting.</param>
    /// <param name="schedule">One of its schedules.</param>
    /// <returns>Mean and standard error over the seeds, in nats.</returns>
    public MeanError TrainingLossChange(FitRegime regime, DropSchedule schedule) =>
        Change(regime, schedule, Options.Schedule(regime, DropTiming.None), TrainingLoss);

    /// <summary>By how much the test error of networks without dropout is greater than their training error, at the end.</summary>
    /// <param name="regime">The setting.</param>
    /// <returns>Mean and standard error over the seeds, in shares.</returns>
    public MeanError Gap(FitRegime regime) =>
        MeanError.Of(Of(regime, Options.Schedule(regime, DropTiming.None)).Select(each => TestError(each) - each.TrainingError));

    /// <summary>What a setting is by the definition: underfitting where standard dropout clearly makes the test error greater,
    /// overfitting where it clearly makes it smaller, null where neither is clear.</summary>
    /// <param name="meant">What the setting is meant to be.</param>
    public FitRegime? Regime(FitRegime meant)
    {
        var change = TestErrorChange(meant, Options.Schedule(meant, DropTiming.Standard));
        return change.IsClearlyAboveZero() ? FitRegime.Underfitting
            : Less(change).IsClearlyAboveZero() ? FitRegime.Overfitting
            : null;
    }

    /// <summary>The figure, as notebooks show it.</summary>
    public IReadOnlyDictionary<string, string> ToMimeBundle() => Figure().ToMimeBundle();

    /// <summary>The figure as a piece of HTML that draws itself.</summary>
    public string ToHtml() => Figure().ToHtml();

    private IEnumerable<double> Cutoffs => Options.Cutoffs.Append(Options.Cutoff).Order();

    private DropSchedule EarlyUntil(double cutoff) =>
        Options.Schedule(FitRegime.Underfitting, DropTiming.Early) with { Cutoff = cutoff };

    private static MeanError Less(MeanError change) => change with { Mean = -change.Mean };

    private static double TestError(ScheduleTraining training) => training.TestErrors[^1];

    private static double TrainingLoss(ScheduleTraining training) => training.TrainingLosses[^1];

    private MeanError Change(FitRegime regime, DropSchedule schedule, DropSchedule against, Func<ScheduleTraining, double> value) =>
        MeanError.Of(Changes(regime, schedule, against, value));

    // Networks of the same seed; of a run under way one of the two may be missing.
    private IReadOnlyList<double> Changes(
        FitRegime regime, DropSchedule schedule, DropSchedule against, Func<ScheduleTraining, double> value) =>
    [
        .. from with in Of(regime, schedule)
           join without in Of(regime, against) on with.Seed equals without.Seed
           orderby with.Seed
           select value(with) - value(without),
    ];
}
