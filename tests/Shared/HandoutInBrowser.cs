using Microsoft.Playwright;
using Xunit;

namespace Tortue.Testing;

/// <summary>What every handout must do in a real browser: draw every chart, typeset every formula, ask the network for nothing, complain about nothing.</summary>
public static class HandoutInBrowser
{
    private const float Patience = 60_000;

    /// <summary>Opens a handout from disk on a desk in light and dark, on a phone and for the printer, and asserts that it is complete each time.</summary>
    /// <param name="browser">The browser.</param>
    /// <param name="path">The handout.</param>
    public static async Task AssertCompleteAsync(Browser browser, string path)
    {
        await using (var light = await browser.NewPageAsync(1360, 900))
        {
            await light.OpenFileAsync(path);
            await AssertCompleteAsync(light);
            await AssertPrintsAsync(light);
        }
        await using (var dark = await browser.NewPageAsync(1360, 900, dark: true))
        {
            await dark.OpenFileAsync(path);
            await AssertCompleteAsync(dark);
        }
        await using (var phone = await browser.NewPageAsync(390, 844))
        {
            await phone.OpenFileAsync(path);
            await AssertCompleteAsync(phone);
        }
    }

    /// <summary>Asserts that the page that is open has drawn and typeset everything, also inside what is folded.</summary>
    public static async Task AssertCompleteAsync(BrowserPage opened)
    {
        var page = opened.Page;
        await page.EvaluateAsync("for (const folded of document.querySelectorAll('main details')) folded.open = true");
        await AssertChartsAsync(page);
        await AssertFormulasAsync(page);
        Assert.True(
            await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= window.innerWidth"),
            "the page scrolls sideways");
        Assert.Empty(opened.Errors);
        Assert.Empty(opened.OutsideRequests);
    }

    /// <summary>Asserts that every chart is drawn: an SVG of Plotly's with at least one trace in it.</summary>
    public static async Task AssertChartsAsync(IPage page)
    {
        await page.WaitForFunctionAsync(
            "() => [...document.querySelectorAll('figure.chart')].every(chart => chart.dataset.state)", null, new() { Timeout = Patience });
        var empty = await page.EvaluateAsync<string[]>(
            """
            () => [...document.querySelectorAll('figure.chart')]
              .filter(chart => chart.dataset.state !== 'drawn' || !chart.querySelector('svg.main-svg') || !chart.querySelector(
                '.scatterlayer .trace path, .scatterlayer .trace .fills path, .barlayer .trace .point, .heatmaplayer image, .boxlayer .trace path, '
                + '.violinlayer .trace path, .contourlayer path, .gl-container canvas'))
              .map(chart => chart.querySelector('.plot').getAttribute('aria-label'))
            """);
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
