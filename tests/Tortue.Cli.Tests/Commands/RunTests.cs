using System.Text.Json.Nodes;
using Tortue.Cli.Tests.Support;
using Xunit;

namespace Tortue.Cli.Tests.Commands;

public sealed class RunTests : IDisposable
{
    private readonly TestCourse _course = new();

    public void Dispose() => _course.Dispose();

    [Fact]
    public async Task OutputsGoToStandardOutputAndTheirPlacesToStandardError()
    {
        _course.WriteNotebook("notebooks/a.ipynb", "one", "nothing", "two");
        _course.Engine = new FakeEngine
        {
            Prints = false,
            Cell = (cell, _) =>
            {
                JsonNode[] outputs = cell.Source switch
                {
                    "one" => [FakeEngine.Stream("printed"), FakeEngine.Stream("warned", "stderr")],
                    "two" => [Result("""{"text/html": "<b>4</b>", "text/plain": "4"}"""), Result("""{"image/png": "AAAA"}""")],
                    _ => [],
                };
                foreach (var output in outputs) cell.Outputs.Add(output);
                return FakeEngine.Succeeded;
            },
        };
        var before = _course.Read("notebooks/a.ipynb");

        var result = await _course.RunAsync("run", "a");

        Assert.Equal(0, result.Code);
        Assert.Equal("printed\n4\n[image/png, 4 B]\n", result.Output.ReplaceLineEndings("\n"));
        Assert.Equal(
            ["Running notebooks/a.ipynb", "── cell 1 of 3, Heading 1", "warned", "── cell 3 of 3, Heading 3"], result.MessageLines);
        Assert.Equal(before, _course.Read("notebooks/a.ipynb"));
    }

    [Fact]
    public async Task InPlaceSavesTheOutputsInTheNotebook()
    {
        _course.WriteNotebook("notebooks/a.ipynb", "one");
        var result = await _course.RunAsync("run", "a", "--in-place");
        Assert.Equal(0, result.Code);
        Assert.Equal("notebooks/a.ipynb  2.5 s\n", result.Output.ReplaceLineEndings("\n"));
        Assert.Contains("\"one\\n\"", _course.Read("notebooks/a.ipynb"));
        Assert.Single(Directory.GetFiles(_course.PathOf("notebooks")));
    }

    [Fact]
    public async Task OutputSavesACopy()
    {
        _course.WriteNotebook("notebooks/a.ipynb", "one");
        var before = _course.Read("notebooks/a.ipynb");
        var result = await _course.RunAsync("run", "notebooks/a.ipynb", "-o", "executed.ipynb");
        Assert.Equal(0, result.Code);
        Assert.Equal(before, _course.Read("notebooks/a.ipynb"));
        Assert.Contains("\"one\\n\"", _course.Read("executed.ipynb"));
    }

    [Fact]
    public async Task AFailureIsNamedAndWhatRanBeforeIsPrinted()
    {
        _course.WriteNotebook("notebooks/a.ipynb", "one", "fail", "two");
        _course.Engine = FakeEngine.FailingOn("fail");
        var result = await _course.RunAsync("run", "a");
        Assert.Equal(1, result.Code);
        Assert.Equal("one\n", result.Output.ReplaceLineEndings("\n"));
        Assert.Equal("notebooks/a.ipynb, cell 2, line 3: DivideByZeroException: Attempted to divide by zero.", result.MessageLines[^1]);
    }

    [Fact]
    public async Task AFailureInPlaceKeepsTheOutputsUpToIt()
    {
        _course.WriteNotebook("notebooks/a.ipynb", "one", "fail", "two");
        _course.Engine = FakeEngine.FailingOn("fail");
        Assert.Equal(1, (await _course.RunAsync("run", "a", "--in-place")).Code);
        var text = _course.Read("notebooks/a.ipynb");
        Assert.Contains("\"one\\n\"", text);
        Assert.DoesNotContain("\"two\\n\"", text);
    }

    [Fact]
    public async Task AWriteThatFailsLeavesTheOldFile()
    {
        // 250 letters: the file itself can be there, the one that is written to its side cannot.
        var name = new string('n', 244) + ".ipynb";
        _course.WriteNotebook(name, "one");
        var before = _course.Read(name);
        var result = await _course.RunAsync("run", name, "--in-place");
        Assert.Equal(1, result.Code);
        Assert.StartsWith($"Cannot write {name}: ", result.MessageLines[^1]);
        Assert.Equal(before, _course.Read(name));
        Assert.Equal([_course.PathOf("global.json"), _course.PathOf(name)], Directory.GetFiles(_course.Root).Order());
    }

    [Fact]
    public async Task CancellingLeavesTheNotebookAsItWas()
    {
        _course.WriteNotebook("notebooks/a.ipynb", "quick", "slow");
        var before = _course.Read("notebooks/a.ipynb");
        using var interrupt = new CancellationTokenSource();
        _course.Engine = FakeEngine.WaitingOn("slow", interrupt);
        var result = await _course.RunAsync("", interrupt.Token, "run", "a", "--in-place");
        Assert.Equal(130, result.Code);
        Assert.Equal("Cancelled while notebooks/a.ipynb ran: nothing was written for it.", result.MessageLines[^1]);
        Assert.Equal(before, _course.Read("notebooks/a.ipynb"));
    }

    [Theory]
    [InlineData("--in-place")]
    [InlineData("--output=notebooks/a.ipynb")]
    public async Task WhatAnEditorSavesDuringARunStaysAndTheOutputsGoBeside(string option)
    {
        _course.WriteNotebook("notebooks/a.ipynb", "one", "two");
        _course.Write("notebooks/a.executed.ipynb", "an older one");
        var edited = TestCourse.Notebook("one", "a new answer");
        _course.Engine = new FakeEngine
        {
            Cell = (cell, _) =>
            {
                if (cell.Source == "two") _course.Write("notebooks/a.ipynb", edited);
                return FakeEngine.Succeeded;
            },
        };
        var result = await _course.RunAsync("run", "a", option);
        Assert.Equal(1, result.Code);
        Assert.Equal(
            "notebooks/a.ipynb was changed while it ran: it stays as it is now, and the version with outputs is notebooks/a.executed-2.ipynb.",
            result.MessageLines[^1]);
        Assert.Equal(edited, _course.Read("notebooks/a.ipynb"));
        Assert.Contains("\"two\\n\"", _course.Read("notebooks/a.executed-2.ipynb"));
        Assert.Equal("an older one", _course.Read("notebooks/a.executed.ipynb"));
    }

    [Fact]
    public async Task SavingTheSameAgainDuringARunIsNoChange()
    {
        _course.WriteNotebook("notebooks/a.ipynb", "one");
        _course.Engine = new FakeEngine
        {
            Cell = (_, _) =>
            {
                _course.WriteNotebook("notebooks/a.ipynb", "one");
                return FakeEngine.Succeeded;
            },
        };
        Assert.Equal(0, (await _course.RunAsync("run", "a", "--in-place")).Code);
        Assert.Contains("\"one\\n\"", _course.Read("notebooks/a.ipynb"));
    }

    [Fact]
    public async Task ANotebookThatIsGoneAfterTheRunIsNotMadeAgain()
    {
        _course.WriteNotebook("notebooks/a.ipynb", "one");
        _course.Engine = new FakeEngine
        {
            Cell = (_, _) =>
            {
                File.Delete(_course.PathOf("notebooks/a.ipynb"));
                return FakeEngine.Succeeded;
            },
        };
        Assert.Equal(1, (await _course.RunAsync("run", "a", "--in-place")).Code);
        Assert.Equal([_course.PathOf("notebooks/a.executed.ipynb")], Directory.GetFiles(_course.PathOf("notebooks")));
    }

    [Fact]
    public async Task AReadOnlyNotebookIsRefusedBeforeTheRun()
    {
        var path = _course.WriteNotebook("notebooks/a.ipynb", "one");
        File.SetAttributes(path, FileAttributes.ReadOnly);
        var result = await _course.RunAsync("run", "a", "--in-place");
        Assert.Equal(1, result.Code);
        Assert.Equal(
            "Cannot write notebooks/a.ipynb, which is read-only: make it writable, or save elsewhere with --output.", Assert.Single(result.MessageLines));
        Assert.Empty(((FakeEngine)_course.Engine).Folders);
        File.SetAttributes(path, FileAttributes.Normal);
    }

    [Theory]
    [InlineData("notebooks", "Cannot write notebooks, which is a folder: name a file for --output.")]
    [InlineData("missing/b.ipynb", "Cannot write missing/b.ipynb: there is no folder *. Create it first.")]
    public async Task ATargetThatCannotBeIsRefusedBeforeTheRun(string target, string sentence)
    {
        _course.WriteNotebook("notebooks/a.ipynb", "one");
        var result = await _course.RunAsync("run", "a", "--output", target);
        Assert.Equal(1, result.Code);
        Assert.Equal(sentence.Replace("*", _course.PathOf("missing")), Assert.Single(result.MessageLines));
        Assert.Empty(((FakeEngine)_course.Engine).Folders);
    }

    [Fact]
    public async Task AFolderThatRefusesNewFilesIsFoundOutBeforeTheRun()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Needs a folder that refuses even the administrator.");
        _course.WriteNotebook("notebooks/a.ipynb", "one");
        var result = await _course.RunAsync("run", "a", "--output", "/proc/a.ipynb");
        Assert.Equal(1, result.Code);
        Assert.StartsWith("Cannot write /proc/a.ipynb: the folder /proc refuses new files (", Assert.Single(result.MessageLines));
        Assert.Empty(((FakeEngine)_course.Engine).Folders);
    }

    private static JsonObject Result(string data) => new() { ["output_type"] = "execute_result", ["data"] = JsonNode.Parse(data) };
}
