using System.Globalization;
using System.Text.Json.Nodes;
using System.Threading.Channels;

namespace Tortue.Notebooks.Jupyter.Serving;

/// <summary>Answers the requests of one channel, one after another; every one between a busy and an idle.</summary>
/// <param name="handlers">What can be answered.</param>
/// <param name="publisher">Told of busy and idle.</param>
/// <param name="log">Receives a sentence for what cannot be answered.</param>
internal sealed class RequestLoop(IEnumerable<IRequestHandler> handlers, Publisher publisher, Action<string> log)
{
    private readonly Dictionary<string, IRequestHandler> _handlers = handlers.ToDictionary(handler => handler.Type);
    private readonly Channel<(long Number, Exchange Exchange)> _queue =
        Channel.CreateUnbounded<(long Number, Exchange Exchange)>(new() { SingleReader = true });

    private readonly Lock _lock = new();
    private CancellationTokenSource? _current;
    private long _taken;
    private long _abortedUpTo;
    private int _failedCell;

    /// <summary>Puts a request into the queue.</summary>
    public void Take(Exchange exchange) => _queue.Writer.TryWrite((Interlocked.Increment(ref _taken), exchange));

    /// <summary>No more requests are answered once those in the queue are.</summary>
    public void End() => _queue.Writer.TryComplete();

    /// <summary>Stops the request that is being answered, if any.</summary>
    /// <returns>Whether there is one that was told so before.</returns>
    public bool Interrupt()
    {
        lock (_lock)
        {
            if (_current is null)
                return false;
            var isRepeated = _current.IsCancellationRequested;
            // What the request hangs on the token runs elsewhere: it may be the user's code.
            _ = _current.CancelAsync();
            return isRepeated;
        }
    }

    /// <summary>Answers until the end.</summary>
    /// <param name="cancellation">Stops what is being answered, and the loop.</param>
    public async Task RunAsync(CancellationToken cancellation)
    {
        try
        {
            await foreach (var (number, exchange) in _queue.Reader.ReadAllAsync(cancellation).ConfigureAwait(false))
            {
                if (number <= Volatile.Read(ref _abortedUpTo) && exchange.Request.Type == ExecuteHandler.RequestType)
                    Abort(exchange);
                else
                    await AnswerAsync(exchange, cancellation).ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException)
        {
            // The kernel ends.
        }
    }

    /// <summary>The cells that wait already are answered with "aborted": the one that runs has failed. Those that come later are none of them.</summary>
    /// <param name="count">The number of the cell that failed.</param>
    public void AbortWaitingCells(int count)
    {
        _failedCell = count;
        Volatile.Write(ref _abortedUpTo, Volatile.Read(ref _taken));
    }

    private void Abort(Exchange exchange)
    {
        publisher.Status("busy", exchange.Request.Header);
        exchange.Reply(new() { ["status"] = "aborted", ["execution_count"] = _failedCell });
        publisher.Status("idle", exchange.Request.Header);
    }

    private async Task AnswerAsync(Exchange exchange, CancellationToken cancellation)
    {
        var parent = exchange.Request.Header;
        if (!_handlers.TryGetValue(exchange.Request.Type, out var handler))
        {
            log(string.Format(CultureInfo.InvariantCulture, ServingText.UnknownRequest, exchange.Request.Type));
            return;
        }

        publisher.Status("busy", parent);
        try
        {
            exchange.Reply(await AnswerAsync(handler, exchange, cancellation).ConfigureAwait(false));
        }
        finally
        {
            publisher.Status("idle", parent);
        }

        if (handler is IFollowUp next)
            next.AfterIdle();
    }

    private async Task<JsonObject> AnswerAsync(IRequestHandler handler, Exchange exchange, CancellationToken cancellation)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        lock (_lock)
            _current = stop;
        try
        {
            return await handler.AnswerAsync(exchange, stop.Token).ConfigureAwait(false);
        }
        catch (Exception exception) when (!cancellation.IsCancellationRequested)
        {
            // A fault in one answer must not end the kernel with the user's variables in it.
            log(string.Format(CultureInfo.InvariantCulture, ServingText.HandlerFailed, exchange.Request.Type, exception));
            return new()
            {
                ["status"] = "error",
                ["ename"] = exception.GetType().Name,
                ["evalue"] = exception.Message,
                ["traceback"] = new JsonArray(),
            };
        }
        finally
        {
            lock (_lock)
                _current = null;
        }
    }
}
