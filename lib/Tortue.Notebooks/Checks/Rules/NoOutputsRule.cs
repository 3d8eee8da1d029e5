namespace Tortue.Notebooks.Checks.Rules;

/// <summary>Chapters are kept without outputs and counts: these are made anew, and would fill the history.</summary>
internal sealed class NoOutputsRule : NotebookRule
{
    /// <inheritdoc/>
    public override string Name => "no-outputs";

    /// <inheritdoc/>
    public override IEnumerable<CheckFinding> Check(CheckedChapter chapter) =>
        from cell in chapter.Document.Cells
        where cell.Outputs.Count > 0 || cell.ExecutionCount is not null
        select In(cell, ChecksText.HasOutputs);
}
