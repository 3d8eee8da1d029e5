using Tortue.Notebooks.Running;

namespace Tortue.Cli.Terminal;

/// <summary>Writes one line for each cell that is still running after <see cref="Patience"/>.</summary>
/// <param name="mention">Writes the line of a cell; called from the clock's thread.</param>
/// <param name="time">The clock.</param>
/// <param name="ended">Called when the notebook has stopped.</param>
internal sealed class PlainTrack(Action<NotebookProgress> mention, TimeProvider time, Action? ended = null) : INotebookTrack
{
    /// <summary>How long a cell may run before the log mentions it: 3 seconds.</summary>
    internal static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    private readonly Lock _lock = new();
    private ITimer? _timer;
    private NotebookProgress? _current;

    /// <inheritdoc/>
    public void Report(NotebookProgress value)
    {
        lock (_lock)
        {
            _current = value;
            _timer?.Dispose();
            _timer = time.CreateTimer(_ => Mention(value), null, Patience, Timeout.InfiniteTimeSpan);
        }
    }

    /// <inheritdoc/>
    public void End(bool succeeded)
    {
        lock (_lock)
        {
            _current = null;
            _timer?.Dispose();
        }

        ended?.Invoke();
    }

    private void Mention(NotebookProgress cell)
    {
        lock (_lock)
        {
            // A timer that fired just before it was disposed of must not speak of a cell that has ended.
            if (!ReferenceEquals(_current, cell)) return;
            mention(cell);
        }
    }
}
