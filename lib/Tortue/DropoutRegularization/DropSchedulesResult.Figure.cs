using Tortue.Charts;
using Tortue.Experiments;
using Tortue.Training;

namespace Tortue.DropoutRegularization;

public sealed partial record DropSchedulesResult
{
    // Published values stand beside the boxes.
    private const double HalfBox = 0.2, Beside = 0.35;

    // ImageNet top-1 accuracies in per cent, without dropout and with; data/published/dropout-schedules.csv says how sure they are.
    private static readonly (double None, double Standard, double Early)[] PublishedDropout =
        [(73.9, 67.9, 74.3), (71.0, 67.1, 71.3), (74.3, 71.6, 74.7)];

    /// <summary>What each schedule changes in the final test error, in percentage points, with boxes of two standard errors: in the setting
    /// that is meant to underfit on the left, in that meant to overfit on the right; changes that are published for ImageNet in
    /// grey. Drawn from what there is, also while a run is under way.</summary>
    public Figure Figure()
    {
        var under = Panel(FitRegime.Underfitting, TestPercent, DropoutRegularizationText.ScheduleErrorAxis);
        foreach (var (none, standard, early) in PublishedDropout)
        {
            under = under
                .Published<double, double>([1 + Beside], [none - standard], DropoutRegularizationText.SchedulePublishedDropout)
                .Published<double, double>([2 + Beside], [none - early], DropoutRegularizationText.SchedulePublishedDropout);
        }

        var over = Panel(FitRegime.Overfitting, TestPercent, DropoutRegularizationText.ScheduleErrorAxis);
        return Charts.Figure.Row(under, over).WithTitle(DropoutRegularizationText.ScheduleErrorTitle).Subtitle(Boxes);
    }

    /// <summary>What each schedule changes in the final training loss, which is measured without dropout, with boxes of two standard
    /// errors.</summary>
    public Figure TrainingLosses() => Charts.Figure.Row(
            [.. Enum.GetValues<FitRegime>().Select(
                regime => Panel(regime, TrainingLoss, DropoutRegularizationText.ScheduleLossAxis))])
        .WithTitle(DropoutRegularizationText.ScheduleLossTitle)
        .Subtitle(Boxes);

    /// <summary>Training loss on the left and test error on the right, over the steps, both without dropout; means over the
    /// networks.</summary>
    /// <param name="regime">The setting.</param>
    public Figure Curves(FitRegime regime)
    {
        Figure loss = new(), error = new();
        var steps = Options.LookSteps(regime);
        foreach (var schedule in Common(regime))
        {
            var networks = Of(regime, schedule);
            double[] Means(Func<ScheduleTraining, IReadOnlyList<double>> values, double unit) =>
                [.. steps.Select((_, look) => unit * networks.Average(each => values(each)[look]))];
            var (name, color) = (ScheduleNames.Of(schedule), ScheduleNames.Color(schedule));
            loss = loss.Line(steps, Means(each => each.TrainingLosses, 1), name, color);
            error = error.Line(steps, Means(each => each.TestErrors, 100), name, color);
        }

        double cutoff = Options.Cutoff * Options.Setting(regime).Steps;
        return Charts.Figure.Row(
                loss.XAxis(DropoutRegularizationText.ScheduleStepAxis, min: 0)
                    .YAxis(DropoutRegularizationText.ScheduleCurveLossAxis, min: 0)
                    .VerticalLine(cutoff, DropoutRegularizationText.ScheduleCutoffLine),
                error.XAxis(DropoutRegularizationText.ScheduleStepAxis, min: 0)
                    .YAxis(DropoutRegularizationText.ScheduleCurveErrorAxis)
                    .VerticalLine(cutoff, DropoutRegularizationText.ScheduleCutoffLine))
            .WithTitle(Text.Format(DropoutRegularizationText.ScheduleCurvesTitle, ScheduleNames.Of(regime)))
            .Subtitle(Subtitle(DropoutRegularizationText.ScheduleCurvesSubtitle, regime));
    }

    /// <summary>What early dropout (linear) changes against its cut-off, in the setting that is meant to underfit: in the training loss on
    /// the left, in the test error on the right, with bands of two standard errors.</summary>
    public Figure OverCutoff() => Charts.Figure.Row(
            AgainstCutoff(TrainingLoss, DropoutRegularizationText.ScheduleLossAxis),
            AgainstCutoff(TestPercent, DropoutRegularizationText.ScheduleErrorAxis))
        .WithTitle(DropoutRegularizationText.ScheduleCutoffTitle)
        .Subtitle(Subtitle(DropoutRegularizationText.ScheduleCutoffSubtitle, FitRegime.Underfitting));

    private static double TestPercent(ScheduleTraining training) => 100 * TestError(training);

    private string Boxes => Text.Format(
        DropoutRegularizationText.ScheduleSubtitle, Data, UnderfittingImages, OverfittingImages, Options.Runs);

    private string Subtitle(string format, FitRegime regime) => Text.Format(
        format,
        Data,
        regime == FitRegime.Underfitting ? UnderfittingImages : OverfittingImages,
        Options.Setting(regime).Rate,
        Options.Runs);

    // Without those of other cut-offs.
    private IEnumerable<DropSchedule> Common(FitRegime regime) => Options.Schedules(regime).Take(5);

    private Figure Panel(FitRegime regime, Func<ScheduleTraining, double> value, string axis)
    {
        var panel = Charts.Figure
            .Titled(Text.Format(DropoutRegularizationText.SchedulePanel, ScheduleNames.Of(regime), Options.Setting(regime).Rate))
            .XAxis(DropoutRegularizationText.ScheduleKindAxis, min: 0.5, max: 4.5)
            .YAxis(axis)
            .HorizontalLine(0, DropoutRegularizationText.ScheduleNone);
        foreach (var (place, schedule) in Common(regime).Index().Skip(1))
        {
            var (mean, error) = Bar(Changes(regime, schedule, Options.Schedule(regime, DropTiming.None), value));
            if (double.IsNaN(mean))
                continue;
            panel = panel
                .Scatter<double, double>([place], [mean], ScheduleNames.Of(schedule), ScheduleNames.Color(schedule))
                .Band<double, double>([place - HalfBox, place + HalfBox], [mean - error, mean - error], [mean + error, mean + error]);
        }

        return panel;
    }

    private Figure AgainstCutoff(Func<ScheduleTraining, double> value, string axis)
    {
        const FitRegime Regime = FitRegime.Underfitting;
        var points = Cutoffs
            .Select(cutoff => (
                Percent: 100 * cutoff,
                Change: Bar(Changes(
                    Regime,
                    EarlyUntil(cutoff),
                    Options.Schedule(Regime, DropTiming.None),
                    value))))
            .ToArray();
        double[] at = [.. points.Select(point => point.Percent)];
        return new Figure()
            .Line(at, points.Select(point => point.Change.Mean), DropoutRegularizationText.ScheduleEarlyLinear, SeriesColor.Blue)
            .Band(
                at,
                points.Select(point => point.Change.Mean - point.Change.Error),
                points.Select(point => point.Change.Mean + point.Change.Error))
            .XAxis(DropoutRegularizationText.ScheduleCutoffAxis, AxisScale.Log)
            .YAxis(axis)
            .HorizontalLine(0, DropoutRegularizationText.ScheduleNone);
    }

    // A single network of a run under way has no error.
    private static (double Mean, double Error) Bar(IReadOnlyList<double> values) => values.Count switch
    {
        0 => (double.NaN, double.NaN),
        1 => (values[0], 0),
        _ => (values.Average(), MeanError.Clear * MeanError.Of(values).StandardError),
    };
}
