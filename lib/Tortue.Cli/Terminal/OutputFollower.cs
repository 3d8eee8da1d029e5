using Tortue.Notebooks.Documents;
using Tortue.Notebooks.Running;

namespace Tortue.Cli.Terminal;

/// <summary>Prints the outputs of each cell as soon as the next one starts, and reports on to a track.</summary>
/// <param name="document">The running notebook.</param>
/// <param name="printer">Prints.</param>
/// <param name="track">The notebook's line.</param>
internal sealed class OutputFollower(NotebookDocument document, OutputPrinter printer, INotebookTrack track) : INotebookTrack
{
    private NotebookProgress? _running;

    /// <inheritdoc/>
    public void Report(NotebookProgress value)
    {
        PrintFinished();
        _running = value;
        track.Report(value);
    }

    /// <inheritdoc/>
    public void End(bool succeeded)
    {
        PrintFinished();
        _running = null;
        track.End(succeeded);
    }

    private void PrintFinished()
    {
        if (_running is { } cell) printer.Print(document.Cells[cell.CellNumber - 1], cell);
    }
}
