using Tortue.Notebooks.Documents;

namespace Tortue.Notebooks.Checks.Rules;

/// <summary>A chapter asks each exercise of its set once, in the set's order, by its own number, and shows how far each has
/// come.</summary>
/// <param name="registered">The exercises that there are.</param>
internal sealed class ExerciseSetRule(IReadOnlyList<RegisteredExercises> registered) : NotebookRule
{
    private const string ProgressId = "progress";

    /// <inheritdoc/>
    public override string Name => "exercise-set";

    /// <inheritdoc/>
    public override IEnumerable<CheckFinding> Check(CheckedChapter chapter)
    {
        var cells = chapter.Document.Cells;
        var asked = cells.Select(cell => (cell, Id: ExerciseCells.AskedBy(cell))).Where(each => each.Id is not null).ToList();
        var pairs = cells.Zip(cells.Skip(1)).Where(pair => ExerciseCells.CheckedBy(pair.Second) is not null);
        var unknown = pairs.SelectMany(pair => CheckAnswer(pair.Second, ExerciseCells.AskedBy(pair.First))).ToList();
        var named = cells.Select(ExerciseCells.CheckedBy).OfType<(string Class, string)>().Select(check => check.Class).ToHashSet();
        var sets = registered.Where(set => chapter.Number is { } number ? set.Chapter == number : named.Contains(set.Name)).ToList();
        return [.. unknown, .. CheckOrder(asked!, [.. sets.SelectMany(set => set.Ids)]), .. CheckProgress(cells, sets)];
    }

    private IEnumerable<CheckFinding> CheckAnswer(NotebookCell cell, string? asked)
    {
        var (className, exercise) = ExerciseCells.CheckedBy(cell)!.Value;
        var set = registered.FirstOrDefault(one => one.Name == className);
        if (set is null)
            yield return In(cell, ChecksText.NoSuchSet, className, string.Join(", ", registered.Select(one => one.Name)));
        else if (!set.IdOf.TryGetValue(exercise, out var id))
            yield return In(cell, ChecksText.NoSuchExercise, className, exercise);
        else if (asked is not null && asked != id)
            yield return In(cell, ChecksText.OtherExercise, id, asked);
    }

    private IEnumerable<CheckFinding> CheckOrder(List<(NotebookCell Cell, string Id)> asked, IReadOnlyList<string> expected)
    {
        foreach (var twice in asked.GroupBy(each => each.Id).Where(same => same.Count() > 1))
            yield return In(twice.Last().Cell, ChecksText.AskedTwice, twice.Key);
        foreach (var (cell, id) in asked.Where(each => !expected.Contains(each.Id)))
            yield return In(cell, ChecksText.NotRegistered, id);
        foreach (var id in expected.Except(asked.Select(each => each.Id)))
            yield return InFile(ChecksText.NotAsked, id);
        var places = asked.Select(each => (each.Cell, Place: expected.ToList().IndexOf(each.Id))).Where(each => each.Place >= 0).ToList();
        foreach (var (first, second) in places.Zip(places.Skip(1)).Where(pair => pair.Second.Place < pair.First.Place))
            yield return In(second.Cell, ChecksText.OutOfOrder, expected[second.Place], expected[first.Place]);
    }

    private IEnumerable<CheckFinding> CheckProgress(IReadOnlyList<NotebookCell> cells, IReadOnlyList<RegisteredExercises> sets)
    {
        foreach (var set in sets)
        {
            var shown = cells.FirstOrDefault(cell => cell.Id == ProgressId);
            if (shown is null)
                yield return InFile(ChecksText.NoProgress, ProgressId, set.Name);
            else if (shown.Source.Trim() != $"{set.Name}.All")
                yield return In(shown, ChecksText.OtherProgress, set.Name);
        }
    }
}
