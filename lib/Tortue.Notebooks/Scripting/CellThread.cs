using System.Runtime;

namespace Tortue.Notebooks.Scripting;

/// <summary>How the thread of a cell ended.</summary>
internal enum CellThreadEnd
{
    /// <summary>By itself, maybe with an exception.</summary>
    Finished,

    /// <summary>It was aborted.</summary>
    Aborted,

    /// <summary>It is still running and cannot be stopped.</summary>
    Stuck,
}

/// <summary>
/// Runs a cell on a thread of its own that can be stopped for real, step by step. Cancelling asks: code that knows its token has some time to end by
/// itself. Then its loops and awaits end with an exception (<see cref="CellGuard"/>), then its calls to the host do, and sleeps and waits are interrupted. A
/// thread that still runs is aborted. It is a fresh one each time: a second abort of the same thread may never arrive, and an interrupt that comes late dies
/// with it. A thread that waits inside native code cannot be stopped and is left behind; it is aborted should it ever return.
/// </summary>
internal sealed class CellThread
{
    private const int StackSize = 16 * 1024 * 1024;
    private const int InterruptsBeforeAbort = 10;
    private static readonly TimeSpan StepDelay = TimeSpan.FromMilliseconds(50);

    private readonly Func<Task> _body;
    private readonly CellGuard _guard;
    private readonly CancellationTokenSource _abort = new();
    private readonly TaskCompletionSource<(CellThreadEnd End, Exception? Error)> _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Thread _thread;
    private volatile bool _isLeaving;

    private CellThread(Func<Task> body, CellGuard guard)
    {
        _body = body;
        _guard = guard;
        _thread = new Thread(Run, StackSize) { IsBackground = true, Name = "cell" };
    }

    /// <summary>Runs <paramref name="body"/> to its end, or until it is stopped.</summary>
    /// <param name="body">The cell.</param>
    /// <param name="guard">Stands between it and the host.</param>
    /// <param name="timeToEnd">How long it may take to end by itself, asked when it is cancelled.</param>
    /// <param name="giveUpDelay">How long stopping it may take.</param>
    /// <param name="cancellation">Stops it.</param>
    public static async Task<(CellThreadEnd End, Exception? Error)> RunAsync(
        Func<Task> body, CellGuard guard, Func<TimeSpan> timeToEnd, TimeSpan giveUpDelay, CancellationToken cancellation)
    {
        var cell = new CellThread(body, guard);
        guard.Start();
        cell._thread.Start();
        var asked = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using (cancellation.Register(asked.SetResult).ConfigureAwait(false))
            await Task.WhenAny(cell._ended.Task, asked.Task).ConfigureAwait(false);

        if (!cell._ended.Task.IsCompleted)
            await Task.WhenAny(cell.WaitAsync(timeToEnd()), guard.Hurried).ConfigureAwait(false);
        if (!cell._ended.Task.IsCompleted)
            await cell.StopAsync(giveUpDelay).ConfigureAwait(false);

        return cell._ended.Task.IsCompleted ? await cell._ended.Task.ConfigureAwait(false) : (CellThreadEnd.Stuck, null);
    }

    private void Run()
    {
        var (end, error) = (CellThreadEnd.Finished, (Exception?)null);
        try
        {
            // The API is marked as obsolete because it can corrupt the process's state; a loop that nobody can stop is worse here.
#pragma warning disable SYSLIB0046
            ControlledExecution.Run(() => CellPump.Run(_body, _guard.Stopping), _abort.Token);
#pragma warning restore SYSLIB0046
        }
        catch (Exception exception)
        {
            if (_guard.Stopping.IsCancellationRequested && IsStop(exception))
                end = CellThreadEnd.Aborted;
            else
                error = exception;
        }

        _isLeaving = true;
        _ended.TrySetResult((end, error));
    }

    private async Task StopAsync(TimeSpan giveUpDelay)
    {
        _guard.Stop();
        await WaitAsync(StepDelay).ConfigureAwait(false);
        _guard.Close();
        Task? aborting = null;
        var end = Environment.TickCount64 + (long)giveUpDelay.TotalMilliseconds;
        for (var count = 0; !_ended.Task.IsCompleted && Environment.TickCount64 < end; count++)
        {
            if (!_isLeaving && _guard.IsOutside)
            {
                // Cancel waits for the thread to reach a point where it can be aborted.
                if (count >= InterruptsBeforeAbort)
                    aborting ??= Task.Run(_abort.Cancel);

                _thread.Interrupt();
            }

            await WaitAsync(StepDelay).ConfigureAwait(false);
        }

        // On a busy machine the time may be over before the steps are: whoever is left behind has still to be aborted should it return.
        if (!_ended.Task.IsCompleted && !_isLeaving && _guard.IsOutside)
            aborting ??= Task.Run(_abort.Cancel);
        if (_ended.Task.IsCompleted && aborting is not null)
            await aborting.ConfigureAwait(false);
    }

    /// <summary>Whether a cell ended so because it was to stop; loops in parallel end with one exception for each thread.</summary>
    public static bool IsStop(Exception? exception) => exception is OperationCanceledException or ThreadInterruptedException
        || (exception is AggregateException several && several.InnerExceptions.All(IsStop));

    private Task WaitAsync(TimeSpan time) => _ended.Task.IsCompleted ? Task.CompletedTask : Task.WhenAny(_ended.Task, Task.Delay(time));
}
