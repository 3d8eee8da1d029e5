using Microsoft.Playwright;
using Xunit;

namespace Tortue.Testing;

/// <summary>What slides must do in a real browser: draw every chart when its slide is shown, hold what is on them, ask the network for nothing, complain about nothing.</summary>
public static class SlidesInBrowser
{
    private const float Patience = 60_000;

    /// <summary>Goes through slides from the first to the last, each step shown, and asserts that each is complete and that nothing is cut off.</summary>
    /// <param name="browser">The browser.</param>
    /// <param name="path">The slides.</param>
    /// <param name="dark">Whether to look at them dark.</param>
    public static async Task AssertCompleteAsync(Browser browser, string path, bool dark = false)
    {
        await using var opened = await OpenAsync(browser, path);
        var page = opened.Page;
        if (dark)
            await page.EvaluateAsync("tortue.toggleTheme()");
        var count = await page.EvaluateAsync<int>("Reveal.getTotalSlides()");
        for (var slide = 0; slide < count; slide++)
        {
            await AssertDrawnAsync(page, "Reveal.getCurrentSlide()");
            await page.EvaluateAsync("Reveal.next({ skipFragments: true })");
        }
        Assert.True(await page.EvaluateAsync<bool>("Reveal.isLastSlide()"));
        Assert.Empty(await OverfullAsync(page));
        Assert.Equal(0, await page.Locator(".katex-error, .banner").CountAsync());
        Assert.Empty(opened.Errors);
        Assert.Empty(opened.OutsideRequests);
    }

    /// <summary>Opens slides from disk and waits until they can be shown.</summary>
    /// <param name="browser">The browser.</param>
    /// <param name="path">The slides.</param>
    /// <param name="width">Width of the window in pixels.</param>
    /// <param name="height">Height of the window in pixels.</param>
    public static async Task<BrowserPage> OpenAsync(Browser browser, string path, int width = 1280, int height = 720)
    {
        var opened = await browser.NewPageAsync(width, height);
        await opened.OpenFileAsync(path);
        await opened.Page.WaitForFunctionAsync("() => document.documentElement.dataset.deck === 'ready'", null, new() { Timeout = Patience });
        return opened;
    }

    /// <summary>Asserts that the charts of an element are drawn, in type that a lecture hall can read: 16 px of a slide's 1280 or more.</summary>
    /// <param name="page">The page.</param>
    /// <param name="element">JavaScript that gives the element.</param>
    public static async Task AssertDrawnAsync(IPage page, string element)
    {
        await page.WaitForFunctionAsync(
            $"() => [...({element}).querySelectorAll('.face figure.chart')].every(chart => chart.dataset.state)", null, new() { Timeout = Patience });
        var wrong = await page.EvaluateAsync<string[]>(
            $$"""
            () => [...({{element}}).querySelectorAll('.face figure.chart')]
              .filter(chart => chart.dataset.state !== 'drawn' || !chart.querySelector('svg.main-svg') || !chart.querySelector(
                '.scatterlayer .trace path, .scatterlayer .trace .fills path, .barlayer .trace .point, .heatmaplayer image, .boxlayer .trace path, '
                + '.violinlayer .trace path, .contourlayer path, .gl-container canvas')
                || [...chart.querySelectorAll('.infolayer .gtitle, .xtick text, .ytick text, .legendtext')]
                  .some(text => parseFloat(getComputedStyle(text).fontSize) * 1.25 < 15.9))
              .map(chart => chart.querySelector('.plot').getAttribute('aria-label'))
            """);
        Assert.Empty(wrong);
    }

    /// <summary>The slides that hold more than fits on them in their smallest type, each with how many pixels are cut off.</summary>
    /// <param name="page">The page.</param>
    public static Task<string[]> OverfullAsync(IPage page) => page.EvaluateAsync<string[]>(
        """
        () => [...document.querySelectorAll('.face')].map((face, index) => [face, index]).filter(([face]) => face.querySelector('[data-over]'))
          .map(([face, index]) => `slide ${index + 1}, ${face.querySelector('h1, h2')?.textContent}: ${face.querySelector('[data-over]').dataset.over} px`)
        """);
}
