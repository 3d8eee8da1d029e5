using System.Diagnostics;
using Tortue.Display;

namespace Tortue.Experiments;

/// <summary>
/// A chart below the running cell that grows with a run, drawn anew at most once a second. It is taken away when the run is done and the
/// result itself is there to be shown; of a run that was interrupted it stays, with what had been measured. Outside a notebook nothing is
/// shown.
/// </summary>
internal sealed class LiveChart
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    private readonly Lock _gate = new();
    private readonly Func<bool> _isInNotebook;
    private readonly Func<TimeSpan> _elapsed;
    private TimeSpan _last;
    private DisplayHandle? _handle;

    public LiveChart()
        : this(() => NotebookHost.Name is not null, ElapsedSinceNow())
    {
    }

    internal LiveChart(Func<bool> isInNotebook, Func<TimeSpan> elapsed)
    {
        _isInNotebook = isInNotebook;
        _elapsed = elapsed;
    }

    /// <summary>Shows what there is, if the last drawing was long enough ago.</summary>
    /// <param name="draw">Makes the chart; not called where nothing is shown.</param>
    public void Show(Func<IMimeBundle> draw)
    {
        lock (_gate)
        {
            var now = _elapsed();
            if (!_isInNotebook() || now - _last < Interval)
                return;
            _last = now;
            if (_handle is null)
                _handle = NotebookHost.Display(draw());
            else
                _handle.Update(draw());
        }
    }

    /// <summary>Takes the chart away.</summary>
    public void Remove()
    {
        lock (_gate)
        {
            _handle?.Remove();
            _handle = null;
        }
    }

    private static Func<TimeSpan> ElapsedSinceNow()
    {
        var clock = Stopwatch.StartNew();
        return () => clock.Elapsed;
    }
}
