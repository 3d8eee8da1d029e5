using System.Text.RegularExpressions;
using Tortue.Cli.Tests.Support;
using Tortue.Testing;
using Xunit;

namespace Tortue.Cli.Tests.Clients;

/// <summary>Notebooks in Jupyter's converter: a chapter that has run under nbclient, and a small one that the converter executes.</summary>
public sealed partial class ConversionTests(JupyterFolders jupyter, Browser browser) : IClassFixture<JupyterFolders>, IClassFixture<Browser>
{
    // The shortest one.
    private const string Converted = "01-init-variance.ipynb";

    [Fact(Timeout = 600_000)]
    public async Task AChapterConvertedToHtmlDrawsItsCharts()
    {
        var python = SystemPython.With("nbconvert", "jupyter-nbconvert");
        var run = await ChapterRuns.ExecutedAsync(jupyter, Converted);
        var executed = Path.Combine(jupyter.Root, "chapter.ipynb");
        run.Document.Save(executed);
        var html = await AssertConvertedAsync(python, executed, ChapterRuns.Charts(run.Document).Count());
        Assert.Contains("highlight hl-csharp", html, StringComparison.Ordinal);
    }

    [Fact(Timeout = 300_000)]
    public async Task ANotebookThatTheConverterExecutesDrawsItsCharts()
    {
        var python = SystemPython.With("nbconvert", "jupyter-nbconvert");
        var notebook = Path.Combine(jupyter.Root, "small.ipynb");
        var library = Repository.PathOf("lib/bin/Tortue.dll").Replace('\\', '/');
        await File.WriteAllTextAsync(
            notebook,
            TestCourse.Notebook(
                $"#r \"{library}\"\nusing Tortue.Charts; using Tortue.DepthScaling;",
                "var paths = NormPaths.Run(NormPathsOptions.Quick);\npaths.Figure()",
                "Figure.Titled(\"Squares\").Line([1, 2, 3], [1, 4, 9]).XAxis(\"x\").YAxis(\"x²\")"),
            TestContext.Current.CancellationToken);
        await AssertConvertedAsync(python, notebook, charts: 2, "--execute");
    }

    private async Task<string> AssertConvertedAsync(string python, string notebook, int charts, params string[] options)
    {
        await jupyter.RunAsync(python, ["-m", "nbconvert", "--to", "html", .. options, notebook, "--output-dir", jupyter.Root]);
        var page = Path.ChangeExtension(notebook, ".html");
        var html = await File.ReadAllTextAsync(page, TestContext.Current.CancellationToken);
        Assert.Equal(charts, ChartPlace().Count(html));

        await using var opened = await browser.NewPageAsync();
        opened.Serve(PlotlyAddress().Match(html).Value, NpmModules.Path("plotly-3", "plotly.min.js"));
        await opened.OpenFileAsync(page);
        await opened.Page.WaitForFunctionAsync(
            "count => document.querySelectorAll('.tortue-figure .main-svg').length >= count", charts, new() { Timeout = 60_000 });
        return html;
    }

    [GeneratedRegex(@"<div id=""tortue-[0-9a-f]+-\d+"" class=""tortue-figure""")]
    private static partial Regex ChartPlace();

    [GeneratedRegex(@"https://[^""\s]*plotly[^""\s]*\.js")]
    private static partial Regex PlotlyAddress();
}
