using System.Text.Json.Nodes;
using Xunit;

namespace Tortue.Notebooks.Tests.Jupyter;

/// <summary>Questions to the user and outputs that are taken back, over the wire.</summary>
public sealed class KernelInputTests(RunningKernel kernel) : KernelTests(kernel)
{
    [Theory]
    [InlineData("await GetInputAsync(\"Your name\")", "Your name", "false", "Ada")]
    [InlineData("await GetInputAsync()", "", "false", "Ada")]
    [InlineData("(await GetPasswordAsync(\"Secret\")).GetClearTextPassword()", "Secret", "true", "Ada")]
    [InlineData("Console.WriteLine(\"Hello\");\nConsole.Write(\"Your \");\nConsole.Write(\"name: \");\nConsole.ReadLine()", "Your name: ", "false", "Ada")]
    [InlineData("Console.WriteLine(\"Hello\");\n$\"{(char)Console.Read()}{Console.ReadLine()}\"", "", "false", "Ada")]
    [InlineData("Console.ReadKey().Key", "", "false", "A")]
    public async Task AQuestionHasItsWords(string code, string prompt, string isPassword, string value)
    {
        var id = await Client.StartAsync(code);
        var question = await Client.Stdin.ReadAsync(id, _ => true);
        Assert.Equal(("input_request", prompt, isPassword), (question.Type, question["prompt"], question["password"]));
        await AnswerAsync("Ada");

        Assert.Equal("ok", (await Client.ReplyAsync(id)).Status);
        var result = (await Client.PublishedAsync(id)).Single(message => message.Type == "execute_result");
        Assert.Equal(value, (string?)result.Content["data"]!["text/plain"]);
    }

    [Fact]
    public async Task AnAnswerThatNobodyAskedForIsDropped()
    {
        await AnswerAsync("too early");
        Kernel.WaitForLog("An answer was dropped");
        var id = await Client.StartAsync("Console.ReadLine()");
        await Client.Stdin.ReadAsync(id, _ => true);
        using var other = await KernelClient.ConnectAsync(Kernel.Connection);
        await other.Stdin.SendAsync("input_reply", new() { ["value"] = "from somebody else" });
        Kernel.WaitForLog("An answer was dropped");
        await Client.Stdin.SendAsync("something_else", new() { ["value"] = "of another kind" });
        Kernel.WaitForLog("An answer was dropped");
        await AnswerAsync("in time");
        await AnswerAsync("twice");
        Kernel.WaitForLog("An answer was dropped");

        await Client.ReplyAsync(id);
        var result = (await Client.PublishedAsync(id)).Single(message => message.Type == "execute_result");
        Assert.Equal("in time", (string?)result.Content["data"]!["text/plain"]);
    }

    [Theory]
    [InlineData("await GetInputAsync(\"?\")")]
    [InlineData("await GetPasswordAsync(\"?\")")]
    [InlineData("Console.ReadKey()")]
    public async Task AnInterruptEndsAQuestionAndTheNextIsAskedAnew(string code)
    {
        var id = await Client.StartAsync(code);
        await Client.Stdin.ReadAsync(id, _ => true);
        await Client.AskAsync(Client.Control, "interrupt_request");
        Assert.Equal("Interrupted", (await Client.ReplyAsync(id))["ename"]);
        await AnswerAsync("late");
        Kernel.WaitForLog("An answer was dropped");

        id = await Client.StartAsync("await GetInputAsync(\"again\")");
        await Client.Stdin.ReadAsync(id, message => message["prompt"] == "again");
        await AnswerAsync("now");
        Assert.Equal("ok", (await Client.ReplyAsync(id)).Status);
    }

    [Fact]
    public async Task QuestionsOfSeveralTasksAreAskedInTurn()
    {
        var id = await Client.StartAsync("string.Join(\" \", await Task.WhenAll(GetInputAsync(\"first\"), GetInputAsync(\"second\")))");
        foreach (var prompt in new[] { "first", "second" })
        {
            await Client.Stdin.ReadAsync(id, message => message["prompt"] == prompt);
            await AnswerAsync(prompt);
        }

        await Client.ReplyAsync(id);
        var result = (await Client.PublishedAsync(id)).Single(message => message.Type == "execute_result");
        Assert.Equal("first second", (string?)result.Content["data"]!["text/plain"]);
    }

    [Theory]
    [InlineData("await GetInputAsync()")]
    [InlineData("Console.ReadKey()")]
    public async Task AClientThatCannotBeAskedIsToldWhatToDo(string code)
    {
        var (reply, _) = await Client.RunAsync(code, content => content["allow_stdin"] = false);
        Assert.Equal(("error", "InvalidOperationException"), (reply.Status, reply["ename"]));
        Assert.Contains("nobody to answer: run it in VS Code", reply["evalue"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task OutputsAreTakenBackInOrder()
    {
        var (_, outputs) = await Client.RunAsync("""
            Console.Write("a");
            ClearOutput(wait: true);
            Console.Error.Write("b");
            Console.Clear();
            Console.ForegroundColor = ConsoleColor.Green;
            Console.Write("c");
            """);
        Assert.Equal(
            ["execute_input", "stream a", "clear_output true", "stream b", "clear_output false", "stream \e[92mc"],
            outputs.Select(message => message.Type switch
            {
                "stream" => $"stream {message["text"]}",
                "clear_output" => $"clear_output {message["wait"]}",
                _ => message.Type,
            }));
    }

    private Task AnswerAsync(string value) => Client.Stdin.SendAsync("input_reply", new JsonObject { ["status"] = "ok", ["value"] = value });
}
