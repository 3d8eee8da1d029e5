using Xunit;

namespace Tortue.Notebooks.Tests.Scripting;

public sealed class OutputTests : IDisposable
{
    private readonly SessionFixture _session = new();

    public void Dispose() => _session.Dispose();

    [Fact]
    public async Task TextAndDisplaysComeInOrder()
    {
        await _session.Value("""
            Console.Write("a");
            display(1);
            Console.Error.WriteLine("b");
            var handle = "x".Display();
            Console.WriteLine($"{1.5} {2}");
            handle.Update("y");
            Console.Write('c');
            """);
        Assert.Equal(["stdout:a", "display:1", "stderr:b\n", "display:x", "stdout:1.5 2\n", "update:y", "stdout:c"], _session.Sink.Events);
    }

    [Fact]
    public async Task TextComesWhileTheCellRuns()
    {
        var running = _session.Run("Console.Write(\"ready\");\nwhile (AppContext.GetData(\"Tortue.Test.Seen\") is null) { }");
        await _session.Sink.WhenWritten("ready");
        AppContext.SetData("Tortue.Test.Seen", true);
        Assert.True((await running).Succeeded);
    }

    [Fact]
    public async Task ThreadsAndTasksOfACellWriteToItsOutput()
    {
        await _session.Value("""
            using System.Threading;
            var thread = new Thread(() => Console.Write("thread "));
            thread.Start();
            thread.Join();
            await Task.Run(() => Console.Write("task "));
            Parallel.For(0, 8, _ => Console.Write("."));
            """);
        Assert.Equal("thread task ........", _session.Sink.Text);
    }

    [Fact]
    public async Task WhatOthersWriteIsNotTheCells()
    {
        var running = _session.Run("Console.Write(\"ready\");\nwhile (AppContext.GetData(\"Tortue.Test.Wrote\") is null) { }");
        await _session.Sink.WhenWritten("ready");
        await Console.Out.WriteLineAsync("written beside a cell");
        await Console.Out.FlushAsync(TestContext.Current.CancellationToken);
        AppContext.SetData("Tortue.Test.Wrote", true);
        await running;
        Assert.Equal("ready", _session.Sink.Text);
    }

    [Fact]
    public async Task TwoSessionsKeepTheirOutputsApart()
    {
        using var other = new SessionFixture();
        var results = await Task.WhenAll(
            _session.Run("for (var i = 0; i < 20; i++) { Console.Write(\"a\"); await Task.Yield(); }"),
            other.Run("for (var i = 0; i < 20; i++) { Console.Write(\"b\"); await Task.Yield(); }"));
        Assert.All(results, result => Assert.True(result.Succeeded));
        Assert.Equal(new string('a', 20), _session.Sink.Text);
        Assert.Equal(new string('b', 20), other.Sink.Text);
    }

    [Fact]
    public async Task DisplayTakesMimeTypes()
    {
        await _session.Value("display(\"**x**\", \"text/markdown\");\ndisplay(HTML(\"<b>x</b>\"));\n\"<i>\".DisplayAs(\"text/html\");");
        Assert.Equal(["text/markdown"], _session.Sink.Bundles[0].Keys);
        Assert.Equal("<b>x</b>", _session.Sink.Bundles[1]["text/html"]);
        Assert.Equal("<i>", _session.Sink.Bundles[2]["text/html"]);
        await _session.Value("display(new { A = 1 }, \"application/json\");");
        Assert.Equal("{\"A\":1}", _session.Sink.Bundles[0]["application/json"]);
    }

    [Fact]
    public async Task TheSlotOfTheContractShowsBundles()
    {
        await _session.Value("""
            var show = (Action<string, IReadOnlyDictionary<string, string>, bool>)AppContext.GetData("Tortue.Host.Display");
            show("id", new Dictionary<string, string> { ["text/plain"] = "0 %" }, false);
            show("id", new Dictionary<string, string> { ["text/plain"] = "100 %" }, true);
            """);
        Assert.Equal(["display:0 %", "update:100 %"], _session.Sink.Events);
    }

    [Fact]
    public async Task TextBeforeAnExceptionIsKept()
    {
        await _session.Error("Console.Write(\"kept\");\nthrow new Exception();");
        Assert.Equal("kept", _session.Sink.Text);
    }
}
