using Tortue.Charts;
using Tortue.Display;
using Tortue.Experiments;

namespace Tortue.CriticalPeriods;

[TypeFormatterSource(typeof(MimeBundleFormatterSource), PreferredMimeTypes = [MimeTypes.Html])]
public sealed partial record CriticalPeriodResult
{
    /// <summary>Final test accuracy against the epoch at which the deficit was removed, a curve a deficit, means over the networks with a
    /// band of two standard errors; a panel for each schedule. Drawn from what there is, also while a run is under way.</summary>
    public Figure Figure()
    {
        var figure = Options.Schedules.Count == 1
            ? Panel(Options.Schedules[0], "")
            : Charts.Figure.Row([.. Options.Schedules.Select(schedule => Panel(schedule, Name(schedule)))]).SharingYAxis();
        return figure.WithTitle(Title).Subtitle(Subtitle);
    }

    /// <summary>What each deficit cost against the epoch at which it was removed: the accuracy of networks trained as long without any
    /// deficit minus that with it, in percentage points, under the first schedule.</summary>
    public Figure LossFigure()
    {
        var schedule = Options.Schedules[0];
        var figure = Charts.Figure.Titled(CriticalPeriodsText.LossTitle)
            .Subtitle(Subtitle)
            .XAxis(CriticalPeriodsText.RemovalAxis)
            .YAxis(CriticalPeriodsText.LossAxis);
        foreach (var deficit in Options.Deficits)
        {
            figure = ErrorBands.Add(
                figure,
                Options.RemovalEpochs,
                epoch => [.. Losses(deficit, epoch, schedule).Select(loss => 100 * loss)],
                DeficitNames.Of(deficit),
                DeficitNames.Color(deficit));
        }

        return figure.HorizontalLine(0, CriticalPeriodsText.NoLoss);
    }

    /// <summary>The figure, as notebooks show it.</summary>
    public IReadOnlyDictionary<string, string> ToMimeBundle() => Figure().ToMimeBundle();

    /// <summary>The figure as a piece of HTML that draws itself.</summary>
    public string ToHtml() => Figure().ToHtml();

    private string Title => CriticalPeriodsText.PeriodTitle;

    private string Subtitle => Text.Format(
        CriticalPeriodsText.PeriodSubtitle, TrainingImages, Data, Options.CleanEpochs, Options.Runs);

    private static string Name(RemovalSchedule schedule) =>
        schedule == RemovalSchedule.Restarted ? CriticalPeriodsText.RestartedPanel : CriticalPeriodsText.ContinuedPanel;

    private Figure Panel(RemovalSchedule schedule, string title)
    {
        var figure = Charts.Figure.Titled(title).XAxis(CriticalPeriodsText.RemovalAxis).YAxis(CriticalPeriodsText.FinalAccuracyAxis);
        foreach (var deficit in Options.Deficits.Prepend(Deficit.None))
        {
            figure = ErrorBands.Add(
                figure,
                Options.RemovalEpochs,
                epoch => Accuracies(deficit, epoch, schedule),
                DeficitNames.Of(deficit),
                DeficitNames.Color(deficit));
        }

        return figure;
    }
}
