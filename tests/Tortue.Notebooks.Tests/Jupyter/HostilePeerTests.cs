using System.Text;
using System.Text.Json;
using Tortue.Notebooks.Jupyter;
using Tortue.Notebooks.Jupyter.Messages;
using Xunit;

namespace Tortue.Notebooks.Tests.Jupyter;

/// <summary>Peers that come in crowds, and subscribers that never read: an honest client notices nothing of them, and nothing is left of them.</summary>
[Collection(nameof(Alone))]
public sealed class HostilePeerTests : IAsyncDisposable
{
    private const int Crowd = 1000;
    private const int LongestQueue = 32 << 20;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("tortue-hostile-");
    private readonly KernelServer _kernel;
    private readonly ConnectionFile _connection;

    public HostilePeerTests()
    {
        _kernel = new(
            new() { Key = "a key" }, new() { Session = new() { WorkingDirectory = _folder.FullName }, Limits = new() { LongestQueue = LongestQueue } });
        _connection = _kernel.Start();
    }

    public async ValueTask DisposeAsync()
    {
        await _kernel.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    [Fact]
    public async Task AThousandConnectionsLeaveNothingBehind()
    {
        using var honest = await KernelClient.ConnectAsync(_connection);
        await AssertAnswersAsync(honest);
        int[] ports = [_connection.ShellPort, _connection.ControlPort, _connection.StdinPort, _connection.IoPubPort, _connection.HeartbeatPort];
        string[] types = ["DEALER", "DEALER", "DEALER", "SUB", "REQ"];
        var (files, threads) = (ProcessCounts.OpenFiles(), ProcessCounts.Threads());
        var crowd = new List<TestPeer>();
        for (var i = 0; i < Crowd; i++)
        {
            var (port, type) = (ports[i / 2 % ports.Length], types[i / 2 % ports.Length]);
            if (i % 2 == 0)
            {
                crowd.Add(await TestPeer.ConnectAsync(port));
                await crowd[^1].SendAsync(TestPeer.Greeting()[..(i % 65)]);
            }
            else
            {
                crowd.Add(await TestPeer.ShakeHandsAsync(port, type));
            }
        }

        await AssertAnswersAsync(honest);
        // Both ends of each are in this process, where files of earlier tests may be closed meanwhile.
        Assert.InRange(ProcessCounts.OpenFiles(), files + Crowd, int.MaxValue);
        crowd.ForEach(peer => peer.Dispose());

        // The kernel learns of each end a moment later. Whatever else the process opens and starts meanwhile is far below a crowd.
        Assert.True(SpinWait.SpinUntil(() => ProcessCounts.OpenFiles() < files + 50, Patience), $"{ProcessCounts.OpenFiles()} files are open, {files} were.");
        Assert.InRange(ProcessCounts.Threads(), 0, threads + 50);
        await AssertAnswersAsync(honest);
    }

    [Fact]
    public async Task AnOutputOfFiftyMegabytesArrivesBesideASubscriberThatDoesNotRead()
    {
        const int Length = 50_000_000;
        using var dead = await SubscribeAsync();
        using var honest = await KernelClient.ConnectAsync(_connection);
        var id = await honest.StartAsync($"Console.Write(new string('a', {Length - 1}) + 'z');");
        var text = await StreamedAsync(honest, id);

        Assert.Equal(Length, text.Length);
        Assert.Equal('z', text[^1]);
        Assert.Equal(-1, text.AsSpan(0, Length - 1).IndexOfAnyExcept('a'));
        await honest.ReplyAsync(id);
        await AssertAnswersAsync(honest);
    }

    [Fact]
    public async Task ASubscriberThatDoesNotReadCostsNoMoreThanItsQueue()
    {
        const int Length = 10_000_000;
        const int Outputs = 60;
        using var dead = await SubscribeAsync();
        using var honest = await KernelClient.ConnectAsync(_connection);
        await AssertAnswersAsync(honest);
        var before = ProcessCounts.Memory().Managed;
        for (var i = 0; i < Outputs; i++)
        {
            var id = await honest.StartAsync($"Console.Write(new string('a', {Length}));");
            Assert.Equal(Length, (await StreamedAsync(honest, id)).Length);
            await honest.ReplyAsync(id);
        }

        // Besides the queue there are the message on its way and buffers that .NET keeps for the next long text; without a bound it would be all outputs.
        Assert.InRange(ProcessCounts.Memory().Managed - before, long.MinValue, Outputs * Length / 2L);
        await AssertAnswersAsync(honest);
    }

    private static async Task AssertAnswersAsync(KernelClient honest)
    {
        Assert.Equal("ok", (await honest.AskAsync(honest.Shell, "kernel_info_request")).Status);
        Assert.Equal("ok", (await honest.AskAsync(honest.Control, "kernel_info_request")).Status);
        var (_, outputs) = await honest.RunAsync("40 + 2");
        Assert.Equal("42", (string?)outputs[^1].Content["data"]!["text/plain"]);
    }

    /// <summary>What a cell writes, up to idle; read past the client, which would keep it all.</summary>
    private static async Task<string> StreamedAsync(KernelClient honest, string id)
    {
        var text = new StringBuilder();
        while (true)
        {
            var frames = await honest.Published.Peer.ReadMessageAsync();
            using var header = JsonDocument.Parse(frames[3]);
            using var parent = JsonDocument.Parse(frames[4]);
            using var content = JsonDocument.Parse(frames[6]);
            if (!parent.RootElement.TryGetProperty("msg_id", out var request) || request.GetString() != id)
                continue;
            switch (header.RootElement.GetProperty("msg_type").GetString())
            {
                case "stream":
                    text.Append(content.RootElement.GetProperty("text").GetString());
                    break;
                case "status" when content.RootElement.GetProperty("execution_state").GetString() == "idle":
                    return text.ToString();
            }
        }
    }

    private async Task<TestPeer> SubscribeAsync()
    {
        var peer = await TestPeer.ShakeHandsAsync(_connection.IoPubPort, "SUB");
        await peer.SendFrameAsync(4, [9, .. "SUBSCRIBE"u8]);

        // The welcome: from here on everything would come, if only it were read.
        await peer.ReadMessageAsync();
        return peer;
    }
}
