using Tortue.Charts;
using Tortue.Experiments;

namespace Tortue.DropoutRegularization;

public sealed partial record DropoutDiagnosticsResult
{
    /// <summary>The four measures along training, with and without dropout: means over the networks and bands of two standard errors. A
    /// panel's title says on which side dropout lies, early and late.</summary>
    public Figure Figure() => Charts.Figure.Row(
        Panel(look => look.Norm, DropoutRegularizationText.DiagnosticsNorm, DropoutRegularizationText.DiagnosticsNormAxis, isLength: true),
        Panel(
            look => look.Distance,
            DropoutRegularizationText.DiagnosticsDistance,
            DropoutRegularizationText.DiagnosticsDistanceAxis,
            isLength: true),
        Panel(
            look => look.DirectionVariance,
            DropoutRegularizationText.DiagnosticsVariance,
            DropoutRegularizationText.DiagnosticsVarianceAxis),
        Panel(look => look.DirectionError, DropoutRegularizationText.DiagnosticsError, DropoutRegularizationText.DiagnosticsErrorAxis))
        .WithTitle(Text.Format(DropoutRegularizationText.DiagnosticsTitle, Options.Rate))
        .Subtitle(Subtitle);

    /// <summary>The cosine between the mean direction of minibatches' gradients and the gradient of all data without dropout, along
    /// training: how far the directions are wrong on average.</summary>
    public Figure Alignment() =>
        Lines(new Figure(), look => look.Alignment)
            .WithTitle(DropoutRegularizationText.DiagnosticsAlignmentTitle)
            .Subtitle(Subtitle)
            .XAxis(DropoutRegularizationText.DiagnosticsStepAxis, AxisScale.Log)
            .YAxis(DropoutRegularizationText.DiagnosticsAlignmentAxis)
            .HorizontalLine(1, DropoutRegularizationText.DiagnosticsNoBias);

    private string Subtitle => Text.Format(
        DropoutRegularizationText.DiagnosticsSubtitle,
        Data,
        Options.Examples,
        Options.HiddenLayers,
        Options.Width,
        Options.Optimizer,
        Options.Runs);

    private Figure Panel(Func<DiagnosticLook, double> value, string name, string axis, bool isLength = false)
    {
        string title = name;
        if (Pairs().Take(2).Count() == 2)
        {
            var (early, late) = isLength ? Ratios(value) : Differences(value);
            title = Sign(early) == Sign(late)
                ? Text.Format(DropoutRegularizationText.DiagnosticsPanelAlways, name, Side(early))
                : Text.Format(DropoutRegularizationText.DiagnosticsPanel, name, Side(early), Side(late));
        }

        return Lines(new Figure(), value)
            .WithTitle(title)
            .XAxis(DropoutRegularizationText.DiagnosticsStepAxis, AxisScale.Log)
            .YAxis(axis);
    }

    private Figure Lines(Figure figure, Func<DiagnosticLook, double> value)
    {
        foreach (bool dropout in new[] { false, true })
        {
            var courses = Of(dropout);
            if (courses.Count == 0)
                continue;
            MeanError[] means =
            [
                .. Steps.Select((_, i) => courses.Count > 1
                    ? MeanError.Of(courses.Select(course => value(course.Looks[i])))
                    : new(value(courses[0].Looks[i]), 0)),
            ];
            figure = figure
                .Line(
                    Steps,
                    means.Select(mean => mean.Mean),
                    dropout
                        ? Text.Format(DropoutRegularizationText.DiagnosticsWith, Options.Rate)
                        : DropoutRegularizationText.DiagnosticsWithout,
                    dropout ? SeriesColor.Vermillion : SeriesColor.Blue)
                .Band(
                    Steps,
                    means.Select(mean => mean.Mean - (MeanError.Clear * mean.StandardError)),
                    means.Select(mean => mean.Mean + (MeanError.Clear * mean.StandardError)));
        }

        return figure;
    }

    private static string Side(MeanError difference) => Sign(difference) switch
    {
        < 0 => DropoutRegularizationText.DiagnosticsLower,
        > 0 => DropoutRegularizationText.DiagnosticsHigher,
        _ => DropoutRegularizationText.DiagnosticsAlike,
    };
}
