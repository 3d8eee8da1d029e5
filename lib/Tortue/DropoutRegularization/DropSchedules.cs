using Tortue.Charts;
using Tortue.Data;
using Tortue.Experiments;
using Tortue.Training;
using static TorchSharp.torch;

namespace Tortue.DropoutRegularization;

/// <summary>
/// Dropout at the beginning, at the end, all along or not at all, where a network underfits and where it overfits. Z. Liu, Z. Xu, J. Jin,
/// Z. Shen, T. Darrell, "Dropout reduces underfitting", ICML 2023 (arXiv 2303.01500).
/// </summary>
/// <remarks>
/// <para>
/// A perceptron and stochastic gradient descent with momentum, as in the other experiments of the chapter; the paper has vision
/// transformers, AdamW and a warm-up as long as early dropout. p = 0.1, the linear end and the cut-off of early dropout are published;
/// p = 0.5 for the setting that is meant to overfit is that of N. Srivastava et al., JMLR 2014, for hidden units. The published gains
/// of early dropout are 0.3 to 0.4 points of ImageNet accuracy.
/// </para>
/// <para>
/// Settings were chosen by networks without dropout: rates of learning by the lowest training loss where they are to underfit, and by
/// the lowest test error where they are to overfit (three networks; at rates 0.02, 0.05, 0.1, 0.2): 1.07, 1.04, 1.36, 2.21 nats; 68.4,
/// 68.7, 70.0, 82.5 per cent.
/// </para>
/// <para>
/// As long as the setting overfits by the definition, late dropout beats none; whether it beats standard dropout hangs on how well that
/// one is trained. At a rate of 0.05 in place of 0.02 networks with p = 0.5 are left unfinished: late dropout, which has had a start without,
/// is ahead by 0.5 ± 0.4 points (24 networks, ± 2 standard errors); after four times as many steps they are worse than without dropout,
/// so that the setting is no longer overfitting by the definition. At 0.02, at p = 0.2 or with 500 images standard dropout does as well
/// as late dropout, or better.
/// </para>
/// </remarks>
public static class DropSchedules
{
    /// <summary>On how many training images a training loss is measured, at most: the first ones.</summary>
    public const int MostProbes = 2000;

    private const int Digits = 4, FigureSteps = 301;

    /// <summary>Runs the experiment.</summary>
    /// <param name="options">The settings; <see cref="DropSchedulesOptions.Quick"/> when omitted.</param>
    /// <param name="progress">Told after each training.</param>
    /// <param name="cancellation">Stops the run within a second; so does interrupting the notebook's cell. The chart below the cell
    /// stays, with what had been measured.</param>
    /// <param name="cells">What an earlier run had done that was stopped; nothing when omitted.</param>
    /// <exception cref="ArgumentException">A setting is out of its range.</exception>
    /// <exception cref="DataNotFoundException">A real set is asked for and not there.</exception>
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    public static DropSchedulesResult Run(
        DropSchedulesOptions? options = null,
        IProgress<ExperimentProgress>? progress = null,
        CancellationToken cancellation = default,
        ICellStore? cells = null) =>
        Remembered.OrMeasured(options, settings => Measure(settings, progress, cancellation, cells));

    private static DropSchedulesResult Measure(
        DropSchedulesOptions options, IProgress<ExperimentProgress>? progress, CancellationToken cancellation, ICellStore? cells)
    {
        using var run = new ExperimentRun(DropoutRegularizationText.RunningDropSchedules, progress, cancellation, cells);
        using var scope = NewDisposeScope();
        int most = Math.Max(options.Underfitting.Examples, options.Overfitting.Examples);
        var (training, test) = ImageSets.Make(options.Data, most, options.TestExamples, options.Seed);
        var sets = Enum.GetValues<FitRegime>().ToDictionary(
            regime => regime, regime => training.First(Math.Min(options.Setting(regime).Examples, training.Count)));
        DropSchedulesResult Result(RunRecord record, IEnumerable<ScheduleTraining?> trainings) => new(
            options, record, training.Name, sets[FitRegime.Underfitting].Count, sets[FitRegime.Overfitting].Count, test.Count,
            [
                .. from each in trainings
                   where each is not null
                   orderby each.Regime, options.Schedules(each.Regime).Index().First(kind => kind.Item == each.Schedule).Index, each.Seed
                   select each,
            ]);

        // Seed by seed, so that the chart of a run under way has a bit of everything.
        var jobs = (
            from number in Enumerable.Range(0, options.Runs)
            from regime in Enum.GetValues<FitRegime>()
            from schedule in options.Schedules(regime)
            select (regime, schedule, seed: options.Seed + (ulong)number)).ToArray();
        var done = new ScheduleTraining?[jobs.Length];
        ParallelJobs.Run(
            jobs.Length,
            options.Threads,
            job => options.Setting(jobs[job].regime).Steps,
            () => 0,
            (_, job) =>
            {
                var (regime, schedule, seed) = jobs[job];
                var result = run.Cell(
                    Text.Format("{0}/{1} {2} to {3}/seed {4}", regime, schedule.Timing, schedule.Shape, schedule.Cutoff, seed),
                    () => Train(options, regime, schedule, seed, sets[regime], test, run.Cancellation));
                Volatile.Write(ref done[job], result);
                run.Show(() => Result(RunRecord.UnderWay(options.Seed, options.Threads), done).Figure());
            },
            run.Progress,
            run.Cancellation);
        return Result(run.Finish(options.Seed, Course.EngineName, options.Threads), done);
    }

    /// <summary>When a unit is dropped under each schedule: the rate over the steps, a panel for each.</summary>
    /// <param name="rate">The rate p, a probability of being dropped, from 0 to below 1. Default: 0.1, the published one.</param>
    /// <param name="cutoff">Where early ends and late begins, a share of all steps, 0 to 1. Default: 1/6, the published one.</param>
    /// <exception cref="ArgumentException">One of the two is out of its range.</exception>
    public static Figure Figure(double rate = 0.1, double cutoff = 1.0 / 6)
    {
        (DropTiming Timing, DropShape Shape)[] kinds =
        [
            (DropTiming.Standard, DropShape.Constant), (DropTiming.Early, DropShape.Linear),
            (DropTiming.Early, DropShape.Constant), (DropTiming.Late, DropShape.Constant),
        ];
        double[] shares = [.. Enumerable.Range(0, FigureSteps).Select(step => 100.0 * step / (FigureSteps - 1))];
        var panels = kinds.Select(kind =>
        {
            var schedule = new DropSchedule { Timing = kind.Timing, Shape = kind.Shape, Rate = rate, Cutoff = cutoff };
            schedule.Validate();
            double[] rates = [.. Enumerable.Range(0, FigureSteps).Select(step => schedule.At(step, FigureSteps))];
            return Charts.Figure.Titled(ScheduleNames.Of(schedule))
                .Line(shares, rates, color: ScheduleNames.Color(schedule))
                .Band(shares, rates.Select(_ => 0.0), rates)
                .XAxis(DropoutRegularizationText.ScheduleShareAxis, min: 0, max: 100)
                .YAxis(DropoutRegularizationText.ScheduleRateAxis, min: 0, max: rate > 0 ? 1.2 * rate : 1);
        });
        return Charts.Figure.Row([.. panels])
            .SharingYAxis()
            .WithTitle(DropoutRegularizationText.SchedulesTitle)
            .Subtitle(Text.Format(DropoutRegularizationText.SchedulesSubtitle, rate, 100 * cutoff));
    }

    private static ScheduleTraining Train(
        DropSchedulesOptions options,
        FitRegime regime,
        DropSchedule schedule,
        ulong seed,
        LabelledData training,
        LabelledData test,
        CancellationToken cancellation)
    {
        using var scope = NewDisposeScope();
        var setting = options.Setting(regime);
        using var learner = new DropoutLearner(setting.Learner, training, seed);
        var probe = training.First(Math.Min(MostProbes, training.Count));
        List<double> losses = [], errors = [];
        (Evaluation Training, Evaluation Test) Look()
        {
            var (seen, unseen) = (learner.Evaluate(probe, cancellation), learner.Evaluate(test, cancellation));
            losses.Add(Rounded(seen.Loss));
            errors.Add(Rounded(1 - unseen.Accuracy));
            return (seen, unseen);
        }

        HashSet<int> places = [.. options.LookSteps(regime)];
        learner.Train(training, setting.Steps, schedule, cancellation, step =>
        {
            // The weights of a step have not moved yet, so those of the step before are looked at.
            if (places.Contains(step.Step - 1))
                Look();
        });
        if (learner.HasDiverged)
            throw new ArgumentException(Text.Format(DropoutRegularizationText.ScheduleDiverged, setting.Learner.LearningRate));
        var end = Look();
        return new(regime, schedule, seed, losses, errors, Rounded(1 - end.Training.Accuracy), Rounded(end.Test.Loss));
    }

    private static double Rounded(double value) => SignificantDigits.Round(value, Digits);
}
