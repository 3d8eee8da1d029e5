using Tortue.Charts;
using Tortue.Testing;
using Xunit;

namespace Tortue.Cli.Tests.Clients;

/// <summary>A chapter in Jupyter Notebook, in a browser, from its first cell to an exercise.</summary>
public sealed class NotebookServerTests(JupyterFolders jupyter, Browser browser) : IClassFixture<JupyterFolders>, IClassFixture<Browser>
{
    // Where pictures of the page are kept, for who wants to look at them.
    private const string PicturesVariable = "TORTUE_PICTURES";
    private const string Chapter = "06-alpha-scaling.ipynb";

    [Fact(Timeout = 300_000)]
    public async Task AChapterIsRunDrawnInterruptedAndAnswered()
    {
        var python = SystemPython.With("notebook", "jupyter-notebook");
        await using var opened = await browser.NewPageAsync(1200, 900);
        using var server = await NotebookServer.StartAsync(jupyter, python, Chapter);
        opened.Allow(server.Address);
        opened.Serve(PlotlySource.Cdn.Address!, NpmModules.Path("plotly-3", "plotly.min.js"));
        await opened.Page.GotoAsync(new Uri(server.Address, $"notebooks/notebooks/{Chapter}").AbsoluteUri);
        var notebook = new NotebookPage(opened.Page);
        await notebook.WaitForKernelAsync("tortue");

        // The first cells, and a chart.
        Assert.Contains("Tortue", await notebook.RunToEndAsync(await notebook.SelectAsync("setup")), StringComparison.Ordinal);
        var figure = await notebook.SelectAsync("paths");
        await notebook.RunToEndAsync(figure);
        await notebook.Cell(figure).Locator(".tortue-figure .scatterlayer .trace path").First.WaitForAsync();
        await KeepAsync(opened, "chart");

        // A loop without an end, and what was before it.
        var loop = await notebook.AddAsync("var rounds = 7;\nwhile (true) { }");
        await notebook.RunAsync(loop);
        await notebook.WaitForBusyAsync();
        await notebook.InterruptAsync();
        await notebook.EndAsync(loop);
        Assert.Equal(1, await notebook.Cell(loop).Locator(".output_error").CountAsync());
        await KeepAsync(opened, "interrupted");
        await notebook.SelectAsync("paths");
        Assert.EndsWith("3", (await notebook.RunToEndAsync(await notebook.AddAsync("paths.Figure() is null ? 0 : 3"))).Trim(), StringComparison.Ordinal);

        // An exercise: untouched, wrong for a known reason, right.
        var exercise = await notebook.SelectAsync("ex3-answer");
        var starter = await notebook.CodeAsync(exercise);
        Assert.Contains("(____, ____)", starter, StringComparison.Ordinal);
        var untouched = await notebook.RunToEndAsync(exercise);
        var wrong = await AnswerAsync("(0.5, Math.E)");
        var right = await AnswerAsync("(0.5, Math.E - 1)");
        Assert.Equal(3, new[] { untouched, wrong, right }.Distinct().Count());
        Assert.Contains("Not attempted", untouched, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("Correct", right, StringComparison.Ordinal);
        Assert.DoesNotContain("Correct", wrong, StringComparison.Ordinal);
        await KeepAsync(opened, "exercise");

        async Task<string> AnswerAsync(string answer)
        {
            await notebook.TypeAsync(exercise, starter.Replace("(____, ____)", answer, StringComparison.Ordinal));
            return await notebook.RunToEndAsync(exercise);
        }
    }

    private static async Task KeepAsync(BrowserPage opened, string name)
    {
        if (Environment.GetEnvironmentVariable(PicturesVariable) is { Length: > 0 } folder)
            await opened.Page.ScreenshotAsync(new() { Path = Path.Combine(folder, name + ".png") });
    }
}
