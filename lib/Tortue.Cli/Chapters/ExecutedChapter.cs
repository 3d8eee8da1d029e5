using Tortue.Cli.Files;
using Tortue.Notebooks.Documents;

namespace Tortue.Cli.Chapters;

/// <summary>A notebook with its outputs.</summary>
/// <param name="Notebook">Its file, which stays as it is.</param>
/// <param name="Document">
/// Its content with the outputs, execution counts and solutions of exercises; up to the cell that failed where one did. Null where the file
/// cannot be read, or the process that ran it has died.
/// </param>
/// <param name="Origin">Where the outputs have come from.</param>
/// <param name="Elapsed">How long the run took, also one of an earlier day; zero where nothing ran.</param>
/// <param name="Problem">One sentence on what went wrong; null where every cell ran.</param>
internal sealed record ExecutedChapter(
    NotebookFile Notebook, NotebookDocument? Document, ChapterOrigin Origin, TimeSpan Elapsed, string? Problem)
{
    /// <summary>Whether any of its cells has an output.</summary>
    public bool HasOutputs => Document?.Cells.Any(cell => cell.Outputs.Count > 0) == true;
}
