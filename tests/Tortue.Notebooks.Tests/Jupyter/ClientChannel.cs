using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Xunit;

namespace Tortue.Notebooks.Tests.Jupyter;

/// <summary>One socket of a client. It signs and checks by itself, without the kernel's code.</summary>
internal sealed class ClientChannel(TestPeer peer, byte[] key) : IDisposable
{
    private readonly List<KernelMessage> _seen = [];

    public TestPeer Peer => peer;

    /// <summary>Sends a message.</summary>
    /// <returns>Its id.</returns>
    public async Task<string> SendAsync(string type, JsonObject content)
    {
        var id = Guid.NewGuid().ToString();
        var header = new JsonObject
        {
            ["msg_id"] = id,
            ["session"] = "s",
            ["username"] = "u",
            ["date"] = "2026-01-01T00:00:00Z",
            ["msg_type"] = type,
            ["version"] = "5.3",
        };
        await peer.SendMessageAsync(Frames(Encoding.UTF8.GetBytes(header.ToJsonString()), Encoding.UTF8.GetBytes(content.ToJsonString())));
        return id;
    }

    /// <summary>A signed message of any bytes.</summary>
    public byte[][] Frames(byte[] header, byte[] content)
    {
        byte[][] signed = [header, "{}"u8.ToArray(), "{}"u8.ToArray(), content];
        return ["<IDS|MSG>"u8.ToArray(), Signature(signed), .. signed];
    }

    /// <summary>Waits for a message that answers a request; what comes before stays to be asked for.</summary>
    public async Task<KernelMessage> ReadAsync(string id, Func<KernelMessage, bool> isWanted)
    {
        for (var i = 0; ; i++)
        {
            if (i == _seen.Count)
                _seen.Add(await ReadAsync());
            if (_seen[i].ParentId == id && isWanted(_seen[i]))
                return _seen[i];
        }
    }

    /// <summary>What was read so far and answers a request.</summary>
    public IReadOnlyList<KernelMessage> Seen(string id) => [.. _seen.Where(message => message.ParentId == id)];

    /// <summary>Waits until the kernel has obeyed all commands sent so far.</summary>
    public async Task PingAsync()
    {
        await peer.SendFrameAsync(4, [4, .. "PING"u8, 0, 0]);
        for (byte flags = 0; (flags & 4) == 0;)
            (flags, _) = await peer.ReadFrameAsync();
    }

    public void Dispose() => peer.Dispose();

    private async Task<KernelMessage> ReadAsync()
    {
        var frames = await peer.ReadMessageAsync();
        var start = frames.FindIndex(frame => frame.AsSpan().SequenceEqual("<IDS|MSG>"u8));
        Assert.Equal(6, frames.Count - start);
        Assert.Equal(Signature(frames[(start + 2)..]), frames[start + 1]);
        var header = JsonNode.Parse(frames[start + 2])!;
        return new((string)header["msg_type"]!, Id(frames[start + 3]), JsonNode.Parse(frames[start + 5])!);
    }

    // A header is another client's, which may have put anything into it.
    private static string Id(byte[] header)
    {
        using var document = JsonDocument.Parse(header);
        return document.RootElement.TryGetProperty("msg_id", out var id) && id.ValueKind == JsonValueKind.String ? id.GetString()! : "";
    }

    private byte[] Signature(IEnumerable<byte[]> signed) =>
        Encoding.ASCII.GetBytes(Convert.ToHexStringLower(HMACSHA256.HashData(key, signed.SelectMany(frame => frame).ToArray())));
}
