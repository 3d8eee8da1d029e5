using System.Globalization;
using Tortue.Exercises;

namespace Tortue.Notebooks.Grading;

/// <summary>Makes one result of a journal and of how its process ended.</summary>
public static class GradingReport
{
    private const int MostOutcome = 300;

    /// <summary>A student who handed in nothing.</summary>
    /// <param name="student">Who.</param>
    /// <param name="known">The exercises that were set, where known.</param>
    public static GradedNotebook WithoutNotebook(string student, IReadOnlyList<KnownExercise> known) =>
        new(student, "", GradingEnd.NoNotebook, GradingText.NoNotebook, Collect([], known));

    /// <summary>A notebook that was run.</summary>
    /// <param name="student">Whose it is.</param>
    /// <param name="notebook">Its file, as messages show it.</param>
    /// <param name="events">Its journal.</param>
    /// <param name="end">How its process ended.</param>
    /// <param name="known">The exercises that were set; where there are none, those that the notebook names are taken.</param>
    public static GradedNotebook Of(
        string student, string notebook, IReadOnlyList<GradingEvent> events, ProcessEnd end, IReadOnlyList<KnownExercise> known)
    {
        if (known.Count == 0)
            known = [.. events.Where(one => one.Kind == GradingEventKind.Listed).Select(one => new KnownExercise(one.Exercise, one.Title))];
        var (kind, words) = Outcome(events, end);
        if (words.Length > MostOutcome)
            words = words[..MostOutcome] + "…";
        return new GradedNotebook(student, notebook, kind, words, Collect(events, known));
    }

    private static (GradingEnd End, string Words) Outcome(IReadOnlyList<GradingEvent> events, ProcessEnd end)
    {
        if (events.FirstOrDefault(one => one.Kind == GradingEventKind.NotNotebook) is { } refused)
            return (GradingEnd.NotNotebook, Text(GradingText.NotNotebook, refused.Message));

        var failed = events.Where(one => one.Kind == GradingEventKind.Failed).ToList();
        var lacking = failed.Find(one => one.Error == nameof(OutOfMemoryException));
        if (events.Any(one => one.Kind == GradingEventKind.Ended))
        {
            if (lacking is not null)
                return (GradingEnd.OutOfMemory, Text(GradingText.OutOfMemory, Place(lacking.Cell)));
            return failed.Count == 0 ? (GradingEnd.Finished, GradingText.Finished) : (GradingEnd.CellsFailed, Failures(failed));
        }

        var place = Place(events.LastOrDefault(one => one.Kind == GradingEventKind.Cell)?.Cell);
        var outOfMemory = lacking is not null || end.LastWords.StartsWith("Out of memory", StringComparison.Ordinal);
        return (end.Limit, outOfMemory) switch
        {
            (GradingEnd.TimedOut, _) => (GradingEnd.TimedOut, Text(GradingText.TimedOut, place)),
            (GradingEnd.TooMuchOutput, _) => (GradingEnd.TooMuchOutput, Text(GradingText.TooMuchOutput, place)),
            (GradingEnd.OutOfMemory, _) or (_, true) => (GradingEnd.OutOfMemory, Text(GradingText.OutOfMemory, place)),
            _ => (GradingEnd.Crashed, Text(GradingText.Crashed, end.ExitCode, place) + Reason(end.LastWords)),
        };
    }

    private static string Failures(List<GradingEvent> failed)
    {
        var first = failed[0];
        var format = first.Line is null ? GradingText.CellFailed : GradingText.CellFailedAtLine;
        var what = Text(format, first.Cell, first.Line, first.Error, FirstLine(first.Message));
        var others = string.Join(", ", failed.Skip(1).Select(one => one.Cell));
        return failed.Count == 1 ? what : what + " " + Text(GradingText.MoreFailed, others);
    }

    private static IReadOnlyList<GradedExercise> Collect(IReadOnlyList<GradingEvent> events, IReadOnlyList<KnownExercise> known)
    {
        var checks = events.Where(one => one.Kind == GradingEventKind.Checked).ToLookup(one => one.Exercise);
        var titles = known.DistinctBy(one => one.Id).ToDictionary(one => one.Id, one => one.Title);
        return
        [
            .. titles.Keys.Concat(checks.Select(group => group.Key)).Distinct().Select(id =>
            {
                var title = titles.GetValueOrDefault(id, "");
                return checks[id].LastOrDefault() is { } last
                    ? new GradedExercise(id, title, last.State, checks[id].Max(one => one.State), last.Attempts, last.Message)
                    : new GradedExercise(id, title, ExerciseState.NotAttempted, ExerciseState.NotAttempted, 0, GradingText.NeverChecked);
            }),
        ];
    }

    private static string Place(int? cell) => cell is null ? GradingText.BeforeCells : Text(GradingText.InCell, cell);

    private static string Reason(string lastWords) => lastWords.Length == 0 ? "" : ": " + FirstLine(lastWords);

    private static string FirstLine(string text) => text.Trim().Split('\n')[0].Trim();

    private static string Text(string format, params object?[] values) => string.Format(CultureInfo.InvariantCulture, format, values);
}
