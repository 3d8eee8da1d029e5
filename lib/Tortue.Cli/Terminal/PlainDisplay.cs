using Spectre.Console;
using Tortue.Cli.Errors;
using Tortue.Notebooks.Running;

namespace Tortue.Cli.Terminal;

/// <summary>Progress for logs and pipes: a line per notebook, and one per cell that takes long.</summary>
/// <param name="messages">Where lines go.</param>
/// <param name="time">The clock.</param>
internal sealed class PlainDisplay(IAnsiConsole messages, TimeProvider time) : IRunDisplay, IRunView
{
    private readonly Lock _lock = new();
    private int _running;
    private bool _sideBySide;

    /// <inheritdoc/>
    public Task<T> ShowAsync<T>(Func<IRunView, Task<T>> work) => work(this);

    /// <inheritdoc/>
    public INotebookTrack Begin(string name)
    {
        lock (_lock)
        {
            messages.WriteLine(TerminalText.Running.With(name), Styles.Quiet);
            // Where one notebook runs after another, the line above says which one a cell is of.
            if (++_running > 1) _sideBySide = true;
        }

        return new PlainTrack(cell => Mention(Path.GetFileNameWithoutExtension(name), cell), time, Ended);
    }

    /// <inheritdoc/>
    public void Post(Action print)
    {
        lock (_lock) print();
    }

    private void Ended()
    {
        lock (_lock) _running--;
    }

    private void Mention(string name, NotebookProgress cell)
    {
        lock (_lock)
        {
            var line = _sideBySide ? CellLine.Show(cell, CellLine.DefaultRoom + name.Length, name) : CellLine.Show(cell);
            messages.WriteLine("  " + line, Styles.Quiet);
        }
    }
}
