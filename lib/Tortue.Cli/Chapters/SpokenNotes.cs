using Tortue.Cli.Errors;
using Tortue.Notebooks.Lectures;

namespace Tortue.Cli.Chapters;

/// <summary>What a lecturer says to a chapter's slides, from the file beside the notebook.</summary>
internal static class SpokenNotes
{
    /// <summary>Puts the notes into a chapter that has run: they are not code, so a change of them runs nothing again.</summary>
    /// <param name="chapter">The chapter.</param>
    /// <returns>The chapter; with a problem where the file cannot be read, or names cells that there are not.</returns>
    public static ExecutedChapter AddTo(ExecutedChapter chapter)
    {
        if (chapter.Document is null) return chapter;
        try
        {
            var notes = LectureNotes.Find(chapter.Notebook.Path);
            var lost = notes?.AddTo(chapter.Document) ?? [];
            return lost.Count == 0
                ? chapter
                : chapter with { Problem = chapter.Problem ?? ChaptersText.NotesLost.With(notes!.Name, lost[0].Line, lost[0].Cell) };
        }
        catch (FormatException exception)
        {
            return chapter with { Problem = chapter.Problem ?? exception.Message };
        }
        catch (Exception exception) when (FileErrors.Covers(exception))
        {
            var problem = ChaptersText.NotesUnreadable.With(LectureNotes.PathFor(chapter.Notebook.Name), FileErrors.Reason(exception));
            return chapter with { Problem = chapter.Problem ?? problem };
        }
    }
}
