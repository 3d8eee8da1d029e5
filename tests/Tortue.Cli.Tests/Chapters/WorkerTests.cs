using System.Globalization;
using Tortue.Cli.Tests.Support;
using Xunit;

namespace Tortue.Cli.Tests.Chapters;

/// <summary>Notebooks in processes of their own, as an export runs them.</summary>
public sealed class WorkerTests : IDisposable
{
    private readonly TestCourse _course = new() { StartsWorkers = true, Processors = 4 };

    public void Dispose() => _course.Dispose();

    [Fact]
    public async Task NotebooksRunAtTheSameTimeEachInAProcessOfItsOwn()
    {
        // Each waits until the other runs.
        _course.WriteNotebook("notebooks/a.ipynb", Tell("a"), Await("b"), "$\"{Environment.ProcessorCount} processors\"");
        _course.WriteNotebook("notebooks/b.ipynb", Tell("b"), Await("a"));
        var result = await _course.RunAsync("export", "--jobs", "2");
        Assert.Equal(["Running notebooks/a.ipynb", "Running notebooks/b.ipynb"], WithoutCells(result).Order());
        Assert.Equal(0, result.Code);
        Assert.Contains("2 processors", _course.Read("handouts/a.html"), StringComparison.Ordinal);
        int[] ids = [IdOf("a"), IdOf("b"), Environment.ProcessId];
        Assert.Equal(3, ids.Distinct().Count());
    }

    [Fact]
    public async Task WhateverBecomesOfOneTheOthersGoOn()
    {
        _course.WriteNotebook("notebooks/a.ipynb", "Console.WriteLine(\"ran before\");", "int.Parse(\"no\")");
        _course.WriteNotebook("notebooks/b.ipynb", "1", "Environment.FailFast(\"It is over\")");
        _course.WriteNotebook("notebooks/c.ipynb", "Environment.Exit(0)");
        const string Busy = "new System.Threading.Thread(() => { while (true) { } }).Start();";
        _course.WriteNotebook("notebooks/d.ipynb", "Console.WriteLine(\"to its end\");", Busy);
        var result = await _course.RunAsync("export");
        Assert.Equal(1, result.Code);
        var lines = WithoutCells(result).Where(line => !line.StartsWith("Running ", StringComparison.Ordinal)).ToList();
        Assert.StartsWith("notebooks/a.ipynb, cell 2, line 1: FormatException: The input string 'no'", lines[0], StringComparison.Ordinal);
        Assert.Matches(@"^notebooks/b\.ipynb, cell 2: its process ended with exit code -?\d+ \(.*It is over\)\.$", lines[1]);
        Assert.Equal("notebooks/c.ipynb, cell 1: its process ended with exit code 0.", lines[2]);
        Assert.Equal("3 of 4 notebooks failed: notebooks/a.ipynb, notebooks/b.ipynb, notebooks/c.ipynb", lines[3]);
        Assert.Contains("ran before", _course.Read("handouts/a.html"), StringComparison.Ordinal);
        Assert.False(File.Exists(_course.PathOf("handouts/b.html")));
        Assert.Contains("to its end", _course.Read("handouts/d.html"), StringComparison.Ordinal);
        Assert.Matches(@"(?s)^handouts/a\.html .*handouts/d\.html .*2 pages in ", result.Output);
    }

    [Fact(Timeout = 120_000)]
    public async Task CancellingEndsEveryProcessAndLeavesNoHalfPage()
    {
        foreach (var name in new[] { "a", "b" })
            _course.WriteNotebook($"notebooks/{name}.ipynb", Tell(name), "while (true) { }");
        using var interrupt = new CancellationTokenSource();
        var running = _course.RunAsync("", interrupt.Token, "export", "--jobs", "2");
        while (!running.IsCompleted && !(IsTold("a") && IsTold("b"))) await Task.Delay(20, TestContext.Current.CancellationToken);
        interrupt.Cancel();
        var result = await running;
        Assert.Equal(130, result.Code);
        Assert.Equal("Cancelled while notebooks/a.ipynb, notebooks/b.ipynb ran: nothing was written for them.", result.MessageLines[^1]);
        Assert.Empty(Directory.GetFileSystemEntries(_course.PathOf("handouts")));
        Assert.False(Directory.Exists(_course.Cache));
        await OtherProcess.EndsAsync(IdOf("a"));
        await OtherProcess.EndsAsync(IdOf("b"));
    }

    [Fact(Timeout = 120_000)]
    public async Task AProcessDoesNotOutliveACommandThatIsKilled()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The processes' numbers are told by Unix.");
        _course.WriteNotebook("notebooks/a.ipynb", Tell("a"), "while (true) { }");
        using var process = Executable.Start(Executable.Folder, _course.Root, "export");
        while (!process.HasExited && !IsTold("a")) await Task.Delay(20, TestContext.Current.CancellationToken);
        process.Kill();
        await OtherProcess.EndsAsync(IdOf("a"));
    }

    [Fact]
    public async Task StoredResultsOfAPresetAreOfferedToTheLibraryWhereTheyAreAskedFor()
    {
        _course.Write("data/results/random-labels.standard.json", "{}");
        _course.WriteNotebook(
            "notebooks/a.ipynb",
            """
            var stored = (IReadOnlyDictionary<string, string>)AppContext.GetData("Tortue.Host.StoredResults");
            Console.WriteLine($"{AppContext.GetData("Tortue.Host.Preset")}: {stored?.Values.Select(Path.GetFileName).SingleOrDefault()}");
            """);
        Assert.True(await IsOfferedAsync("--preset", "standard"));
        Assert.False(await IsOfferedAsync());
        Assert.True(await IsOfferedAsync("--preset", "standard"));
        Assert.False(await IsOfferedAsync("--preset", "quick"));

        async Task<bool> IsOfferedAsync(params string[] options)
        {
            Assert.Equal(0, (await _course.RunAsync(["export", .. options])).Code);
            return _course.Read("handouts/a.html").Contains("standard: random-labels.standard.json", StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task WhatIsKeptMakesTheSamePageAsTheRun()
    {
        _course.WriteNotebook(
            "notebooks/a.ipynb",
            "Console.WriteLine(\"half a pair: \\ud800, a bell: \\a\"); Console.Error.WriteLine(\"warned\");",
            "display(new Dictionary<string, object> { [\"π\"] = Math.PI, [\"none\"] = null });",
            "Math.Exp(1)");
        await _course.RunAsync("export");
        var page = _course.Read("handouts/a.html");
        var again = await _course.RunAsync("export");
        Assert.Empty(again.Messages);
        Assert.EndsWith("  cached\n", again.Output.ReplaceLineEndings("\n"), StringComparison.Ordinal);
        Assert.Equal(page, _course.Read("handouts/a.html"));
    }

    // A cell that is slow, as on a busy machine, is mentioned.
    private static IEnumerable<string> WithoutCells(CommandResult result) =>
        result.MessageLines.Where(line => !line.StartsWith("  cell ", StringComparison.Ordinal));

    private string Tell(string name)
    {
        var path = FileOf(name).Replace('\\', '/');
        return $"File.WriteAllText(\"{path}.new\", Environment.ProcessId.ToString());\nFile.Move(\"{path}.new\", \"{path}\");";
    }

    private string Await(string name) => $"while (!File.Exists(\"{FileOf(name).Replace('\\', '/')}\")) await Task.Delay(10);";

    private string FileOf(string name) => _course.PathOf(name + ".pid");

    private bool IsTold(string name) => File.Exists(FileOf(name));

    private int IdOf(string name) => int.Parse(File.ReadAllText(FileOf(name)), CultureInfo.InvariantCulture);
}
