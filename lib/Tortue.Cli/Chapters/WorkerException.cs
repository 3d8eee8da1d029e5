using Tortue.Notebooks.Running;

namespace Tortue.Cli.Chapters;

/// <summary>The process that ran a notebook ended without a result. The message says how, as the end of a sentence.</summary>
/// <param name="message">How it ended.</param>
/// <param name="cell">The cell that was running; null before the first.</param>
internal sealed class WorkerException(string message, NotebookProgress? cell) : Exception(message)
{
    /// <summary>The number of the cell that was running, from 1; null before the first.</summary>
    public int? CellNumber { get; } = cell?.CellNumber;
}
