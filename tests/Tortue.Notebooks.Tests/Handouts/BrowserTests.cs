using Tortue.Notebooks.Documents;
using Tortue.Notebooks.Handouts;
using Tortue.Notebooks.Handouts.Assets;
using Tortue.Notebooks.Handouts.Outputs;
using Tortue.Notebooks.Running;
using Tortue.Testing;
using Xunit;
using Xunit.Sdk;

namespace Tortue.Notebooks.Tests.Handouts;

public sealed class BrowserTests(Browser browser) : IClassFixture<Browser>, IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("tortue-handout-");

    [Fact]
    public async Task TheSampleIsCompleteWithoutANetwork()
    {
        SkipWithoutAssets();
        await HandoutInBrowser.AssertCompleteAsync(browser, Write(AssetLibrary.Embedded));
    }

    [Fact]
    public async Task TheLibrarysFiguresAreDrawnAsACellLeavesThem()
    {
        SkipWithoutAssets();
        var notebook = NotebookDocument.Load(Handout.FiguresPath);
        var run = await new NotebookRunner(new NotebookRunnerOptions()).RunAsync(
            notebook, Path.GetDirectoryName(Handout.FiguresPath)!, progress: null, TestContext.Current.CancellationToken);
        Assert.Null(run.Failure);
        var path = Path.Combine(_folder.FullName, "figures.html");
        new HandoutExporter(new HandoutOptions()).Write(notebook, path);
        await HandoutInBrowser.AssertCompleteAsync(browser, path);
        Assert.Equal(5, Handout.Parse(File.ReadAllText(path)).QuerySelectorAll("figure.chart").Length);
    }

    [Fact]
    public async Task TheSmallBuildDrawsTheTracesThatItIsTakenFor()
    {
        SkipWithoutAssets();
        await using var page = await browser.NewPageAsync();
        await page.Page.AddScriptTagAsync(new() { Path = Extract("plotly/plotly-cartesian.min.js") });
        var known = await page.Page.EvaluateAsync<string[]>("Object.keys(Plotly.PlotSchema.get().traces)");
        Assert.Equal(PlotlyBundle.Cartesian.Order(StringComparer.Ordinal), known.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task WithoutEmbeddedScriptsThePageDrawsFromTheCdn()
    {
        SkipWithoutAssets();
        await using var page = await browser.NewPageAsync();
        foreach (var asset in AssetLibrary.All)
            page.Serve(asset.Url, Extract(asset.File));
        await page.OpenFileAsync(Write(AssetLibrary.Missing));
        await HandoutInBrowser.AssertChartsAsync(page.Page);
        Assert.Equal(0, await page.Page.Locator(".katex-error").CountAsync());
        Assert.NotEqual(0, await page.Page.Locator("[data-tex] .katex-html").CountAsync());
        // KaTeX's own style sheet asks for its fonts beside itself; nothing else comes from outside.
        Assert.All(
            page.OutsideRequests.Except(AssetLibrary.All.Select(asset => asset.Url)),
            address => Assert.Matches(@"/npm/katex@[\d.]+/dist/fonts/KaTeX_[\w-]+\.(woff2?|ttf)$", address));
    }

    [Fact]
    public async Task WithoutEmbeddedScriptsAndWithoutANetworkThePageSaysWhatIsMissing()
    {
        await using var page = await browser.NewPageAsync();
        await page.OpenFileAsync(Write(AssetLibrary.Missing));
        Assert.Contains("could not be drawn: 4", await page.Page.Locator(".banner").First.InnerTextAsync(), StringComparison.Ordinal);
        Assert.Contains("β = ½", await page.Page.Locator(".plot").First.InnerTextAsync(), StringComparison.Ordinal);
        Assert.Contains("h_{k+1}", await page.Page.Locator(".math-display").First.InnerTextAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task AFormulaThatCannotBeTypesetIsCountedAndStaysVisible()
    {
        SkipWithoutAssets();
        await using var page = await browser.NewPageAsync();
        var notebook = Handout.Notebook(Handout.Text(@"Good: $a^2$. Bad: $\frac{1$."));
        var path = Path.Combine(_folder.FullName, "bad.html");
        new HandoutExporter(new HandoutOptions()).Write(notebook, path);
        await page.OpenFileAsync(path);
        Assert.Contains("could not be typeset: 1", await page.Page.Locator(".banner").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Contains(@"\frac{1", await page.Page.Locator(".math-error").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Single(page.Errors);
    }

    [Theory]
    [InlineData("text/markdown", @"$\frac{1$")]
    [InlineData("text/html", "<img alt='' src='https://example.org/a.png'>")]
    [InlineData("text/html", "<script>console.error('no')</script>")]
    [InlineData("text/html", "<script>throw new Error('no')</script>")]
    [InlineData("application/vnd.plotly.v1+json", """{"data":[],"layout":{}}""")]
    [InlineData("application/vnd.plotly.v1+json", """{"data":[{"type":"scatter","y":[null]}],"layout":{}}""")]
    [InlineData("text/html", "</div></div><div style='width:2000px;height:9px'>")]
    public async Task AnIncompletePageIsNoticed(string type, string content)
    {
        SkipWithoutAssets();
        var path = Path.Combine(_folder.FullName, "incomplete.html");
        var notebook = Handout.Notebook(Handout.Code("Show()", [Handout.DisplayData((type, content))]));
        new HandoutExporter(new HandoutOptions()).Write(notebook, path);
        await using var page = await browser.NewPageAsync(390, 844);
        await page.OpenFileAsync(path);
        await Assert.ThrowsAnyAsync<XunitException>(() => HandoutInBrowser.AssertCompleteAsync(page));
    }

    [Fact]
    public async Task TheThemeIsChosenByTheButtonAndRedrawsTheCharts()
    {
        SkipWithoutAssets();
        await using var page = await browser.NewPageAsync();
        await page.OpenFileAsync(Write(AssetLibrary.Embedded));
        await HandoutInBrowser.AssertChartsAsync(page.Page);
        var before = await TitleColourAsync(page);
        await page.Page.Locator("button.theme").ClickAsync();
        await page.Page.WaitForFunctionAsync(
            "before => getComputedStyle(document.querySelector('.plot .gtitle')).fill !== before", before);
        Assert.Equal("dark", await page.Page.EvaluateAsync<string>("document.documentElement.dataset.theme"));
        await page.Page.ReloadAsync();
        Assert.Equal("dark", await page.Page.EvaluateAsync<string>("document.documentElement.dataset.theme"));
        Assert.Empty(page.Errors);
    }

    [Theory]
    [InlineData(1360, false)]
    [InlineData(1360, true)]
    [InlineData(390, false)]
    public async Task ThePageIsAccessible(int width, bool dark)
    {
        SkipWithoutAssets();
        await using var page = await browser.NewPageAsync(width, 900, dark);
        await page.OpenFileAsync(Write(AssetLibrary.Embedded));
        await HandoutInBrowser.AssertCompleteAsync(page);
        await PageAccessibility.AssertAsync(page.Page);
    }

    [Fact]
    public async Task ThePageCanBeReadByKeyboard()
    {
        SkipWithoutAssets();
        await using var page = await browser.NewPageAsync(390, 844);
        await page.OpenFileAsync(Write(AssetLibrary.Embedded));
        await page.Page.Keyboard.PressAsync("Tab");
        Assert.Equal("skip", await page.Page.EvaluateAsync<string>("document.activeElement.className"));
        var nameless = await page.Page.EvaluateAsync<string[]>(
            "[...document.querySelectorAll('button, a[href], summary')].filter(e => !(e.getAttribute('aria-label') || e.textContent.trim())).map(e => e.outerHTML)");
        Assert.Empty(nameless);
        var unreachable = await page.Page.EvaluateAsync<string[]>(
            """
            [...document.querySelectorAll('pre, .table, .math-display')]
              .filter(e => e.scrollWidth > e.clientWidth + 1 && e.tabIndex !== 0 && e.checkVisibility()).map(e => e.textContent)
            """);
        Assert.Empty(unreachable);
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private static async Task<string> TitleColourAsync(BrowserPage page) =>
        await page.Page.EvaluateAsync<string>("getComputedStyle(document.querySelector('.plot .gtitle')).fill");

    private static void SkipWithoutAssets()
    {
        if (AssetLibrary.Embedded.Bytes("plotly/plotly.min.js") is null)
            Assert.Skip("The build had no npm: plotly.js and KaTeX are not embedded.");
    }

    private string Write(AssetLibrary assets)
    {
        var path = Path.Combine(_folder.FullName, "sample.html");
        new HandoutExporter(new HandoutOptions(), assets).Write(Handout.Sample(), path);
        return path;
    }

    private string Extract(string file)
    {
        var path = Path.Combine(_folder.FullName, Path.GetFileName(file));
        File.WriteAllBytes(path, AssetLibrary.Embedded.Bytes(file)!);
        return path;
    }
}
