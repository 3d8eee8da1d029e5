namespace Tortue.Notebooks.Checks.Rules;

/// <summary>Tags are those that mean something; a misspelt one would be silently without effect.</summary>
internal sealed class TagsRule : NotebookRule
{
    private static readonly string[] Known =
    [
        "remove-cell", "remove-input", "remove-output", "hide-input", "hide-output", "hide-cell", "raises-exception", "skip-execution",
        "predict", "careful", "exercise", "solution", "instructor",
    ];

    /// <inheritdoc/>
    public override string Name => "tags";

    /// <inheritdoc/>
    public override IEnumerable<CheckFinding> Check(CheckedChapter chapter) =>
        from cell in chapter.Document.Cells
        from tag in cell.Tags.Except(Known)
        select In(cell, ChecksText.UnknownTag, tag, string.Join(", ", Known));
}
