namespace Tortue.Notebooks.Scripting;

/// <summary>
/// Stands between a cell and the host. Once the cell is to stop, its loops, its awaits and its calls to the host end with an exception. Aborting a thread
/// while it holds one of the host's locks would leave the lock taken for ever: so it is done, if at all, when no call is under way.
/// </summary>
/// <param name="stopLoops">Stops the loops of the session's cells, or lets them run.</param>
internal sealed class CellGuard(Action<bool> stopLoops)
{
    private readonly CancellationTokenSource _stop = new();
    private int _callsUnderWay;

    /// <summary>Cancelled when the cell is to stop, whether it listens or not.</summary>
    public CancellationToken Stopping => _stop.Token;

    /// <summary>Whether no call to the host is under way.</summary>
    public bool IsOutside => Volatile.Read(ref _callsUnderWay) == 0;

    /// <summary>Lets loops run, which an earlier cell may have been stopped in.</summary>
    public void Start() => stopLoops(false);

    /// <summary>From now on, loops and calls to the host fail.</summary>
    public void Stop()
    {
        stopLoops(true);
        _stop.Cancel();
    }

    /// <summary>Does the host's part of a call.</summary>
    /// <exception cref="OperationCanceledException">The cell is to stop.</exception>
    public void Call(Action action)
    {
        Interlocked.Increment(ref _callsUnderWay);
        try
        {
            _stop.Token.ThrowIfCancellationRequested();
            action();
        }
        finally
        {
            Interlocked.Decrement(ref _callsUnderWay);
        }
    }
}
