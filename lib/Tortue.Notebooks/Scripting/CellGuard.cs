namespace Tortue.Notebooks.Scripting;

/// <summary>
/// Stands between a cell and the host. Aborting a thread while it holds one of the host's locks could leave the lock taken for ever; so once a cell is to
/// stop, its calls to the host fail, and its thread is aborted when none is under way.
/// </summary>
internal sealed class CellGuard
{
    private readonly CancellationTokenSource _stop = new();
    private int _callsUnderWay;

    /// <summary>Cancelled when the cell is to stop, whether it listens or not.</summary>
    public CancellationToken Stopping => _stop.Token;

    /// <summary>Whether no call to the host is under way.</summary>
    public bool IsOutside => Volatile.Read(ref _callsUnderWay) == 0;

    /// <summary>From now on, calls to the host fail.</summary>
    public void Stop() => _stop.Cancel();

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
