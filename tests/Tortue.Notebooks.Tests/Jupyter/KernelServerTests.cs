using System.Text.Json.Nodes;
using Xunit;

namespace Tortue.Notebooks.Tests.Jupyter;

/// <summary>A kernel before a client: cells and what is published of them.</summary>
public sealed class KernelServerTests(RunningKernel kernel) : KernelTests(kernel)
{
    [Fact]
    public async Task ACellIsPublishedInOrder()
    {
        var id = await Client.StartAsync("Console.Write(\"hello 🐢\");\n6 * 7");
        var reply = await Client.ReplyAsync(id);
        var published = await Client.PublishedAsync(id);

        Assert.Equal(
            ["status busy", "execute_input", "stream", "execute_result", "status idle"],
            published.Select(message => message.Type == "status" ? $"status {message["execution_state"]}" : message.Type));
        Assert.Equal("Console.Write(\"hello 🐢\");\n6 * 7", published[1]["code"]);
        Assert.Equal(("stdout", "hello 🐢"), (published[2]["name"], published[2]["text"]));
        Assert.Equal("42", (string?)published[3].Content["data"]!["text/plain"]);
        Assert.Equal(("execute_reply", "ok"), (reply.Type, reply.Status));
        Assert.Single(new[] { reply["execution_count"], published[1]["execution_count"], published[3]["execution_count"] }.Distinct());
    }

    [Fact]
    public async Task CellsAreCountedUnlessTheyAreNotToBeStored()
    {
        var first = await CountAsync();
        Assert.Equal(first + 1, await CountAsync());
        Assert.Equal(first + 1, await CountAsync(content => content["store_history"] = false));
        Assert.Equal(first + 1, await CountAsync(content => content["silent"] = true));
        Assert.Equal(first + 2, await CountAsync());

        async Task<int> CountAsync(Action<JsonObject>? change = null) =>
            (int)(await Client.RunAsync("1", change)).Reply.Content["execution_count"]!;
    }

    [Fact]
    public async Task ASilentCellShowsNeitherItselfNorItsValue()
    {
        var (reply, outputs) = await Client.RunAsync("var silent = 1;\nsilent", content => content["silent"] = true);
        Assert.Equal("ok", reply.Status);
        Assert.Empty(outputs);
        Assert.Equal("1", await ValueAsync("silent"));

        (reply, outputs) = await Client.RunAsync("throw new Exception();", content => content["silent"] = true);
        Assert.Equal("error", reply.Status);
        Assert.Empty(outputs);
    }

    [Fact]
    public async Task AnErrorIsPublishedAndAnswered()
    {
        var (reply, outputs) = await Client.RunAsync("int Fail() => throw new InvalidOperationException(\"no\");\nFail();");

        Assert.Equal(["execute_input", "error"], outputs.Select(message => message.Type));
        foreach (var message in new[] { reply, outputs[1] })
        {
            Assert.Equal(("InvalidOperationException", "no"), (message["ename"].Split('.')[^1], message["evalue"]));
            Assert.Contains("no", message["traceback"], StringComparison.Ordinal);
        }

        Assert.Equal("error", reply.Status);
        Assert.NotNull(reply.Content["execution_count"]);

        (reply, _) = await Client.RunAsync("nobody");
        Assert.Equal(("error", "CompilationError"), (reply.Status, reply["ename"]));
    }

    [Theory]
    [InlineData(true, "aborted")]
    [InlineData(false, "ok")]
    public async Task CellsBehindOneThatFailsAreGivenUpWhereTheClientWantsIt(bool isWanted, string expected)
    {
        await Client.RunAsync("var reached = 0;");
        var failing = await Client.StartAsync(
            "Console.ReadLine();\nthrow new Exception(\"no\");", content => content["stop_on_error"] = isWanted);
        var second = await Client.StartAsync("reached++;");
        var info = await Client.Shell.SendAsync("kernel_info_request", []);
        var third = await Client.StartAsync("reached++;");

        // A message that is dropped as it arrives: those before it have arrived too.
        await Client.Shell.Peer.SendMessageAsync("nothing"u8.ToArray());
        Kernel.WaitForLog("it has not the frames");
        await AnswerAsync(failing, "");

        var failed = await Client.ReplyAsync(failing);
        Assert.Equal("error", failed.Status);
        foreach (var (id, position) in new[] { (second, 1), (third, 2) })
        {
            var reply = await Client.ReplyAsync(id);
            Assert.Equal(expected, reply.Status);
            Assert.Equal((int)failed.Content["execution_count"]! + (isWanted ? 0 : position), (int)reply.Content["execution_count"]!);
        }

        Assert.Equal("ok", (await Client.ReplyAsync(info)).Status);
        await Client.PublishedAsync(third);
        Assert.Equal(isWanted ? "0" : "2", await ValueAsync("reached"));
    }

    [Fact]
    public async Task ACellThatIsAskedForOnceTheOtherHasFailedRuns()
    {
        for (var i = 0; i < 20; i++)
        {
            var failing = await Client.StartAsync("nobody");
            await Client.ReplyAsync(failing);
            Assert.Equal("ok", (await Client.RunAsync("1")).Reply.Status);
        }
    }

    [Fact]
    public async Task ExpressionsAreEvaluatedAfterTheCell()
    {
        var (reply, _) = await Client.RunAsync("var seven = 7;", content => content["user_expressions"] = new JsonObject
        {
            ["good"] = "seven + 1",
            ["bad"] = "nobody + 1",
            ["odd"] = 3,
        });
        var results = reply.Content["user_expressions"]!;

        Assert.Equal("8", (string?)results["good"]!["data"]!["text/plain"]);
        Assert.Equal("ok error ok", $"{results["good"]!["status"]} {results["bad"]!["status"]} {results["odd"]!["status"]}");
        Assert.Equal("CompilationError", (string?)results["bad"]!["ename"]);
    }

    [Fact]
    public async Task ADisplayIsUpdatedByALaterCell()
    {
        var (_, outputs) = await Client.RunAsync("var shown = display(\"one\");");
        var (_, later) = await Client.RunAsync("shown.Update(\"two\");");

        Assert.Equal(["execute_input", "display_data"], outputs.Select(message => message.Type));
        Assert.Equal(["execute_input", "update_display_data"], later.Select(message => message.Type));
        var (first, second) = (outputs[1].Content, later[1].Content);
        Assert.Equal((string?)first["transient"]!["display_id"], (string?)second["transient"]!["display_id"]);
        Assert.Equal(("one", "two"), ((string?)first["data"]!["text/plain"], (string?)second["data"]!["text/plain"]));
    }

    [Fact]
    public async Task WhatATaskWritesLaterBelongsToItsCell()
    {
        var gate = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        AppContext.SetData("Tortue.Tests.Gate", gate);
        var id = await Client.StartAsync(
            """
            var gate = (System.Threading.Tasks.TaskCompletionSource)AppContext.GetData("Tortue.Tests.Gate");
            _ = System.Threading.Tasks.Task.Run(async () => { await gate.Task; Console.Write("late"); });
            """);
        Assert.Equal("ok", (await Client.ReplyAsync(id)).Status);
        await Client.PublishedAsync(id);
        await Client.RunAsync("1");
        gate.SetResult();

        Assert.Equal("late", (await Client.Published.ReadAsync(id, message => message.Type == "stream"))["text"]);
    }

    [Fact]
    public async Task AQuestionGoesToWhoRunsTheCell()
    {
        using var other = await KernelClient.ConnectAsync(Kernel.Connection);
        var id = await Client.StartAsync("var line = Console.ReadLine();\nConsole.Write(line + \"|\" + Console.ReadLine());");
        await AnswerAsync(id, "a 🐢");
        var question = await Client.Stdin.ReadAsync(id, message => !ReferenceEquals(message, Client.Stdin.Seen(id)[0]));
        Assert.Equal("input_request", question.Type);
        await Client.Stdin.SendAsync("input_reply", new() { ["status"] = "ok", ["value"] = "b" });

        Assert.Equal("ok", (await Client.ReplyAsync(id)).Status);
        Assert.Equal("a 🐢|b", (await Client.PublishedAsync(id)).Single(message => message.Type == "stream")["text"]);
    }

    [Fact]
    public async Task AClientThatCannotBeAskedIsNot()
    {
        var (reply, _) = await Client.RunAsync("Console.ReadLine()", content => content["allow_stdin"] = false);

        Assert.Equal(("error", "InvalidOperationException"), (reply.Status, reply["ename"].Split('.')[^1]));
    }

    [Theory]
    [InlineData("while (true) { }")]
    [InlineData("System.Threading.Thread.Sleep(System.Threading.Timeout.Infinite);")]
    [InlineData("await System.Threading.Tasks.Task.Delay(System.Threading.Timeout.Infinite);")]
    [InlineData("Console.ReadLine();")]
    public async Task AnEndlessCellIsInterruptedAndVariablesSurvive(string endless)
    {
        await Client.RunAsync("var kept = 3;");
        var id = await Client.StartAsync($"var inside = 4;\nConsole.Write(\"started\");\n{endless}");
        await Client.Published.ReadAsync(id, message => message.Type == "stream");

        Assert.Equal(("interrupt_reply", "ok"), await TypeAndStatusAsync(Client.Control, "interrupt_request"));
        Assert.Equal(("error", "Interrupted"), ((await Client.ReplyAsync(id)).Status, (await Client.ReplyAsync(id))["ename"]));
        await Client.PublishedAsync(id);
        Assert.Equal("7", await ValueAsync("kept + inside"));
    }

    [Fact]
    public async Task AnInterruptOfNothingHarmsNothing()
    {
        Assert.Equal(("interrupt_reply", "ok"), await TypeAndStatusAsync(Client.Control, "interrupt_request"));
        Assert.Equal("2", await ValueAsync("1 + 1"));
    }

    private async Task<string?> ValueAsync(string code)
    {
        var (_, outputs) = await Client.RunAsync(code);
        return (string?)outputs.Single(message => message.Type == "execute_result").Content["data"]!["text/plain"];
    }

    private async Task<(string Type, string Status)> TypeAndStatusAsync(ClientChannel channel, string request)
    {
        var reply = await Client.AskAsync(channel, request);
        return (reply.Type, reply.Status);
    }

    private async Task AnswerAsync(string id, string line)
    {
        var question = await Client.Stdin.ReadAsync(id, _ => true);
        Assert.Equal(("input_request", "false"), (question.Type, question["password"]));
        await Client.Stdin.SendAsync("input_reply", new() { ["status"] = "ok", ["value"] = line });
    }
}
