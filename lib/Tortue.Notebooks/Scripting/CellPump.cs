using System.Collections.Concurrent;

namespace Tortue.Notebooks.Scripting;

/// <summary>Runs asynchronous code on the current thread, so that the whole cell, awaits and all, is on one thread that can be stopped.</summary>
internal sealed class CellPump : SynchronizationContext
{
    private readonly BlockingCollection<(SendOrPostCallback Callback, object? State)> _queue = [];

    /// <summary>Runs <paramref name="body"/> and what it posts until its task ends.</summary>
    /// <exception cref="OperationCanceledException">The token was cancelled while nothing was there to do; the task is left behind.</exception>
    public static void Run(Func<Task> body, CancellationToken cancellation)
    {
        var pump = new CellPump();
        var previous = Current;
        SetSynchronizationContext(pump);
        try
        {
            var task = body();
            task.ContinueWith(_ => pump._queue.CompleteAdding(), CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
            foreach (var (callback, state) in pump._queue.GetConsumingEnumerable(cancellation))
                callback(state);

            task.GetAwaiter().GetResult();
        }
        finally
        {
            pump._queue.CompleteAdding();
            SetSynchronizationContext(previous);
        }
    }

    public override void Post(SendOrPostCallback d, object? state)
    {
        try
        {
            _queue.Add((d, state));
        }
        catch (InvalidOperationException)
        {
            // The cell has ended: what it left running goes on in the pool.
            ThreadPool.QueueUserWorkItem(_ => d(state));
        }
    }

    public override void Send(SendOrPostCallback d, object? state)
    {
        if (Current == this)
        {
            d(state);
            return;
        }

        using var done = new ManualResetEventSlim();
        Post(
            _ =>
            {
                d(state);
                done.Set();
            },
            null);
        done.Wait();
    }
}
