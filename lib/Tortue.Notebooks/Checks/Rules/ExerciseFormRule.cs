using System.Text.RegularExpressions;
using Tortue.Notebooks.Documents;

namespace Tortue.Notebooks.Checks.Rules;

/// <summary>An exercise is a text and, right below it, a cell with a blank whose last line checks the answer.</summary>
internal sealed partial class ExerciseFormRule : NotebookRule
{
    private const string Blank = "____";

    /// <inheritdoc/>
    public override string Name => "exercise-form";

    /// <inheritdoc/>
    public override IEnumerable<CheckFinding> Check(CheckedChapter chapter)
    {
        NotebookCell? before = null;
        foreach (var cell in chapter.Document.Cells)
        {
            foreach (var finding in Check(cell, before))
                yield return finding;
            before = cell;
        }
    }

    private IEnumerable<CheckFinding> Check(NotebookCell cell, NotebookCell? before)
    {
        var isExercise = cell.Tags.Contains(ExerciseCells.Tag);
        if (cell.Kind == CellKind.Markdown && isExercise && ExerciseCells.AskedBy(cell) is null)
            yield return In(cell, ChecksText.NoExerciseHeading);
        if (cell.Kind != CellKind.Code)
            yield break;
        if (!isExercise)
        {
            if (AnyCheck().IsMatch(cell.Source))
                yield return In(cell, ChecksText.UntaggedCheck);
            yield break;
        }
        if (ExerciseCells.CheckedBy(cell) is null)
            yield return In(cell, ChecksText.NoExerciseCheck);
        if (!cell.Source.Contains(Blank, StringComparison.Ordinal))
            yield return In(cell, ChecksText.NoBlank, Blank);
        if (before is null || ExerciseCells.AskedBy(before) is null || !before.Tags.Contains(ExerciseCells.Tag))
            yield return In(cell, ChecksText.AnswerAlone);
    }

    [GeneratedRegex(@"Exercises\.\w+\.Check\(")]
    private static partial Regex AnyCheck();
}
