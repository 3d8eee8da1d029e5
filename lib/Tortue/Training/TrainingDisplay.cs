using System.Diagnostics;
using Tortue.Display;

namespace Tortue.Training;

/// <summary>
/// The curves below the running cell, drawn anew at most once a second. They are taken away at the end, when the history itself is there
/// to be shown; training of less than a second shows nothing, nor does training outside a notebook.
/// </summary>
internal sealed class TrainingDisplay(int epochs) : ITrainingObserver, IDisposable
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    private readonly Stopwatch _clock = Stopwatch.StartNew();
    private readonly List<EpochRecord> _done = [];
    private TimeSpan _last;
    private DisplayHandle? _handle;

    /// <summary>Shows the epochs so far, if the last drawing was long enough ago.</summary>
    public void OnEpoch(EpochRecord epoch)
    {
        _done.Add(epoch);
        var elapsed = _clock.Elapsed;
        if (NotebookHost.Name is null || elapsed - _last < Interval)
            return;
        _last = elapsed;
        var left = elapsed * ((epochs - _done.Count) / (double)_done.Count);
        var figure = TrainingCharts.Curves(_done).Subtitle(
            Text.Format(TrainingText.UnderWay, _done.Count, epochs, elapsed.TotalSeconds, left.TotalSeconds));
        if (_handle is null)
            _handle = NotebookHost.Display(figure);
        else
            _handle.Update(figure);
    }

    public void Dispose() => _handle?.Remove();
}
