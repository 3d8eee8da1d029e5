using System.Diagnostics;
using System.Globalization;
using Tortue.Cli.Tests.Support;
using Tortue.Testing;
using Xunit;

namespace Tortue.Cli.Tests;

/// <summary>What only a process of its own shows: exit codes, streams, signals, and what it loads.</summary>
public sealed class ExecutableTests : IDisposable
{
    private readonly TestCourse _course = new();

    public void Dispose() => _course.Dispose();

    [Fact]
    public async Task ARunPrintsResultsAndNoCodesOfColour()
    {
        _course.WriteNotebook("notebooks/a.ipynb", "Console.WriteLine(\"printed\"); Console.Error.WriteLine(\"warned\");", "6 * 7");
        var result = await RunAsync("run", "a");
        Assert.Equal(0, result.Code);
        Assert.Equal("printed\n42\n", result.Output.ReplaceLineEndings("\n"));
        Assert.Contains("warned", result.Messages);
        Assert.DoesNotContain('\x1b', result.Output + result.Messages);
    }

    [Fact]
    public async Task AnExportThatFailsExitsWithOneAndWritesTheHandout()
    {
        _course.WriteNotebook("notebooks/a.ipynb", "Console.WriteLine(\"ran before\");", "var zero = 0;\nvar x = 1 / zero;");
        var result = await RunAsync("export");
        Assert.Equal(1, result.Code);
        Assert.Equal(
            "notebooks/a.ipynb, cell 2, line 2: DivideByZeroException: Attempted to divide by zero.", result.MessageLines[^1].Trim());
        Assert.Contains("ran before", _course.Read("handouts/a.html"));
        Assert.DoesNotContain('\x1b', result.Output + result.Messages);
    }

    [Fact]
    public async Task TheFirstCellOfAChapterLoadsTheLibraryAndItsEngine()
    {
        var library = Repository.PathOf("lib/bin/Tortue.dll").Replace('\\', '/');
        _course.WriteNotebook(
            "notebooks/a.ipynb",
            $"#r \"{library}\"\nusing Tortue; using TorchSharp; using static TorchSharp.torch;\nCourse.About()",
            "ones(3).sum().item<float>()");
        var result = await RunAsync("run", "a");
        Assert.Equal(0, result.Code);
        Assert.Contains("Tortue 0.", result.Output);
        Assert.EndsWith("\n3\n", result.Output.ReplaceLineEndings("\n"));
    }

    [Fact]
    public async Task AUsageErrorExitsWithTwo()
    {
        var result = await RunAsync("export", "--outptu", "x");
        Assert.Equal(2, result.Code);
        Assert.Empty(result.Output);
        Assert.Single(result.MessageLines);
    }

    [Theory(Timeout = 120_000)]
    [InlineData("INT")]
    [InlineData("TERM")]
    public async Task ASignalStopsTheRunningCellAndLeavesTheFile(string signal)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows sends Ctrl+C to consoles, not to processes.");
        _course.WriteNotebook("notebooks/a.ipynb", "System.IO.File.WriteAllText(\"started\", \"\");", "while (true) { }");
        var before = _course.Read("notebooks/a.ipynb");
        using var process = Executable.Start(Executable.Folder, _course.Root, "run", "a", "--in-place");
        while (!process.HasExited && !File.Exists(_course.PathOf("notebooks/started")))
            await Task.Delay(20, TestContext.Current.CancellationToken);
        if (signal == "INT" && Executable.IgnoresInterrupts(process))
        {
            process.Kill();
            Assert.Skip("Interrupts are ignored here, as in what a shell starts in the background.");
        }

        using var kill = Process.Start("kill", [$"-{signal}", process.Id.ToString(CultureInfo.InvariantCulture)]);
        var result = await Executable.EndAsync(process);
        Assert.Equal(130, result.Code);
        Assert.Equal("Cancelled while notebooks/a.ipynb ran: nothing was written for it.", result.MessageLines[^1]);
        Assert.Equal(before, _course.Read("notebooks/a.ipynb"));
    }

    [Theory]
    [InlineData("--version")]
    [InlineData("--help")]
    [InlineData("export --help")]
    public async Task HelpAndVersionsNeedNoCompiler(string line)
    {
        // A copy without Roslyn: whatever loads it ends with an exception. Without the list of dependencies nobody misses it at the start.
        var bare = Directory.CreateDirectory(_course.PathOf("bare")).FullName;
        foreach (var file in Directory.EnumerateFiles(Executable.Folder))
        {
            var name = Path.GetFileName(file);
            var isLeftOut = name.StartsWith("Microsoft.", StringComparison.Ordinal)
                || name.EndsWith(".deps.json", StringComparison.Ordinal)
                || name.Contains(".Tests");
            if (!isLeftOut) File.Copy(file, Path.Combine(bare, name));
        }
        var result = await Executable.RunAsync(bare, _course.Root, line.Split(' '));
        Assert.Equal(0, result.Code);
        Assert.Empty(result.Messages);
    }

    private Task<CommandResult> RunAsync(params string[] args) => Executable.RunAsync(Executable.Folder, _course.Root, args);
}
