using Tortue.Cli.Terminal;
using Tortue.Notebooks.Running;

namespace Tortue.Cli.Demo;

/// <summary>Passes the progress of one notebook on, and keeps when each of its cells began.</summary>
/// <param name="inner">Where progress is shown.</param>
internal sealed class TimedView(IRunView inner) : IRunView
{
    private readonly List<NotebookProgress> _starts = [];

    /// <inheritdoc/>
    public INotebookTrack Begin(string name) => new Track(inner.Begin(name), _starts);

    /// <inheritdoc/>
    public void Post(Action print) => inner.Post(print);

    /// <summary>The times of the cells that have begun.</summary>
    /// <param name="end">How long the whole run took.</param>
    public IReadOnlyList<CellTime> Times(TimeSpan end)
    {
        lock (_starts)
        {
            return
            [
                .. _starts.Zip(
                    _starts.Skip(1).Select(next => next.Elapsed).Append(end),
                    (start, next) => new CellTime(start.CellNumber, start.Heading, next - start.Elapsed)),
            ];
        }
    }

    private sealed class Track(INotebookTrack inner, List<NotebookProgress> starts) : INotebookTrack
    {
        public void Report(NotebookProgress value)
        {
            lock (starts) starts.Add(value);
            inner.Report(value);
        }

        public void End(bool succeeded) => inner.End(succeeded);
    }
}
