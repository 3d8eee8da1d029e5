using System.Collections.Concurrent;
using System.Net;
using System.Text;
using Tortue.Notebooks.Jupyter.Wire;
using Xunit;

namespace Tortue.Notebooks.Tests.Jupyter;

/// <summary>Sockets against peers that behave, and peers that do not.</summary>
public sealed class WireSocketTests
{
    public static TheoryData<string, string> BrokenOpenings => new()
    {
        { "HTTP", "does not speak ZMTP" },
        { "old version", "speaks ZMTP 2.0" },
        { "other mechanism", "security mechanism 'CURVE'" },
        { "no READY", "command 'HELLO' where READY belongs" },
        { "a message in place of READY", "where READY belongs" },
        { "a subscriber", "socket is of the type 'SUB'" },
        { "READY cut off", "READY command cannot be read" },
        { "READY without a type", "READY command cannot be read" },
        { "reserved flags", "starts with the flags 0x80" },
        { "a command in parts", "starts with the flags 0x05" },
        { "an endless frame", "announces a frame of 18446744073709551615 bytes" },
        { "a nameless command", "command has no name" },
    };

    [Theory]
    [MemberData(nameof(BrokenOpenings))]
    public async Task APeerThatBreaksTheProtocolIsDroppedWithAReason(string what, string reason)
    {
        var cancellation = TestContext.Current.CancellationToken;
        var log = new BlockingCollection<string>();
        await using var socket = Echo(log.Add);
        var port = socket.Bind(IPAddress.Loopback, 0);
        using var peer = await TestPeer.ConnectAsync(port);
        foreach (var bytes in Opening(what))
            await peer.SendAsync(bytes);

        Assert.True(await peer.IsClosedAsync());
        Assert.True(log.TryTake(out var line, 30_000, cancellation));
        Assert.Contains(reason, line, StringComparison.Ordinal);
        await AssertAnswersAsync(port);
    }

    [Fact]
    public async Task PeersThatComeAndGoLeaveNothingBehind()
    {
        await using var socket = Echo(_ => { });
        var port = socket.Bind(IPAddress.Loopback, 0);
        for (var i = 0; i < 1000; i++)
        {
            using var peer = await TestPeer.ConnectAsync(port);
            if (i % 3 == 1)
                await peer.SendAsync(TestPeer.Greeting());
        }

        await AssertAnswersAsync(port);
        Assert.True(SpinWait.SpinUntil(() => socket.PeerCount == 0, 30_000));
    }

    [Fact]
    public async Task AHandshakeThatDoesNotEndIsGivenUp()
    {
        var log = new BlockingCollection<string>();
        await using var socket = new WireSocket(
            SocketKind.Router, "shell", new() { Handshake = TimeSpan.FromMilliseconds(50) }, log.Add);
        using var peer = await TestPeer.ConnectAsync(socket.Bind(IPAddress.Loopback, 0));
        await peer.SendAsync(TestPeer.Greeting()[..10]);

        Assert.True(await peer.IsClosedAsync());
        Assert.Contains("did not end the handshake within 0.1 s", log.Take(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task MessagesLongerThanAllowedAreNotRead()
    {
        var log = new BlockingCollection<string>();
        await using var socket = new WireSocket(SocketKind.Router, "shell", new() { LargestMessage = 1000 }, log.Add);
        using var peer = await TestPeer.ShakeHandsAsync(socket.Bind(IPAddress.Loopback, 0), "DEALER");
        await peer.SendFrameAsync(1, new byte[600]);
        await peer.SendFrameAsync(0, new byte[600]);

        Assert.True(await peer.IsClosedAsync());
        Assert.Contains("announces a frame of 600 bytes, and a message may have 1000", log.Take(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task MessagesOfAnySizeComeBackAsTheyWere()
    {
        await using var socket = Echo(_ => { });
        using var peer = await TestPeer.ShakeHandsAsync(socket.Bind(IPAddress.Loopback, 0), "DEALER", "me");
        var random = new Random(1);
        foreach (var size in new[] { 0, 1, 255, 256, 8192, 8193, 70_000, 3_000_000 })
        {
            var body = new byte[size];
            random.NextBytes(body);
            var sending = peer.SendMessageAsync([1], body, []);
            var back = await peer.ReadMessageAsync();
            await sending;

            Assert.Equal(3, back.Count);
            Assert.True(body.AsSpan().SequenceEqual(back[1]));
        }
    }

    [Fact]
    public async Task PingsAreAnsweredWithTheirContext()
    {
        await using var socket = Echo(_ => { });
        using var peer = await TestPeer.ShakeHandsAsync(socket.Bind(IPAddress.Loopback, 0), "DEALER");
        await peer.SendFrameAsync(4, [4, .. "PING"u8, 0, 20, .. "context"u8]);

        var (flags, body) = await peer.ReadFrameAsync();

        Assert.Equal(4, flags);
        Assert.Equal("\u0004PONGcontext", Encoding.ASCII.GetString(body));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public async Task SubscribersOfBothVersionsGetTheirTopicsAndNoOthers(byte minorVersion)
    {
        await using var socket = new WireSocket(SocketKind.Publisher, "iopub", new(), _ => { });
        using var peer = await TestPeer.ShakeHandsAsync(socket.Bind(IPAddress.Loopback, 0), "SUB", minorVersion: minorVersion);
        if (minorVersion == 0)
            await peer.SendFrameAsync(0, [1, .. "status"u8]);
        else
            await peer.SendFrameAsync(4, [9, .. "SUBSCRIBE"u8, .. "status"u8]);
        await PublishUntilReadAsync(socket, peer, "status.1");

        socket.Publish([Bytes("stream"), Bytes("not for you")]);
        socket.Publish([Bytes("status.2"), Bytes("for you")]);
        List<byte[]> next;
        do
            next = await peer.ReadMessageAsync();
        while (Encoding.ASCII.GetString(next[0]) == "status.1");

        Assert.Equal(["status.2", "for you"], next.Select(Encoding.ASCII.GetString));
    }

    [Fact]
    public async Task ASubscriberThatDoesNotReadHoldsUpNobody()
    {
        var log = new ConcurrentQueue<string>();
        await using var socket = new WireSocket(SocketKind.Publisher, "iopub", new() { LongestQueue = 1 << 20 }, log.Enqueue);
        var port = socket.Bind(IPAddress.Loopback, 0);
        using var dead = await TestPeer.ShakeHandsAsync(port, "SUB");
        using var alive = await TestPeer.ShakeHandsAsync(port, "SUB");
        await dead.SendFrameAsync(4, [9, .. "SUBSCRIBE"u8]);
        await alive.SendFrameAsync(4, [9, .. "SUBSCRIBE"u8]);
        await PublishUntilReadAsync(socket, alive, "start");
        await PublishUntilReadAsync(socket, dead, "start");

        var body = new byte[100_000];
        for (var i = 0; i < 300; i++)
        {
            socket.Publish([Bytes("data"), body]);
            while (Encoding.ASCII.GetString((await alive.ReadMessageAsync())[0]) != "data")
            {
            }
        }

        Assert.Contains("reads too slowly and misses messages", Assert.Single(log), StringComparison.Ordinal);
    }

    [Fact]
    public async Task APortIsFreeAgainAtOnce()
    {
        int port;
        await using (var first = Echo(_ => { }))
        {
            port = first.Bind(IPAddress.Loopback, 0);
            await AssertAnswersAsync(port);
        }

        await using var second = Echo(_ => { });
        Assert.Equal(port, second.Bind(IPAddress.Loopback, port));
        await AssertAnswersAsync(port);
    }

    private static WireSocket Echo(Action<string> log)
    {
        WireSocket? socket = null;
        return socket = new(SocketKind.Router, "shell", new(), log)
        {
            Received = (peer, frames) => socket!.Send(peer, [.. frames.Select(frame => (ReadOnlyMemory<byte>)frame)]),
        };
    }

    private static async Task AssertAnswersAsync(int port)
    {
        using var honest = await TestPeer.ShakeHandsAsync(port, "DEALER", "honest");
        await honest.SendMessageAsync(Encoding.ASCII.GetBytes("hello"));
        Assert.Equal("hello", Encoding.ASCII.GetString(Assert.Single(await honest.ReadMessageAsync())));
    }

    // A subscription takes a moment to arrive: publish until something comes, but not so often that the other subscribers' queues fill up
    // when the machine is busy and that moment is long.
    private static async Task PublishUntilReadAsync(WireSocket socket, TestPeer peer, string topic)
    {
        var reading = peer.ReadMessageAsync();
        while (!reading.IsCompleted)
        {
            socket.Publish([Bytes(topic), Bytes("")]);
            await Task.Delay(5);
        }

        Assert.Equal(topic, Encoding.ASCII.GetString((await reading)[0]));
    }

    private static byte[] Bytes(string text) => Encoding.ASCII.GetBytes(text);

    private static byte[][] Opening(string what) => what switch
    {
        "HTTP" => [Encoding.ASCII.GetBytes("GET / HTTP/1.1\r\nHost: localhost\r\nUser-Agent: somebody quite curious\r\n\r\n")],
        "old version" => [TestPeer.Greeting(0, 2)],
        "other mechanism" => [TestPeer.Greeting(mechanism: "CURVE")],
        "no READY" => [TestPeer.Greeting(), [4, 6, 5, .. "HELLO"u8]],
        "a message in place of READY" => [TestPeer.Greeting(), [0, 1, 7]],
        "a subscriber" => [TestPeer.Greeting(), [4, (byte)TestPeer.Ready("SUB", "").Length, .. TestPeer.Ready("SUB", "")]],
        "READY cut off" => [TestPeer.Greeting(), [4, 12, 5, .. "READY"u8, 20, .. "Socke"u8]],
        "READY without a type" => [TestPeer.Greeting(), [4, 6, 5, .. "READY"u8]],
        "reserved flags" => [TestPeer.Greeting(), [0x80, 0]],
        "a command in parts" => [TestPeer.Greeting(), [5, 0]],
        "an endless frame" => [TestPeer.Greeting(), [2, 255, 255, 255, 255, 255, 255, 255, 255]],
        _ => [TestPeer.Greeting(), [4, 0]],
    };
}
