using System.Net;
using System.Net.Sockets;
using System.Text;
using Tortue.Notebooks.Jupyter.Wire;

namespace Tortue.Notebooks.Tests.Jupyter;

/// <summary>The other side of a connection, byte by byte, so that it can also do what no library would.</summary>
internal sealed class TestPeer : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private readonly TcpClient _client = new();

    private TestPeer()
    {
    }

    public NetworkStream Stream => _client.GetStream();

    /// <summary>Connects and says nothing.</summary>
    public static async Task<TestPeer> ConnectAsync(int port)
    {
        var peer = new TestPeer();
        await peer._client.ConnectAsync(IPAddress.Loopback, port);
        peer.Stream.ReadTimeout = (int)Patience.TotalMilliseconds;
        return peer;
    }

    /// <summary>Connects and shakes hands.</summary>
    public static async Task<TestPeer> ShakeHandsAsync(int port, string socketType, string identity = "", byte minorVersion = 1)
    {
        var peer = await ConnectAsync(port);
        await peer.SendAsync(Greeting(minorVersion));
        await peer.ReadAsync(64);
        await peer.SendFrameAsync(4, Ready(socketType, identity));
        await peer.ReadFrameAsync();
        return peer;
    }

    public static byte[] Greeting(byte minorVersion = 1, byte majorVersion = 3, string mechanism = "NULL")
    {
        var greeting = new byte[64];
        greeting[0] = 0xFF;
        greeting[8] = 0x25;
        greeting[9] = 0x7F;
        greeting[10] = majorVersion;
        greeting[11] = minorVersion;
        Encoding.ASCII.GetBytes(mechanism).CopyTo(greeting, 12);
        return greeting;
    }

    public static byte[] Ready(string socketType, string identity) =>
        [5, .. "READY"u8, .. Property("Socket-Type", socketType), .. Property("Identity", identity)];

    public async Task SendAsync(byte[] bytes) => await Stream.WriteAsync(bytes);

    public async Task SendFrameAsync(byte flags, byte[] body)
    {
        byte[] head = body.Length < 256
            ? [flags, (byte)body.Length]
            : [(byte)(flags | 2), 0, 0, 0, 0, (byte)(body.Length >> 24), (byte)(body.Length >> 16), (byte)(body.Length >> 8), (byte)body.Length];
        await SendAsync([.. head, .. body]);
    }

    public async Task SendMessageAsync(params byte[][] parts)
    {
        for (var i = 0; i < parts.Length; i++)
            await SendFrameAsync((byte)(i + 1 < parts.Length ? 1 : 0), parts[i]);
    }

    public async Task<byte[]> ReadAsync(int count)
    {
        var bytes = new byte[count];
        using var limit = new CancellationTokenSource(Patience);
        await Stream.ReadExactlyAsync(bytes, limit.Token);
        return bytes;
    }

    public async Task<(byte Flags, byte[] Body)> ReadFrameAsync()
    {
        using var limit = new CancellationTokenSource(Patience);
        var frame = await new FrameReader(Stream, new WireLimits()).ReadAsync(int.MaxValue, limit.Token);
        return ((byte)((byte)frame.Flags & 5), frame.Body);
    }

    public async Task<List<byte[]>> ReadMessageAsync()
    {
        var parts = new List<byte[]>();
        while (true)
        {
            var (flags, body) = await ReadFrameAsync();
            parts.Add(body);
            if ((flags & 1) == 0)
                return parts;
        }
    }

    /// <summary>Whether the other side closes the connection; what it still sends is read and forgotten.</summary>
    public async Task<bool> IsClosedAsync()
    {
        using var limit = new CancellationTokenSource(Patience);
        var rest = new byte[4096];
        try
        {
            while (await Stream.ReadAsync(rest, limit.Token) > 0)
            {
            }

            return true;
        }
        catch (IOException)
        {
            return true;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    public void Dispose() => _client.Dispose();

    private static byte[] Property(string name, string value) =>
        [(byte)name.Length, .. Encoding.ASCII.GetBytes(name), 0, 0, 0, (byte)value.Length, .. Encoding.ASCII.GetBytes(value)];
}
