using System.Text;
using Tortue.Cli.Commands;
using Tortue.Cli.Errors;
using Tortue.Cli.Running;
using Tortue.Cli.Tests.Support;
using Tortue.Notebooks.Scripting;
using Tortue.Testing;
using Xunit;

namespace Tortue.Cli.Tests.Demo;

/// <summary>A course with the built library, prepared by processes of its own: who then uses the results, and who does not.</summary>
[Collection(nameof(OneGenerator))]
public sealed class PreparedCourseTests : IDisposable
{
    private const string Head = """
        #r "../lib/bin/Tortue.dll"
        using Tortue; using Tortue.DepthScaling;
        Course.About()
        """;

    private const string Experiment = """
        var paths = NormPaths.Run(new() { Networks = 2, Network = new() { Width = 4, Depth = 10 } });
        paths.Paths.Count
        """;

    private const string FromCache = "From the result cache: measured on ";

    private readonly TestCourse _course = new() { StartsWorkers = true, Engine = new NotebookEngine() };

    public PreparedCourseTests()
    {
        Directory.CreateDirectory(_course.PathOf("lib/bin"));
        foreach (var file in Directory.EnumerateFiles(Repository.PathOf("lib/bin")))
            File.Copy(file, _course.PathOf("lib/bin/" + Path.GetFileName(file)));
        _course.WriteNotebook("notebooks/chapter.ipynb", Head, Experiment);
    }

    public void Dispose() => _course.Dispose();

    [Fact]
    public async Task Runs_and_kernels_use_the_results_and_say_so_until_they_are_cleared()
    {
        Assert.DoesNotContain(FromCache, (await _course.RunAsync("run", "chapter")).Output);

        var demo = await _course.RunAsync("demo", "chapter", "--no-watch");
        Assert.Equal((ExitCode.Success, ""), (demo.Code, demo.Code == 0 ? "" : demo.Messages));
        Assert.Contains("Results kept for this course: 1.", demo.Output);

        var run = await _course.RunAsync("run", "chapter");
        Assert.Contains(FromCache, run.Output);
        Assert.Contains("result cache  1 result, prepared on ", run.Output);
        Assert.Contains(FromCache, await KernelAsync());

        // A page that is handed out is of a run of its own.
        var export = await _course.RunAsync("export", "chapter");
        Assert.Equal(ExitCode.Success, export.Code);
        Assert.DoesNotContain("tortue-note\">From", _course.Read("handouts/chapter.html"));

        var cleared = await _course.RunAsync("demo", "--clear");
        Assert.Equal($"Removed from the result cache: 1.{Environment.NewLine}", cleared.Output);
        Assert.DoesNotContain(FromCache, (await _course.RunAsync("run", "chapter")).Output);
        Assert.DoesNotContain(FromCache, await KernelAsync());
    }

    [Theory]
    [InlineData("standard", "standard")]
    [InlineData("Quick", null)]
    public void AKernelShowsTheStoredResultsOfThePresetThatTheVariableNames(string value, string? preset)
    {
        _course.Environment[KernelRunCommand.PresetVariable] = value;

        var results = KernelRunCommand.Session(_course.Services("notebooks", TextWriter.Null, TextWriter.Null)).Results;

        Assert.Equal(preset, results.Preset);
        Assert.Null(results.Cache);
    }

    [Fact]
    public void APresetThatThereIsNotIsRefused()
    {
        _course.Environment[KernelRunCommand.PresetVariable] = "large";

        var refused = Assert.Throws<CommandException>(() => KernelRunCommand.Session(_course.Services("notebooks", TextWriter.Null, TextWriter.Null)));

        Assert.Equal(
            "TORTUE_PRESET takes quick or standard, not 'large': set it to one of them, or remove it, and start the kernel again.", refused.Message);
    }

    // As the kernel is started: in the notebook's folder.
    private async Task<string> KernelAsync()
    {
        var services = _course.Services("notebooks", TextWriter.Null, TextWriter.Null);
        var session = new CSharpSession(KernelRunCommand.Session(services));
        var sink = new TextSink();
        foreach (var source in new[] { Head, Experiment })
        {
            var result = await session.RunAsync(source, "cell", sink, Timeout.InfiniteTimeSpan, TestContext.Current.CancellationToken);
            Assert.Null(result.Error?.Message);
        }

        return sink.ToString();
    }

    /// <summary>The plain text of what cells show.</summary>
    private sealed class TextSink : IOutputSink
    {
        private readonly StringBuilder _text = new();

        public void OnStream(string name, string text)
        {
        }

        public void OnDisplay(string? displayId, IReadOnlyDictionary<string, string> bundle, bool isUpdate) =>
            _text.AppendLine(bundle.GetValueOrDefault("text/plain"));

        public void OnClear(bool wait)
        {
        }

        public override string ToString() => _text.ToString();
    }
}
