using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Tortue.Notebooks.Jupyter.Wire;

/// <summary>
/// A bound ZeroMQ socket: it accepts peers, reads their messages and sends them others. Whatever a peer does wrong ends that peer's connection, with a line in
/// the log, and nothing else.
/// </summary>
internal sealed class WireSocket : IAsyncDisposable
{
    private readonly SocketKind _kind;
    private readonly string _name;
    private readonly WireLimits _limits;
    private readonly Action<string> _log;
    private readonly CancellationTokenSource _end = new();
    private readonly ConcurrentDictionary<Peer, Task> _peers = [];
    private readonly List<Peer> _connected = [];
    private TcpListener? _listener;
    private Task _accepting = Task.CompletedTask;
    private volatile bool _isClosing;

    /// <summary>Creates a socket that is not bound yet.</summary>
    /// <param name="kind">What it is.</param>
    /// <param name="name">What the log calls it.</param>
    /// <param name="limits">What peers may ask of it.</param>
    /// <param name="log">Receives a sentence for each peer that is dropped; may be called from any thread.</param>
    public WireSocket(SocketKind kind, string name, WireLimits limits, Action<string> log)
    {
        _kind = kind;
        _name = name;
        _limits = limits;
        _log = log;
    }

    /// <summary>Called with each message, in order for each peer; its frames as they came.</summary>
    public Action<Peer, IReadOnlyList<byte[]>>? Received { get; init; }

    /// <summary>Called when a peer of a publisher asks for a topic.</summary>
    public Action<Peer, byte[]>? Subscribed { get; init; }

    /// <summary>The peers that have shaken hands.</summary>
    public int PeerCount => Connected().Length;

    /// <summary>Listens.</summary>
    /// <param name="address">An address of this machine.</param>
    /// <param name="port">The port; 0 for a free one.</param>
    /// <returns>The port.</returns>
    /// <exception cref="SocketException">The port is taken, or the address is not one of this machine's.</exception>
    public int Bind(IPAddress address, int port)
    {
        _listener = new TcpListener(address, port);
        _listener.Start(1024);
        _accepting = AcceptAsync(_listener);
        return ((IPEndPoint)_listener.LocalEndpoint).Port;
    }

    /// <summary>Sends a message to a peer; one that does not read is dropped.</summary>
    public void Send(Peer peer, IReadOnlyList<ReadOnlyMemory<byte>> parts)
    {
        if (peer.TrySend(parts))
            return;
        Drop(peer, string.Format(CultureInfo.InvariantCulture, WireText.TooSlow, _limits.LongestQueue));
        peer.Dispose();
    }

    /// <summary>Sends a message to all who asked for its first frame's topic; those who read too slowly miss it.</summary>
    public void Publish(IReadOnlyList<ReadOnlyMemory<byte>> parts)
    {
        foreach (var peer in Connected())
        {
            if (!peer.Subscriptions.Match(parts[0].Span) || peer.TrySend(parts) || peer.IsKnownToBeSlow)
                continue;
            peer.IsKnownToBeSlow = true;
            _log(string.Format(CultureInfo.InvariantCulture, WireText.Missed, _name, peer.Address));
        }
    }

    /// <summary>The peer that came last among those of a name; of all, where nobody has that name.</summary>
    public Peer? Find(byte[] identity)
    {
        var peers = Connected();
        return Array.FindLast(peers, peer => peer.Identity.AsSpan().SequenceEqual(identity)) ?? peers.LastOrDefault();
    }

    /// <summary>Stops listening, lets what waits for the peers be written for a moment, and closes their connections.</summary>
    public async ValueTask DisposeAsync()
    {
        _isClosing = true;
        _listener?.Stop();
        foreach (var peer in Connected())
            peer.EndQueue();
        _end.CancelAfter(TimeSpan.FromSeconds(1));
        await _accepting.ConfigureAwait(false);
        await Task.WhenAll(_peers.Values).ConfigureAwait(false);
        _end.Dispose();
    }

    private Peer[] Connected()
    {
        lock (_connected)
            return [.. _connected];
    }

    private async Task AcceptAsync(TcpListener listener)
    {
        while (true)
        {
            TcpClient client;
            try
            {
                client = await listener.AcceptTcpClientAsync(_end.Token).ConfigureAwait(false);
            }
            catch (Exception exception) when (exception is OperationCanceledException or ObjectDisposedException or InvalidOperationException)
            {
                return;
            }
            catch (SocketException exception)
            {
                if (_isClosing)
                    return;
                _log(string.Format(CultureInfo.InvariantCulture, WireText.AcceptFailed, _name, exception.Message));
                continue;
            }

            Welcome(client);
        }
    }

    private void Welcome(TcpClient client)
    {
        Peer peer;
        try
        {
            peer = new Peer(client, _limits);
        }
        catch (Exception exception) when (exception is SocketException or InvalidOperationException or IOException)
        {
            client.Dispose();
            return;
        }

        if (_peers.Count >= _limits.MostPeers)
        {
            Drop(peer, string.Format(CultureInfo.InvariantCulture, WireText.TooManyPeers, _limits.MostPeers));
            peer.Dispose();
            return;
        }

        // The entry is there before the task can end and remove it.
        var start = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _peers[peer] = ServeAsync(peer, start.Task);
        start.SetResult();
    }

    private async Task ServeAsync(Peer peer, Task start)
    {
        await start.ConfigureAwait(false);
        using (peer)
        using (var gone = CancellationTokenSource.CreateLinkedTokenSource(_end.Token))
        {
            var writing = Task.CompletedTask;
            try
            {
                peer.Subscriptions.Added = topic => Subscribed?.Invoke(peer, topic);
                await peer.ShakeHandsAsync(_kind, gone.Token).ConfigureAwait(false);
                lock (_connected)
                    _connected.Add(peer);
                writing = WriteAsync(peer, gone);
                while (true)
                    Take(peer, await peer.ReceiveAsync(gone.Token).ConfigureAwait(false));
            }
            catch (WireException broken)
            {
                Drop(peer, broken.Message);
            }
            catch (Exception exception) when (HasGone(exception))
            {
                // A peer may leave whenever it likes: VS Code tries a port by connecting and closing.
            }
            finally
            {
                lock (_connected)
                    _connected.Remove(peer);
                peer.EndQueue();
                if (!_end.IsCancellationRequested)
                    gone.CancelAfter(TimeSpan.FromSeconds(1));
                await writing.ConfigureAwait(false);
                _peers.TryRemove(peer, out _);
            }
        }
    }

    private static async Task WriteAsync(Peer peer, CancellationTokenSource gone)
    {
        try
        {
            await peer.WriteQueueAsync(gone.Token).ConfigureAwait(false);
        }
        catch (Exception exception) when (HasGone(exception))
        {
            // What the peer still says is of no use without an answer.
        }

        await gone.CancelAsync().ConfigureAwait(false);
    }

    private void Take(Peer peer, List<byte[]> message)
    {
        switch (_kind)
        {
            case SocketKind.Publisher:
                // How peers of ZMTP 3.0 subscribe.
                if (message is [[1, .. var topic]])
                    peer.Subscriptions.Add(topic);
                else if (message is [[0, .. var cancelled]])
                    peer.Subscriptions.Remove(cancelled);
                break;
            case SocketKind.Reply:
                Send(peer, [.. message.Select(part => (ReadOnlyMemory<byte>)part)]);
                break;
            default:
                Received?.Invoke(peer, message);
                break;
        }
    }

    private void Drop(Peer peer, string why) => _log(string.Format(CultureInfo.InvariantCulture, WireText.Dropped, _name, peer.Address, why));

    // NotSupportedException is what a buffer says over a connection that was closed meanwhile.
    private static bool HasGone(Exception exception) => exception
        is IOException or SocketException or ObjectDisposedException or OperationCanceledException or NotSupportedException;
}
