using Microsoft.Playwright;
using Xunit;

namespace Tortue.Testing;

/// <summary>What every handout must do in a real browser: draw every chart, typeset every formula, ask the network for nothing, complain about nothing.</summary>
public static class HandoutInBrowser
{
    private const float Patience = 60_000;

    // The widest traces of plotly.js are drawings; those of the graphics card are canvases, and pictures in a drawing that is saved.
    private const string Traces =
        ".scatterlayer .trace path, .scatterlayer .trace .fills path, .barlayer .trace .point, .heatmaplayer image, .boxlayer .trace path, "
        + ".violinlayer .trace path, .contourlayer path, .gl-container canvas";

    /// <summary>
    /// Opens a handout from disk and asserts that it is complete on a desk and on a phone, in light and dark, and for the printer. It is opened once:
    /// as it follows the window and the system's preference, each of them draws all charts anew.
    /// </summary>
    /// <param name="browser">The browser.</param>
    /// <param name="path">The handout.</param>
    /// <param name="accessible">Whether what axe-core finds, light and dark, is a failure as well.</param>
    public static async Task AssertCompleteAsync(Browser browser, string path, bool accessible = false)
    {
        await using var opened = await browser.NewPageAsync(1360, 900);
        await opened.OpenFileAsync(path);
        await AssertCompleteAsync(opened);
        if (accessible)
            await PageAccessibility.AssertAsync(opened.Page);
        await ChangeAsync(opened.Page, ColorScheme.Dark, 1360);
        await AssertCompleteAsync(opened);
        if (accessible)
            await PageAccessibility.AssertAsync(opened.Page);
        await ChangeAsync(opened.Page, ColorScheme.Dark, 390);
        await AssertCompleteAsync(opened);
        await ChangeAsync(opened.Page, ColorScheme.Light, 390);
        await AssertCompleteAsync(opened);
        await AssertPrintsAsync(opened);
    }

    /// <summary>
    /// Opens a handout whose charts are those of another that has been looked at from all sides, and asserts that it is complete on a desk in light and
    /// on a phone in dark, and that axe-core finds nothing in either.
    /// </summary>
    /// <param name="browser">The browser.</param>
    /// <param name="path">The handout.</param>
    public static async Task AssertVariantAsync(Browser browser, string path)
    {
        await using var opened = await browser.NewPageAsync(1360, 900);
        await opened.OpenFileAsync(path);
        await AssertCompleteAsync(opened);
        await PageAccessibility.AssertAsync(opened.Page);
        await ChangeAsync(opened.Page, ColorScheme.Dark, 390);
        await AssertCompleteAsync(opened);
        await PageAccessibility.AssertAsync(opened.Page);
    }

    /// <summary>
    /// Opens a still handout from disk and asserts that it is complete at both widths whatever the system prefers: a picture of every chart, with
    /// traces in it, formulas typeset, nothing to press, no scripts.
    /// </summary>
    /// <param name="browser">The browser.</param>
    /// <param name="path">The handout.</param>
    /// <param name="charts">How many charts it has.</param>
    public static async Task AssertStillAsync(Browser browser, string path, int charts)
    {
        await using var opened = await browser.NewPageAsync(1360, 900, dark: true);
        await opened.OpenFileAsync(path);
        Assert.Equal(charts, await opened.Page.Locator("figure.chart > img").CountAsync());
        var faults = await opened.Page.EvaluateAsync<string[]>(
            """
            traces => [...document.querySelectorAll('figure.chart')].filter(chart => {
              const picture = chart.querySelector('img');
              if (!picture?.alt || !picture.complete || picture.naturalWidth === 0) return true;
              const bytes = Uint8Array.from(atob(picture.src.split(',')[1]), letter => letter.charCodeAt(0));
              const svg = new DOMParser().parseFromString(new TextDecoder().decode(bytes), 'image/svg+xml');
              return !svg.querySelector(traces + ', .glimages image, image');
            }).map(chart => chart.outerHTML.slice(0, 200))
              .concat([...document.querySelectorAll('script, button, nav, details')].map(part => part.outerHTML.slice(0, 200)))
            """,
            Traces);
        Assert.Empty(faults);
        foreach (var width in new[] { 1360, 390 })
        {
            await opened.Page.SetViewportSizeAsync(width, 900);
            await AssertFormulasAsync(opened.Page);
            await AssertFitsAsync(opened);
        }
        Assert.Equal("rgb(252, 251, 248)", await opened.Page.EvaluateAsync<string>("getComputedStyle(document.body).backgroundColor"));
    }

    // A page hears of a change while it is drawn the next time.
    private static async Task ChangeAsync(IPage page, ColorScheme scheme, int width)
    {
        await page.EmulateMediaAsync(new() { ColorScheme = scheme });
        await page.SetViewportSizeAsync(width, 900);
        await page.EvaluateAsync("() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done))))");
    }

    /// <summary>Asserts that the page that is open has drawn and typeset everything, also inside what is folded.</summary>
    public static async Task AssertCompleteAsync(BrowserPage opened)
    {
        var page = opened.Page;
        await page.EvaluateAsync("for (const folded of document.querySelectorAll('main details')) folded.open = true");
        await AssertChartsAsync(page);
        await AssertFormulasAsync(page);
        await AssertFitsAsync(opened);
    }

    private static async Task AssertFitsAsync(BrowserPage opened)
    {
        Assert.True(
            await opened.Page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= window.innerWidth"),
            "the page scrolls sideways");
        Assert.Empty(opened.Errors);
        Assert.Empty(opened.OutsideRequests);
    }

    /// <summary>Asserts that every chart is drawn: an SVG of Plotly's with at least one trace in it.</summary>
    public static async Task AssertChartsAsync(IPage page)
    {
        await page.WaitForFunctionAsync(
            "() => [...document.querySelectorAll('figure.chart')].every(chart => /drawn|failed/.test(chart.dataset.state))", null, new() { Timeout = Patience });
        var empty = await page.EvaluateAsync<string[]>(
            """
            traces => [...document.querySelectorAll('figure.chart')]
              .filter(chart => chart.dataset.state !== 'drawn' || !chart.querySelector('svg.main-svg') || !chart.querySelector(traces))
              .map(chart => chart.querySelector('.plot').getAttribute('aria-label'))
            """,
            Traces);
        Assert.Empty(empty);
    }

    private static async Task AssertFormulasAsync(IPage page)
    {
        var bare = await page.EvaluateAsync<string[]>(
            """
            () => [...document.querySelectorAll('[data-tex]')]
              .filter(formula => !formula.querySelector('.katex .katex-html') || !formula.querySelector('math') || formula.querySelector('.katex-error'))
              .map(formula => formula.dataset.tex)
            """);
        Assert.Empty(bare);
    }

    private static async Task AssertPrintsAsync(BrowserPage opened)
    {
        await opened.Page.EmulateMediaAsync(new() { Media = Media.Print });
        await AssertChartsAsync(opened.Page);
        var visible = await opened.Page.EvaluateAsync<string[]>(
            """
            () => [...document.querySelectorAll('nav, button, .anchor')].filter(part => part.getClientRects().length > 0).map(part => part.outerHTML)
            """);
        Assert.Empty(visible);
        Assert.Empty(opened.Errors);
    }
}
