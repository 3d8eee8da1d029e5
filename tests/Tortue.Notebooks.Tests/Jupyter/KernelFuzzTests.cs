using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Xunit;

namespace Tortue.Notebooks.Tests.Jupyter;

/// <summary>
/// Whatever comes, the kernel stays and answers the next honest request. The environment variable TORTUE_FUZZ_MESSAGES says how many messages;
/// default: 5,000.
/// </summary>
public sealed class KernelFuzzTests(RunningKernel kernel) : IClassFixture<RunningKernel>
{
    private const int MessagesPerConnection = 25;

    private static readonly string[] Types =
    [
        "kernel_info_request", "history_request", "comm_info_request", "is_complete_request", "interrupt_request", "input_reply", "connect_request", "",
        "_request", "status", "comm_open",
    ];

    // These take the compiler's time.
    private static readonly string[] DearTypes = ["execute_request", "complete_request", "inspect_request"];

    private static readonly string[] Names =
    [
        "code", "cursor_pos", "silent", "store_history", "user_expressions", "allow_stdin", "stop_on_error", "detail_level", "hist_access_type",
        "output", "raw", "n", "start", "stop", "pattern", "unique", "restart", "value", "status", "target_name",
    ];

    private readonly Random _random = new(6);

    [Fact]
    public async Task AnHonestRequestIsAnsweredAfterThousandsOfOthers()
    {
        var count = int.TryParse(Environment.GetEnvironmentVariable("TORTUE_FUZZ_MESSAGES"), CultureInfo.InvariantCulture, out var asked) ? asked : 5000;
        using var honest = await KernelClient.ConnectAsync(kernel.Connection);
        for (var sent = 0; sent < count; sent += MessagesPerConnection)
        {
            if (_random.Next(5) == 0)
                await SendBytesAsync();
            else
                await SendMessagesAsync();

            // The queue of requests does not grow beyond one connection's.
            Assert.Equal("ok", (await honest.AskAsync(honest.Shell, "kernel_info_request")).Status);
            Assert.Equal("ok", (await honest.AskAsync(honest.Control, "kernel_info_request")).Status);
        }

        var (_, outputs) = await honest.RunAsync("40 + 2");
        Assert.Equal("42", (string?)outputs[^1].Content["data"]!["text/plain"]);
        Assert.DoesNotContain(kernel.Log, line => line.StartsWith("Answering", StringComparison.Ordinal));
    }

    /// <summary>Messages that the socket takes: the connection outlives them.</summary>
    private async Task SendMessagesAsync()
    {
        var (port, isShell) = _random.Next(4) switch
        {
            0 => (kernel.Connection.ControlPort, false),
            1 => (kernel.Connection.StdinPort, false),
            _ => (kernel.Connection.ShellPort, true),
        };
        using var channel = new ClientChannel(await TestPeer.ShakeHandsAsync(port, "DEALER", "fuzz"), Encoding.UTF8.GetBytes(kernel.Connection.Key));
        for (var i = 0; i < MessagesPerConnection; i++)
        {
            var type = isShell && _random.Next(30) == 0 ? Pick(DearTypes) : Pick(Types);
            var frames = channel.Frames(Bytes(Header(type)), Bytes(RandomObject(3)));
            await channel.Peer.SendMessageAsync(_random.Next(4) switch
            {
                0 => Mutate(frames),
                1 => channel.Frames(Mutate(frames[2]), Mutate(frames[5])),
                _ => frames,
            });
        }

        await channel.PingAsync();
    }

    /// <summary>Bytes that the socket may not take, on every port.</summary>
    private async Task SendBytesAsync()
    {
        int[] ports =
        [
            kernel.Connection.ShellPort, kernel.Connection.ControlPort, kernel.Connection.StdinPort, kernel.Connection.IoPubPort,
            kernel.Connection.HeartbeatPort,
        ];
        for (var i = 0; i < MessagesPerConnection; i++)
        {
            var port = ports[_random.Next(ports.Length)];
            try
            {
                using var peer = await TestPeer.ConnectAsync(port);
                if (_random.Next(2) == 0)
                    await peer.SendAsync(TestPeer.Greeting());
                if (_random.Next(2) == 0)
                    await peer.SendFrameAsync(4, TestPeer.Ready(port == ports[3] ? "SUB" : port == ports[4] ? "REQ" : "DEALER", ""));
                for (var frame = _random.Next(4); frame > 0; frame--)
                    await peer.SendFrameAsync((byte)_random.Next(8), RandomBytes(_random.Next(300)));
                await peer.SendAsync(RandomBytes(_random.Next(100)));
            }
            catch (IOException)
            {
                // The kernel closes the connection where it likes.
            }
        }
    }

    private static byte[] Bytes(JsonNode json) => Encoding.UTF8.GetBytes(json.ToJsonString());

    private JsonObject Header(string type)
    {
        var header = RandomObject(1);
        header["msg_type"] = type;
        header["msg_id"] = RandomValue(1);
        return header;
    }

    private byte[][] Mutate(byte[][] frames)
    {
        var list = frames.ToList();
        var place = _random.Next(list.Count);
        switch (_random.Next(5))
        {
            case 0:
                list.RemoveAt(place);
                break;
            case 1:
                list.Insert(place, RandomBytes(_random.Next(50)));
                break;
            case 2:
                (list[place], list[0]) = (list[0], list[place]);
                break;
            case 3:
                list[place] = RandomBytes(_random.Next(300));
                break;
            default:
                list[place] = Mutate(list[place]);
                break;
        }

        return [.. list];
    }

    private byte[] Mutate(byte[] bytes)
    {
        var copy = bytes.ToList();
        for (var times = _random.Next(1, 4); times > 0 && copy.Count > 0; times--)
        {
            var place = _random.Next(copy.Count);
            switch (_random.Next(4))
            {
                case 0:
                    copy[place] ^= (byte)(1 << _random.Next(8));
                    break;
                case 1:
                    copy.RemoveAt(place);
                    break;
                case 2:
                    copy.InsertRange(place, "\\ud83d"u8);
                    break;
                default:
                    copy.RemoveRange(place, copy.Count - place);
                    break;
            }
        }

        return [.. copy];
    }

    private JsonObject RandomObject(int depth)
    {
        var result = new JsonObject();
        for (var count = _random.Next(6); count > 0; count--)
            result[Pick(Names)] = RandomValue(depth);
        return result;
    }

    private JsonNode? RandomValue(int depth) => _random.Next(depth > 0 ? 9 : 7) switch
    {
        0 => null,
        1 => _random.Next(2) == 0,
        2 => _random.Next(-3, 50),
        3 => (_random.NextDouble() - 0.5) * Math.Pow(10, _random.Next(-20, 300)),
        4 => Pick(["tail", "range", "search", "*", "?", "\\", "1 + 1", "🐢", "\0"]),
        5 => string.Concat(Enumerable.Range(0, _random.Next(20)).Select(_ => "({[\"'.;x1 \n🐢"[_random.Next(12)])),
        6 => long.MinValue,
        7 => RandomObject(depth - 1),
        _ => new JsonArray(RandomValue(depth - 1), RandomValue(depth - 1)),
    };

    private byte[] RandomBytes(int count)
    {
        var bytes = new byte[count];
        _random.NextBytes(bytes);
        return bytes;
    }

    private T Pick<T>(T[] choices) => choices[_random.Next(choices.Length)];
}
