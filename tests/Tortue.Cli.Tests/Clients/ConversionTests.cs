using System.Text.RegularExpressions;
using Tortue.Testing;
using Xunit;

namespace Tortue.Cli.Tests.Clients;

/// <summary>A chapter in Jupyter's converter, which executes it too.</summary>
public sealed partial class ConversionTests(JupyterFolders jupyter, Browser browser) : IClassFixture<JupyterFolders>, IClassFixture<Browser>
{
    // The shortest one.
    private const string Converted = "01-init-variance.ipynb";

    [Fact(Timeout = 600_000)]
    public async Task AChapterConvertedToHtmlDrawsItsCharts()
    {
        var python = SystemPython.With("nbconvert", "jupyter-nbconvert");
        var page = Path.Combine(jupyter.Root, "chapter.html");
        await jupyter.RunAsync(
            python, "-m", "nbconvert", "--to", "html", "--execute", Repository.PathOf("notebooks/" + Converted), "--output-dir", jupyter.Root, "--output", "chapter");
        var html = await File.ReadAllTextAsync(page, TestContext.Current.CancellationToken);
        var run = await ChapterRuns.ExecutedAsync(jupyter, Converted);
        var charts = ChapterRuns.Charts(run.Document).Count();
        Assert.Equal(charts, ChartPlace().Count(html));
        Assert.Contains("highlight hl-csharp", html, StringComparison.Ordinal);

        await using var opened = await browser.NewPageAsync();
        opened.Serve(PlotlyAddress().Match(html).Value, NpmModules.Path("plotly-3", "plotly.min.js"));
        await opened.OpenFileAsync(page);
        await opened.Page.WaitForFunctionAsync(
            "count => document.querySelectorAll('.tortue-figure .main-svg').length >= count", charts, new() { Timeout = 60_000 });
    }

    [GeneratedRegex(@"<div id=""tortue-[0-9a-f]+-\d+"" class=""tortue-figure""")]
    private static partial Regex ChartPlace();

    [GeneratedRegex(@"https://[^""\s]*plotly[^""\s]*\.js")]
    private static partial Regex PlotlyAddress();
}
