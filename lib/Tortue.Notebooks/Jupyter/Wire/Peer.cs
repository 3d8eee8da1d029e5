using System.Net.Sockets;
using System.Threading.Channels;

namespace Tortue.Notebooks.Jupyter.Wire;

/// <summary>
/// One connection of a socket: its handshake, a loop that reads, and a queue with a writer of its own, so that a peer which does not read holds up
/// nobody but itself.
/// </summary>
internal sealed class Peer : IDisposable
{
    // Answers, and that the kernel is idle, have room of their own behind long outputs: a client that misses them waits for ever.
    private const int Short = 8192;
    private const int PartForShort = 16;

    private readonly TcpClient _client;
    private readonly NetworkStream _network;
    private readonly BufferedStream _output;
    private readonly FrameReader _reader;
    private readonly WireLimits _limits;
    private readonly Channel<Outgoing> _queue = Channel.CreateUnbounded<Outgoing>(new() { SingleReader = true });
    private long _longBytes;
    private long _shortBytes;

    public Peer(TcpClient client, WireLimits limits)
    {
        client.NoDelay = true;
        _client = client;
        _limits = limits;
        _network = client.GetStream();
        _output = new BufferedStream(_network, 64 << 10);
        _reader = new FrameReader(new BufferedStream(_network, 64 << 10), limits);
        Address = client.Client.RemoteEndPoint?.ToString() ?? "?";
    }

    private readonly record struct Outgoing(FrameFlags Flags, IReadOnlyList<ReadOnlyMemory<byte>> Parts, long Bytes);

    /// <summary>Where the peer is, for the log.</summary>
    public string Address { get; }

    /// <summary>The name that the peer gave itself; empty if none.</summary>
    public byte[] Identity { get; private set; } = [];

    /// <summary>What the peer wants of a publisher; used by one thread at a time.</summary>
    public Subscriptions Subscriptions { get; } = new();

    /// <summary>Whether the log has said already that this peer misses messages.</summary>
    public bool IsKnownToBeSlow { get; set; }

    /// <summary>Greets the peer and learns what it is.</summary>
    /// <exception cref="WireException">The peer breaks the protocol or takes too long.</exception>
    public async Task ShakeHandsAsync(SocketKind kind, CancellationToken cancellation)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(_limits.Handshake);
        try
        {
            await _network.WriteAsync(Greeting.Ours, limit.Token).ConfigureAwait(false);
            Greeting.Check(await _reader.ReadBytesAsync(Greeting.Length, limit.Token).ConfigureAwait(false));
            await FrameWriter.WriteAsync(_network, FrameFlags.Command, ReadyMetadata.Of(kind).ToBytes(), limit.Token).ConfigureAwait(false);
            var frame = await _reader.ReadAsync(_limits.LargestMessage, limit.Token).ConfigureAwait(false);
            var command = frame.IsCommand ? Command.Parse(frame.Body) : throw new WireException(WireText.NoReady, "");
            if (command.Name != "READY")
                throw new WireException(WireText.NoReady, Printable.Of(System.Text.Encoding.ASCII.GetBytes(command.Name)));
            var metadata = ReadyMetadata.Parse(command.Data.Span);
            metadata.CheckAgainst(kind);
            Identity = metadata.Identity;
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            throw new WireException(WireText.SlowHandshake, _limits.Handshake.TotalSeconds);
        }
    }

    /// <summary>Reads the next message; answers pings and keeps subscriptions on the way.</summary>
    /// <returns>Its frames.</returns>
    public async Task<List<byte[]>> ReceiveAsync(CancellationToken cancellation)
    {
        var message = new List<byte[]>();
        var left = _limits.LargestMessage;
        while (true)
        {
            var frame = await _reader.ReadAsync(left, cancellation).ConfigureAwait(false);
            if (frame.IsCommand)
            {
                Obey(Command.Parse(frame.Body));
                continue;
            }

            left -= frame.Body.Length;
            message.Add(frame.Body);
            if (!frame.HasMore)
                return message;
            if (message.Count >= _limits.MostFrames)
                throw new WireException(WireText.TooManyFrames, _limits.MostFrames);
        }
    }

    /// <summary>Puts a message into the peer's queue.</summary>
    /// <param name="parts">Its frames; not to be changed any more.</param>
    /// <returns>Whether there was room.</returns>
    public bool TrySend(IReadOnlyList<ReadOnlyMemory<byte>> parts) => TryEnqueue(FrameFlags.None, parts);

    /// <summary>Writes what is in the queue until the queue ends or the peer is gone.</summary>
    public async Task WriteQueueAsync(CancellationToken cancellation)
    {
        var queue = _queue.Reader;
        while (await queue.WaitToReadAsync(cancellation).ConfigureAwait(false))
        {
            while (queue.TryRead(out var next))
            {
                if (next.Flags == FrameFlags.Command)
                    await FrameWriter.WriteAsync(_output, FrameFlags.Command, next.Parts[0], cancellation).ConfigureAwait(false);
                else
                    await FrameWriter.WriteMessageAsync(_output, next.Parts, cancellation).ConfigureAwait(false);
                Interlocked.Add(ref Waiting(next.Bytes), -next.Bytes);
            }

            await _output.FlushAsync(cancellation).ConfigureAwait(false);
        }
    }

    /// <summary>No more messages come; what waits is still written.</summary>
    public void EndQueue() => _queue.Writer.TryComplete();

    public void Dispose()
    {
        EndQueue();
        _client.Dispose();
    }

    private bool TryEnqueue(FrameFlags flags, IReadOnlyList<ReadOnlyMemory<byte>> parts)
    {
        var bytes = 0L;
        foreach (var part in parts)
            bytes += part.Length + 9;
        ref var waiting = ref Waiting(bytes);
        if (Interlocked.Add(ref waiting, bytes) - bytes > (bytes > Short ? _limits.LongestQueue : _limits.LongestQueue / PartForShort))
        {
            Interlocked.Add(ref waiting, -bytes);
            return false;
        }

        // A queue that has ended takes nothing more; that is no fault of the peer's.
        _queue.Writer.TryWrite(new(flags, parts, bytes));
        return true;
    }

    /// <summary>How many bytes wait of messages as long as this.</summary>
    private ref long Waiting(long bytes) => ref bytes > Short ? ref _longBytes : ref _shortBytes;

    private void Obey(Command command)
    {
        switch (command.Name)
        {
            case "SUBSCRIBE":
                Subscriptions.Add(command.Data.Span);
                break;
            case "CANCEL":
                Subscriptions.Remove(command.Data.Span);
                break;
            case "PING" when command.Data.Length >= 2:
                // After the time to live comes a context, which the answer repeats.
                if (!TryEnqueue(FrameFlags.Command, [new Command("PONG", command.Data[2..]).ToBytes()]))
                    throw new WireException(WireText.TooSlow, _limits.LongestQueue);
                break;
        }
    }
}
