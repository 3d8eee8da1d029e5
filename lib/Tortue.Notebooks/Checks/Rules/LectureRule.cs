using Tortue.Notebooks.Documents;
using Tortue.Notebooks.Handouts.Prose;
using Tortue.Notebooks.Lectures;

namespace Tortue.Notebooks.Checks.Rules;

/// <summary>What is said in a lecture belongs to slides of the chapter, and what it refers to is there.</summary>
internal sealed class LectureRule : NotebookRule
{
    /// <inheritdoc/>
    public override string Name => "lecture";

    /// <inheritdoc/>
    public override IEnumerable<CheckFinding> Check(CheckedChapter chapter)
    {
        LectureNotes? notes;
        try
        {
            notes = LectureNotes.Find(chapter.NotebookPath);
        }
        catch (FormatException exception)
        {
            return [InFile("{0}", exception.Message)];
        }
        return notes is null ? [] : notes.Notes.SelectMany(note => Check(chapter, notes.Name, note));
    }

    private IEnumerable<CheckFinding> Check(CheckedChapter chapter, string file, LectureNote note)
    {
        var cell = chapter.Document.Cells.FirstOrDefault(cell => cell.Id == note.Cell);
        if (cell is null || !SlideTrack.Begins(cell))
            yield return InFile(cell is null ? ChecksText.LectureNoCell : ChecksText.LectureNoSlide, file, note.Line, note.Cell);
        foreach (var link in new ProseCell(Cell(note)).Links.Where(link => link.Url?.StartsWith('#') == true))
        {
            if (!chapter.Anchors.Contains(link.Url![1..]))
                yield return InFile(ChecksText.LectureNoAnchor, file, note.Line, note.Cell, link.Url);
            else if (EquationLink.TagOf(link) is { } tag && InlineText.Of(link) != $"({tag})")
                yield return InFile(ChecksText.LectureWrongNumber, file, note.Line, note.Cell, InlineText.Of(link), tag);
        }
    }

    private static NotebookCell Cell(LectureNote note) => new([], note.Cell, CellKind.Markdown, note.Text, []);
}
