using Spectre.Console;
using Tortue.Notebooks.Running;

namespace Tortue.Cli.Terminal;

/// <summary>Moves the bar of one notebook.</summary>
/// <param name="task">The bar.</param>
internal sealed class BarTrack(ProgressTask task) : INotebookTrack
{
    /// <inheritdoc/>
    public void Report(NotebookProgress value)
    {
        task.MaxValue = value.CellCount;
        task.Value = value.CellNumber - 1;
        CellColumn.Set(task, value);
    }

    /// <inheritdoc/>
    public void End(bool succeeded)
    {
        if (succeeded) task.Value = task.MaxValue;
        task.StopTask();
        CellColumn.Set(task, null);
    }
}
