using System.Globalization;
using System.Net;
using System.Text;
using Tortue.Notebooks.Jupyter.Wire;
using Xunit;

namespace Tortue.Notebooks.Tests.Jupyter;

/// <summary>
/// Honest conversations of every kind of socket with bytes changed, left out, repeated and put in between: greetings, commands and frames. The environment
/// variable TORTUE_FUZZ_MESSAGES says how many frames; default: 5,000.
/// </summary>
public sealed class WireFuzzTests
{
    private const int FramesPerConnection = 20;

    private readonly Random _random = new(7);

    public static TheoryData<string, string> Sockets => new() { { "Router", "DEALER" }, { "Publisher", "SUB" }, { "Reply", "REQ" } };

    [Theory]
    [MemberData(nameof(Sockets))]
    public async Task APeerThatSpoilsItsBytesSpoilsNothingElse(string kind, string type)
    {
        var count = int.TryParse(Environment.GetEnvironmentVariable("TORTUE_FUZZ_MESSAGES"), CultureInfo.InvariantCulture, out var asked) ? asked : 5000;
        WireSocket? socket = null;
        socket = new(Enum.Parse<SocketKind>(kind), "fuzzed", new() { Handshake = TimeSpan.FromSeconds(2), LargestMessage = 1 << 20 }, _ => { })
        {
            Received = (peer, frames) => socket!.Send(peer, [.. frames.Select(frame => (ReadOnlyMemory<byte>)frame)]),
            Subscribed = (peer, topic) => socket!.Send(peer, [topic, "welcome"u8.ToArray()]),
        };
        await using var closing = socket;
        var port = socket.Bind(IPAddress.Loopback, 0);
        for (var sent = 0; sent < count; sent += FramesPerConnection)
        {
            using var peer = await TestPeer.ConnectAsync(port);
            try
            {
                await peer.SendAsync(Spoil(Conversation(type)));
            }
            catch (IOException)
            {
                // The socket hangs up where it likes.
            }

            if (sent % 1000 == 0)
                await AssertServesAsync(socket, port, type);
        }

        await AssertServesAsync(socket, port, type);
        Assert.True(SpinWait.SpinUntil(() => socket.PeerCount == 0, TimeSpan.FromMinutes(1)));
    }

    private static async Task AssertServesAsync(WireSocket socket, int port, string type)
    {
        using var honest = await TestPeer.ShakeHandsAsync(port, type, type == "DEALER" ? "honest" : "");
        if (type == "SUB")
        {
            await honest.SendFrameAsync(4, [9, .. "SUBSCRIBE"u8, .. "news"u8]);
            Assert.Equal(["news", "welcome"], (await honest.ReadMessageAsync()).Select(Encoding.ASCII.GetString));
            socket.Publish([Encoding.ASCII.GetBytes("newspaper"), Encoding.ASCII.GetBytes("today's")]);
            Assert.Equal(["newspaper", "today's"], (await honest.ReadMessageAsync()).Select(Encoding.ASCII.GetString));
            return;
        }

        await honest.SendMessageAsync([], Encoding.ASCII.GetBytes("hello"));
        Assert.Equal(["", "hello"], (await honest.ReadMessageAsync()).Select(Encoding.ASCII.GetString));
    }

    /// <summary>A greeting, READY, and some twenty frames that belong.</summary>
    private byte[] Conversation(string type)
    {
        var ready = TestPeer.Ready(type, type == "DEALER" ? "fuzz" : "");
        List<byte> bytes = [.. TestPeer.Greeting(), 4, (byte)ready.Length, .. ready];
        for (var i = 0; i < FramesPerConnection; i++)
        {
            bytes.AddRange((_random.Next(6), type) switch
            {
                (0, _) => [4, 12, 4, .. "PING"u8, 0, 9, .. "fuzzy"u8],
                (1, "SUB") => [4, 14, 9, .. "SUBSCRIBE"u8, .. "news"u8],
                (2, "SUB") => [4, 11, 6, .. "CANCEL"u8, .. "news"u8],
                (3, "SUB") => [0, 5, (byte)_random.Next(2), .. "news"u8],
                (1, _) => [2, 0, 0, 0, 0, 0, 0, 0, 3, .. "abc"u8],
                _ => (byte[])[1, 0, 0, 5, .. "hello"u8],
            });
        }

        return [.. bytes];
    }

    private byte[] Spoil(byte[] bytes)
    {
        var list = bytes.ToList();
        for (var times = _random.Next(1, 5); times > 0; times--)
        {
            // Half of the harm is done behind the handshake, where it would otherwise seldom be seen.
            var place = _random.Next(_random.Next(2) == 0 ? 0 : Math.Min(100, list.Count - 1), list.Count);
            switch (_random.Next(6))
            {
                case 0:
                    list.RemoveAt(place);
                    break;
                case 1:
                    list.Insert(place, (byte)_random.Next(256));
                    break;
                case 2:
                    list.RemoveRange(place, Math.Min(_random.Next(40), list.Count - place));
                    list.Add(0);
                    break;
                case 3:
                    list.InsertRange(place, list.GetRange(place, Math.Min(_random.Next(40), list.Count - place)));
                    break;
                default:
                    list[place] ^= (byte)(1 << _random.Next(8));
                    break;
            }
        }

        return [.. list];
    }
}
