using System.Text;
using System.Text.Json.Nodes;
using Xunit;

namespace Tortue.Notebooks.Tests.Jupyter;

/// <summary>A kernel before a client: every request but cells, and what is no request.</summary>
public sealed class KernelRequestTests(RunningKernel kernel) : KernelTests(kernel)
{
    [Fact]
    public async Task TheKernelSaysWhatItIsOnBothChannels()
    {
        foreach (var channel in new[] { Client.Shell, Client.Control })
        {
            var info = await Client.AskAsync(channel, "kernel_info_request");

            Assert.Equal(("kernel_info_reply", "ok", "tortue"), (info.Type, info.Status, info["implementation"]));
            Assert.Equal("5.5", info["protocol_version"]);
            var language = info.Content["language_info"]!;
            Assert.Equal(("C#", ".cs"), ((string?)language["name"], (string?)language["file_extension"]));
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("stat")]
    public async Task WhoSubscribesIsWelcome(string topic)
    {
        using var published = await TestPeer.ShakeHandsAsync(Kernel.Connection.IoPubPort, "SUB");
        await published.SendFrameAsync(4, [9, .. "SUBSCRIBE"u8, .. Encoding.ASCII.GetBytes(topic)]);
        var message = await published.ReadMessageAsync();

        Assert.Equal(topic, Encoding.ASCII.GetString(message[0]));
        Assert.Equal("iopub_welcome", (string?)JsonNode.Parse(message[3])!["msg_type"]);
        Assert.Equal("5.5", (string?)JsonNode.Parse(message[3])!["version"]);
        Assert.Equal("{}", Encoding.ASCII.GetString(message[4]));
        Assert.Equal(topic, (string?)JsonNode.Parse(message[6])!["subscription"]);
    }

    [Fact]
    public async Task TheHeartbeatIsSentBack()
    {
        using var heart = await TestPeer.ShakeHandsAsync(Kernel.Connection.HeartbeatPort, "REQ");
        for (byte beat = 0; beat < 3; beat++)
        {
            await heart.SendMessageAsync([], [beat, 7]);
            Assert.Equal<byte[]>([[], [beat, 7]], await heart.ReadMessageAsync());
        }
    }

    [Fact]
    public async Task ProposalsCountCharacters()
    {
        var reply = await Client.AskAsync(Client.Shell, "complete_request", new() { ["code"] = "\"🐢\".Len + 1", ["cursor_pos"] = 7 });

        Assert.Contains("Length", reply.Content["matches"]!.AsArray().Select(match => (string?)match));
        Assert.Equal(("4", "7"), (reply["cursor_start"], reply["cursor_end"]));
    }

    [Fact]
    public async Task WhatStandsAtTheCursorIsDescribed()
    {
        const string Code = "/*🐢🐢🐢🐢*/Math.Sqrt(2)";
        var reply = await Client.AskAsync(Client.Shell, "inspect_request", new() { ["code"] = Code, ["cursor_pos"] = 14 });
        Assert.Equal(("ok", "true"), (reply.Status, reply["found"]));
        Assert.Contains("double Math.Sqrt(double d)", (string?)reply.Content["data"]!["text/plain"], StringComparison.Ordinal);

        reply = await Client.AskAsync(Client.Shell, "inspect_request", new() { ["code"] = "   ", ["cursor_pos"] = 99 });
        Assert.Equal(("ok", "false"), (reply.Status, reply["found"]));
    }

    [Theory]
    [InlineData("1 + 1", "complete", null)]
    [InlineData("if (true)\n{", "incomplete", "    ")]
    [InlineData("int = 3;", "invalid", null)]
    public async Task AConsoleLearnsWhetherToGoOn(string code, string status, string? indent)
    {
        var reply = await Client.AskAsync(Client.Shell, "is_complete_request", new() { ["code"] = code });

        Assert.Equal((status, indent), (reply.Status, (string?)reply.Content["indent"]));
    }

    [Fact]
    public async Task EarlierCellsAreGivenBack()
    {
        var first = (int)(await Client.RunAsync("\"first marker\"")).Reply.Content["execution_count"]!;
        await Client.RunAsync("var second = 2;");
        await Client.RunAsync("\"first marker\"");
        await Client.RunAsync("\"hidden\"", content => content["store_history"] = false);

        Assert.Equal(
            $"""[[0,{first + 1},"var second = 2;"],[0,{first + 2},"\u0022first marker\u0022"]]""",
            await HistoryAsync(new() { ["hist_access_type"] = "tail", ["n"] = 2 }));
        Assert.Equal(
            $"""[[0,{first},["\u0022first marker\u0022","first marker"]],[0,{first + 1},["var second = 2;",null]]]""",
            await HistoryAsync(new() { ["hist_access_type"] = "range", ["start"] = first, ["stop"] = first + 2, ["output"] = true }));
        Assert.Equal(
            $"""[[0,{first + 2},"\u0022first marker\u0022"]]""",
            await HistoryAsync(new() { ["hist_access_type"] = "search", ["pattern"] = "*first mark?r*", ["unique"] = true, ["n"] = 10 }));
        Assert.Equal("[]", await HistoryAsync(new() { ["hist_access_type"] = "search", ["pattern"] = "first", ["n"] = 10 }));
        Assert.Equal("[]", await HistoryAsync(new() { ["hist_access_type"] = "tail", ["n"] = -1 }));
    }

    [Fact]
    public async Task ThereAreNoComms() =>
        Assert.Equal("{}", (await Client.AskAsync(Client.Shell, "comm_info_request")).Content["comms"]!.ToJsonString());

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task AShutdownIsAnsweredAndEndsTheKernel(bool isRestart)
    {
        await using var ending = new RunningKernel();
        using var client = await KernelClient.ConnectAsync(ending.Connection);
        Assert.False(ending.Server.Ended.IsCompleted);
        var reply = await client.AskAsync(client.Control, "shutdown_request", new() { ["restart"] = isRestart });

        Assert.Equal(("shutdown_reply", "ok", isRestart), (reply.Type, reply.Status, (bool)reply.Content["restart"]!));
        await ending.Server.Ended.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task AKernelThatStopsStopsItsCell()
    {
        var ending = new RunningKernel();
        using var client = await KernelClient.ConnectAsync(ending.Connection);
        var id = await client.StartAsync("Console.Write(\"started\");\nwhile (true) { }");
        await client.Published.ReadAsync(id, message => message.Type == "stream");
        await ending.DisposeAsync();

        Assert.True(ending.Server.Ended.IsCompleted);
        Assert.True(await client.Control.Peer.IsClosedAsync());

        // Cells of one process take turns: another session's runs only once that one has ended.
        await Client.RunAsync("1");
    }

    [Fact]
    public async Task UnknownRequestsAreLogged()
    {
        await Client.Shell.SendAsync("teleport_request", []);
        Kernel.WaitForLog("'teleport_request' was not answered");
        await Client.Control.SendAsync("execute_request", new() { ["code"] = "1" });
        Kernel.WaitForLog("'execute_request' was not answered");

        Assert.Equal("ok", (await Client.AskAsync(Client.Control, "kernel_info_request")).Status);
        Assert.Equal("ok", (await Client.AskAsync(Client.Shell, "kernel_info_request")).Status);
    }

    [Fact]
    public async Task WrongSignaturesAreLoggedAndNothingRuns()
    {
        await Client.RunAsync("var safe = true;");
        var frames = Client.Shell.Frames(
            """{"msg_type":"execute_request","msg_id":"evil"}"""u8.ToArray(), """{"code":"safe = false;"}"""u8.ToArray());
        frames[1][5] ^= 1;
        foreach (var channel in new[] { Client.Shell, Client.Control, Client.Stdin })
        {
            await channel.Peer.SendMessageAsync(frames);
            Kernel.WaitForLog("its signature is wrong");
        }

        var (_, outputs) = await Client.RunAsync("safe");
        Assert.Equal("True", (string?)outputs[^1].Content["data"]!["text/plain"], ignoreCase: true);
        Assert.Empty(Client.Published.Seen("evil"));
    }

    [Fact]
    public async Task HalfAnEmojiIsNoReasonNotToAnswer()
    {
        var header = """{"msg_type":"execute_request","msg_id":"half","session":"s"}"""u8.ToArray();
        var content = Encoding.ASCII.GetBytes("""{"code":"\"\ud83d\".Length"}""");
        await Client.Shell.Peer.SendMessageAsync(Client.Shell.Frames(header, content));

        Assert.Equal("ok", (await Client.ReplyAsync("half")).Status);
        Assert.Equal("1", (string?)(await Client.PublishedAsync("half"))[^2].Content["data"]!["text/plain"]);
    }

    private async Task<string> HistoryAsync(JsonObject content) =>
        (await Client.AskAsync(Client.Shell, "history_request", content)).Content["history"]!.ToJsonString();
}
