using Tortue.Notebooks.Documents;

namespace Tortue.Notebooks.Checks.Rules;

/// <summary>Code that a reader can take in at a glance; what is longer is the library's.</summary>
internal sealed class ShortCellsRule : NotebookRule
{
    private const int MostLines = 30;

    /// <inheritdoc/>
    public override string Name => "short-cells";

    /// <inheritdoc/>
    public override IEnumerable<CheckFinding> Check(CheckedChapter chapter) =>
        from cell in chapter.Document.Cells
        let lines = cell.Source.Split('\n').Length
        where cell.Kind == CellKind.Code && lines > MostLines
        select In(cell, ChecksText.LongCell, lines, MostLines);
}
