using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Tortue.Notebooks.Documents;
using Tortue.Testing;
using Xunit;

namespace Tortue.Cli.Tests.Clients;

/// <summary>Every notebook of the course in Jupyter's executor and converter, by the kernel that it names.</summary>
public sealed partial class ChapterTests(JupyterFolders jupyter, Browser browser, ITestOutputHelper output)
    : IClassFixture<JupyterFolders>, IClassFixture<Browser>
{
    private const string Plotly = "application/vnd.plotly.v1+json";

    // The shortest one.
    private const string Converted = "01-init-variance.ipynb";

    private static readonly ConcurrentDictionary<string, Task<Executed>> Runs = new();

    public static TheoryData<string> Chapters =>
        [.. Directory.GetFiles(Repository.PathOf("notebooks"), "*.ipynb", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
            .Select(path => Path.GetRelativePath(Repository.PathOf("notebooks"), path))];

    [Theory(Timeout = 600_000)]
    [MemberData(nameof(Chapters))]
    public async Task AChapterRunsUnderNbclientWithItsCharts(string name)
    {
        var run = await ExecutedAsync(name);
        output.WriteLine($"{name}: {run.Seconds:F1} s");
        // nbclient writes the language as the kernel tells it, and the file already says so.
        Assert.True(run.LeavesMetadata);
        foreach (var cell in run.Document.Cells.Where(cell => cell.Kind == CellKind.Code))
        {
            Assert.NotNull(cell.ExecutionCount);
            Assert.DoesNotContain(cell.Outputs, one => (string?)one!["output_type"] == "error");
            if (LastLineIsAFigure().IsMatch(cell.Source.TrimEnd()))
                Assert.True(Executed.Bundles(cell).Any(bundle => bundle.ContainsKey(Plotly)), $"{cell.Id} shows no chart.");
            foreach (var bundle in Executed.Bundles(cell).Where(IsChart))
            {
                Assert.NotEmpty(bundle[Plotly]!["data"]!.AsArray());
                Assert.NotNull(bundle[Plotly]!["layout"]!["meta"]!["alt"]);
                Assert.NotEmpty(Executed.Text(bundle, "text/plain")!);
            }
        }

        Assert.NotEmpty(Charts(run.Document));
    }

    [Fact(Timeout = 600_000)]
    public async Task AChapterConvertedToHtmlDrawsItsCharts()
    {
        var python = SystemPython.With("nbconvert", "jupyter-nbconvert");
        var page = Path.Combine(jupyter.Root, "chapter.html");
        await jupyter.RunAsync(
            python, "-m", "nbconvert", "--to", "html", "--execute", Repository.PathOf("notebooks/" + Converted), "--output-dir", jupyter.Root, "--output", "chapter");
        var html = await File.ReadAllTextAsync(page, TestContext.Current.CancellationToken);
        var run = await ExecutedAsync(Converted);
        var charts = Charts(run.Document).Count();
        Assert.Equal(charts, ChartPlace().Count(html));
        Assert.Contains("highlight hl-csharp", html, StringComparison.Ordinal);

        await using var opened = await browser.NewPageAsync();
        opened.Serve(PlotlyAddress().Match(html).Value, NpmModules.Path("plotly-3", "plotly.min.js"));
        await opened.OpenFileAsync(page);
        await opened.Page.WaitForFunctionAsync(
            "count => document.querySelectorAll('.tortue-figure .main-svg').length >= count", charts, new() { Timeout = 60_000 });
    }

    private static bool IsChart(JsonObject bundle) =>
        bundle.ContainsKey(Plotly) || Executed.Text(bundle, "text/html")?.Contains("class=\"tortue-figure\"", StringComparison.Ordinal) == true;

    private static IEnumerable<JsonObject> Charts(NotebookDocument document) => document.Cells.SelectMany(Executed.Bundles).Where(IsChart);

    // Once for all tests: a chapter takes its time.
    private Task<Executed> ExecutedAsync(string name) => Runs.GetOrAdd(name, _ => ExecuteAsync(name));

    private async Task<Executed> ExecuteAsync(string name)
    {
        var python = SystemPython.With("nbclient", "python3-nbclient");
        var executed = Path.Combine(jupyter.Root, name);
        var line = await jupyter.RunAsync(
            python, Path.Combine(JupyterFolders.Scripts, "run_notebook.py"), Repository.PathOf("notebooks/" + name), executed);
        var facts = JsonNode.Parse(line)!;
        return new((double)facts["seconds"]!, (bool)facts["leavesMetadata"]!) { Document = NotebookDocument.Load(executed) };
    }

    [GeneratedRegex(@"\.Figure\([^;]*\)\z")]
    private static partial Regex LastLineIsAFigure();

    [GeneratedRegex(@"<div id=""tortue-[0-9a-f]+-\d+"" class=""tortue-figure""")]
    private static partial Regex ChartPlace();

    [GeneratedRegex(@"https://[^""\s]*plotly[^""\s]*\.js")]
    private static partial Regex PlotlyAddress();
}
