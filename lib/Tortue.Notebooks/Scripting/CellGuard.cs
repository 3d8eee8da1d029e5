namespace Tortue.Notebooks.Scripting;

/// <summary>
/// Stands between a cell and the host. Once the cell is to stop, its loops and its awaits end with an exception, and a moment later its calls to the host.
/// Aborting a thread while it holds one of the host's locks would leave the lock taken for ever: so it is done, if at all, when no call is under way.
/// </summary>
/// <param name="stopLoops">Stops the loops of the session's cells, or lets them run.</param>
internal sealed class CellGuard(Action<bool> stopLoops)
{
    private readonly CancellationTokenSource _stop = new();
    private readonly TaskCompletionSource _hurried = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _callsUnderWay;
    private volatile bool _isClosed;

    /// <summary>Cancelled when the cell is to stop, whether it listens or not.</summary>
    public CancellationToken Stopping => _stop.Token;

    /// <summary>Ends when nobody wants to wait any longer for the cell to end by itself.</summary>
    public Task Hurried => _hurried.Task;

    /// <summary>Whether no call to the host is under way.</summary>
    public bool IsOutside => Volatile.Read(ref _callsUnderWay) == 0;

    /// <summary>Lets loops run, which an earlier cell may have been stopped in.</summary>
    public void Start() => stopLoops(false);

    /// <summary>The cell need not be given more time to end by itself.</summary>
    public void Hurry() => _hurried.TrySetResult();

    /// <summary>From now on loops and awaits fail. What the cell writes while it ends still arrives.</summary>
    public void Stop()
    {
        stopLoops(true);
        _stop.Cancel();
    }

    /// <summary>From now on calls to the host fail too.</summary>
    public void Close() => _isClosed = true;

    /// <summary>Does the host's part of a call.</summary>
    /// <exception cref="OperationCanceledException">The cell is to stop.</exception>
    public void Call(Action action)
    {
        Interlocked.Increment(ref _callsUnderWay);
        try
        {
            if (_isClosed)
                throw new OperationCanceledException();
            action();
        }
        finally
        {
            Interlocked.Decrement(ref _callsUnderWay);
        }
    }
}
