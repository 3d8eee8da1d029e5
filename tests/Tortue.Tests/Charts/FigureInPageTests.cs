using Tortue.Charts;
using Tortue.Testing;
using Xunit;

namespace Tortue.Tests.Charts;

/// <summary>What the script of a figure does in pages as front ends make them.</summary>
public class FigureInPageTests(Browser browser) : IClassFixture<Browser>
{
    private const string Head = "<!doctype html><title>test</title><body style='margin:8px'>";

    private static string Line(double y) =>
        Figure.Titled($"y = {y}").Line([1, 2], [y, y], "line").Published([1, 2], [0, y], "paper").ToHtml();

    private static async Task<int> Drawn(BrowserPage page) =>
        await page.Page.EvaluateAsync<int>("document.querySelectorAll('.tortue-figure .scatterlayer .trace').length");

    private static async Task WaitForTraces(BrowserPage page, int count) =>
        await page.Page.WaitForFunctionAsync($"document.querySelectorAll('.tortue-figure .scatterlayer .trace').length == {count}");

    private async Task<BrowserPage> NewPageAsync(int width = 1000)
    {
        var page = await browser.NewPageAsync(width);
        page.Serve(PlotlySource.Cdn.Address!, NpmModules.Path("plotly-3", "plotly.min.js"));
        return page;
    }

    [Fact]
    public async Task SeveralFiguresShareOneDownload()
    {
        await using var page = await NewPageAsync();
        await page.ShowAsync(Head + Line(1) + Line(2) + Line(3));
        await WaitForTraces(page, 6);
        Assert.Equal(PlotlySource.Cdn.Address, Assert.Single(page.OutsideRequests));
        Assert.Empty(page.Errors);
    }

    [Fact]
    public async Task AFileThatWasTamperedWithIsNotRun()
    {
        await using var page = await browser.NewPageAsync();
        page.Serve(PlotlySource.Cdn.Address!, NpmModules.Path("plotly-2", "plotly.min.js"));
        await page.ShowAsync(Head + Line(1) + Line(2));
        await page.Page.WaitForFunctionAsync(
            "[...document.querySelectorAll('.tortue-figure')].every(place => place.textContent.includes('could not be loaded'))");
        Assert.Contains("integrity", Assert.Single(page.Errors));
    }

    [Fact]
    public async Task WithoutANetworkTheFigureSaysWhatItWouldShowAndTheNextOneTriesAgain()
    {
        await using var page = await browser.NewPageAsync();
        await page.ShowAsync(Head + Line(1));
        await page.Page.WaitForFunctionAsync("document.querySelector('.tortue-figure').textContent.includes('y = 1. line “line”')");
        page.Serve(PlotlySource.Cdn.Address!, NpmModules.Path("plotly-3", "plotly.min.js"));
        await AppendAsFrontEndsDo(page, Line(2));
        await WaitForTraces(page, 2);
    }

    [Fact]
    public async Task APageThatHasPlotlyIsAskedForNothing()
    {
        await using var page = await browser.NewPageAsync();
        await page.ShowAsync(Head);
        await page.Page.AddScriptTagAsync(new() { Path = NpmModules.Path("plotly-4", "plotly.min.js") });
        await AppendAsFrontEndsDo(page, Line(1));
        await WaitForTraces(page, 2);
        Assert.Empty(page.OutsideRequests);
        Assert.Empty(page.Errors);
    }

    [Fact]
    public async Task TheSameOutputDrawnTwiceIsDrawnOnce()
    {
        await using var page = await NewPageAsync();
        var html = Line(1);
        await page.ShowAsync(Head);
        await AppendAsFrontEndsDo(page, html);
        await WaitForTraces(page, 2);
        await page.Page.EvaluateAsync("document.querySelector('#cell').remove()");
        await AppendAsFrontEndsDo(page, html);
        await WaitForTraces(page, 2);
        // And once more in the same place.
        await page.Page.EvaluateAsync(
            """
            () => {
              const place = document.querySelector('.tortue-figure');
              window.redrawn = new Promise(done => place.on('plotly_afterplot', done));
              const old = document.querySelector('#cell script');
              const script = document.createElement('script');
              script.text = old.text;
              old.replaceWith(script);
            }
            """);
        await page.Page.EvaluateAsync("window.redrawn");
        Assert.Equal(2, await Drawn(page));
        Assert.Equal(1, await page.Page.EvaluateAsync<int>("document.querySelectorAll('.plot-container').length"));
        Assert.Single(page.OutsideRequests);
    }

    [Fact]
    public async Task AnAmdLoaderOfThePageIsLeftAlone()
    {
        await using var page = await browser.NewPageAsync();
        page.Serve("https://example.org/plotly.js", NpmModules.Path("plotly-2", "plotly.min.js"));
        await page.ShowAsync(Head +
            """
            <script>
              window.define = () => { throw new Error('define was called'); };
              window.define.amd = { kept: true };
              window.require = () => { throw new Error('require was called'); };
            </script>
            """);
        var source = PlotlySource.FromAddress("https://example.org/plotly.js");
        await AppendAsFrontEndsDo(page, Figure.Titled("t").Line([1, 2], [1, 2]).ToHtml(source));
        await WaitForTraces(page, 1);
        Assert.True(await page.Page.EvaluateAsync<bool>("window.define.amd.kept"));
        Assert.Empty(page.Errors);
    }

    [Fact]
    public async Task AnEmbeddedScriptNeedsNoNetwork()
    {
        await using var page = await browser.NewPageAsync();
        var file = NpmModules.Path("plotly-3", "plotly.min.js");
        var source = PlotlySource.Embedded(await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken));
        await page.ShowAsync(Head + Figure.Titled("t").Line([1, 2], [1, 2]).ToHtml(source));
        await WaitForTraces(page, 1);
        Assert.Empty(page.OutsideRequests);
        Assert.Empty(page.Errors);
    }

    [Fact]
    public async Task TextAndPublishedValuesFollowThePagesTextColour()
    {
        await using var page = await NewPageAsync();
        await page.ShowAsync(Head + Line(1));
        await WaitForTraces(page, 2);
        await page.Page.EvaluateAsync("document.body.setAttribute('style', 'background:#111;color:rgb(220, 221, 222)')");
        await page.Page.WaitForFunctionAsync(
            """
            (() => {
              const place = document.querySelector('.tortue-figure');
              const title = place.querySelector('.gtitle');
              const dashed = [...place.querySelectorAll('.js-line')].map(line => line.style.stroke);
              const ink = 'rgb(220, 221, 222)';
              return title.style.fill === ink && dashed.includes(ink) && dashed.includes('rgb(31, 131, 198)');
            })()
            """);
        Assert.Empty(page.Errors);
    }

    [Fact]
    public async Task PanelsAreStackedWhereThereIsNoRoomAndSideBySideWhereThereIs()
    {
        await using var page = await NewPageAsync(1000);
        await page.ShowAsync(Head + Gallery.Figures["row"]().ToHtml());
        const string Titles = "[...document.querySelectorAll('.tortue-figure .annotation')]";
        const string Rows = $"new Set({Titles}.map(title => Math.round(title.getBoundingClientRect().top))).size";
        await page.Page.WaitForFunctionAsync($"{Titles}.length == 3 && {Rows} == 1");
        await page.Page.SetViewportSizeAsync(400, 700);
        await page.Page.WaitForFunctionAsync($"{Rows} == 3");
        await page.Page.SetViewportSizeAsync(1000, 700);
        await page.Page.WaitForFunctionAsync($"{Rows} == 1");
        Assert.Empty(page.Errors);
    }

    [Fact]
    public async Task ASliderWorksWithoutAKernel()
    {
        await using var page = await NewPageAsync();
        await page.ShowAsync(Head + Gallery.Figures["slider"]().ToHtml());
        await WaitForTraces(page, 2);
        var before = await page.Page.EvaluateAsync<string>("document.querySelector('.scatterlayer .trace .js-line').getAttribute('d')");
        await page.Page.Locator(".slider-rail-touch-rect").ScrollIntoViewIfNeededAsync();
        var rail = (await page.Page.Locator(".slider-rail-touch-rect").BoundingBoxAsync())!;
        await page.Page.Mouse.ClickAsync(rail.X + rail.Width - 5, rail.Y + (rail.Height / 2));
        const string Visible = "document.querySelector('.tortue-figure').data.map(trace => trace.visible !== false).join()";
        await page.Page.WaitForFunctionAsync($"{Visible} === 'false,false,false,true,true'");
        var after = await page.Page.EvaluateAsync<string>("document.querySelector('.scatterlayer .trace .js-line').getAttribute('d')");
        Assert.NotEqual(before, after);
        Assert.Empty(page.Errors);
    }

    /// <summary>JupyterLab and VS Code insert the HTML and then replace its script elements by new ones, which run at once.</summary>
    private static async Task AppendAsFrontEndsDo(BrowserPage page, string html) => await page.Page.EvaluateAsync(
        """
        html => {
          const cell = document.body.appendChild(document.createElement('div'));
          cell.id = 'cell';
          cell.innerHTML = html;
          for (const old of cell.querySelectorAll('script')) {
            const script = document.createElement('script');
            script.text = old.text;
            old.replaceWith(script);
          }
        }
        """,
        html);
}
