using System.Net;
using System.Net.Sockets;
using Tortue.Notebooks.Jupyter.Wire;

namespace Tortue.Notebooks.Jupyter.Probing;

/// <summary>One connection of a client to a kernel.</summary>
internal sealed class ClientSocket : IDisposable
{
    private static readonly WireLimits Limits = new();

    private readonly TcpClient _client;
    private readonly NetworkStream _stream;
    private readonly FrameReader _reader;

    private ClientSocket(TcpClient client)
    {
        _client = client;
        _stream = client.GetStream();
        _reader = new FrameReader(_stream, Limits);
    }

    /// <summary>Connects and shakes hands.</summary>
    /// <param name="port">A port of this machine.</param>
    /// <param name="socketType">DEALER or SUB.</param>
    /// <param name="cancellation">Gives up.</param>
    public static async Task<ClientSocket> ConnectAsync(int port, string socketType, CancellationToken cancellation)
    {
        var client = new TcpClient { NoDelay = true };
        try
        {
            await client.ConnectAsync(IPAddress.Loopback, port, cancellation).ConfigureAwait(false);
            var socket = new ClientSocket(client);
            await socket._stream.WriteAsync(Greeting.Ours, cancellation).ConfigureAwait(false);
            Greeting.Check(await socket._reader.ReadBytesAsync(Greeting.Length, cancellation).ConfigureAwait(false));
            await socket.CommandAsync(ReadyMetadata.Of(socketType), cancellation).ConfigureAwait(false);
            await socket._reader.ReadAsync(Limits.LargestMessage, cancellation).ConfigureAwait(false);
            return socket;
        }
        catch
        {
            client.Dispose();
            throw;
        }
    }

    /// <summary>Asks for all that is published, and waits until the kernel knows.</summary>
    public async Task SubscribeAsync(CancellationToken cancellation)
    {
        await CommandAsync(new Command("SUBSCRIBE", default), cancellation).ConfigureAwait(false);
        await CommandAsync(new Command("PING", new byte[2]), cancellation).ConfigureAwait(false);
        while (!(await _reader.ReadAsync(Limits.LargestMessage, cancellation).ConfigureAwait(false)).IsCommand)
        {
            // What was published before the answer is nobody's.
        }
    }

    /// <summary>Sends a message.</summary>
    public ValueTask SendAsync(IReadOnlyList<ReadOnlyMemory<byte>> parts, CancellationToken cancellation) =>
        FrameWriter.WriteMessageAsync(_stream, parts, cancellation);

    /// <summary>Waits for the next message.</summary>
    public async Task<List<byte[]>> ReceiveAsync(CancellationToken cancellation)
    {
        var message = new List<byte[]>();
        while (true)
        {
            var frame = await _reader.ReadAsync(Limits.LargestMessage, cancellation).ConfigureAwait(false);
            if (frame.IsCommand)
                continue;

            message.Add(frame.Body);
            if (!frame.HasMore)
                return message;
        }
    }

    public void Dispose() => _client.Dispose();

    private ValueTask CommandAsync(Command command, CancellationToken cancellation) =>
        FrameWriter.WriteAsync(_stream, FrameFlags.Command, command.ToBytes(), cancellation);
}
