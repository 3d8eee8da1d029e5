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
/// Runs a cell on a thread of its own that can be stopped for real. Cancelling asks first: the code has <c>abortDelay</c> to end by itself.
/// Then the thread is aborted (loops) and interrupted (sleeps, waits). A fresh thread each time: a second abort of the same thread may never arrive,
/// and an interrupt that comes late dies with it.
/// </summary>
internal sealed class CellThread
{
    private const int StackSize = 16 * 1024 * 1024;
    private static readonly TimeSpan InterruptInterval = TimeSpan.FromMilliseconds(50);

    private readonly Func<Task> _body;
    private readonly CancellationTokenSource _abort = new();
    private readonly TaskCompletionSource<(CellThreadEnd End, Exception? Error)> _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Thread _thread;
    private volatile bool _leaving;

    private CellThread(Func<Task> body)
    {
        _body = body;
        _thread = new Thread(Run, StackSize) { IsBackground = true, Name = "cell" };
    }

    /// <summary>Runs <paramref name="body"/> to its end, or until it is stopped.</summary>
    public static async Task<(CellThreadEnd End, Exception? Error)> RunAsync(
        Func<Task> body, TimeSpan abortDelay, TimeSpan giveUpDelay, CancellationToken cancellation)
    {
        var cell = new CellThread(body);
        cell._thread.Start();
        var asked = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using (cancellation.Register(asked.SetResult).ConfigureAwait(false))
            await Task.WhenAny(cell._ended.Task, asked.Task).ConfigureAwait(false);

        await cell.WaitAsync(abortDelay).ConfigureAwait(false);
        if (!cell._ended.Task.IsCompleted)
            await cell.AbortAsync(giveUpDelay).ConfigureAwait(false);

        return cell._ended.Task.IsCompleted ? await cell._ended.Task.ConfigureAwait(false) : (CellThreadEnd.Stuck, null);
    }

    private void Run()
    {
        var (end, error) = (CellThreadEnd.Finished, (Exception?)null);
        try
        {
            // The API is marked as obsolete because it can corrupt the process's state; a loop that nobody can stop is worse here.
#pragma warning disable SYSLIB0046
            ControlledExecution.Run(() => CellPump.Run(_body, _abort.Token), _abort.Token);
#pragma warning restore SYSLIB0046
        }
        catch (Exception exception) when (_abort.IsCancellationRequested && exception is OperationCanceledException or ThreadInterruptedException)
        {
            end = CellThreadEnd.Aborted;
        }
        catch (Exception exception)
        {
            error = exception;
        }

        _leaving = true;
        _ended.TrySetResult((end, error));
    }

    private async Task AbortAsync(TimeSpan giveUpDelay)
    {
        // Cancel waits for the thread to reach a point where it can be aborted.
        var aborting = Task.Run(_abort.Cancel);
        var end = Environment.TickCount64 + (long)giveUpDelay.TotalMilliseconds;
        while (!_ended.Task.IsCompleted && Environment.TickCount64 < end)
        {
            if (!_leaving)
                _thread.Interrupt();

            await WaitAsync(InterruptInterval).ConfigureAwait(false);
        }

        if (_ended.Task.IsCompleted)
            await aborting.ConfigureAwait(false);
    }

    private Task WaitAsync(TimeSpan time) => _ended.Task.IsCompleted ? Task.CompletedTask : Task.WhenAny(_ended.Task, Task.Delay(time));
}
