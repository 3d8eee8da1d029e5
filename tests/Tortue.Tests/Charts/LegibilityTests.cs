using Tortue.Charts;
using Tortue.Testing;
using Xunit;

namespace Tortue.Tests.Charts;

/// <summary>
/// Whether what is drawn can be read, measured in the browser at the widths of a slide, a notebook and a phone. Where the environment
/// variable TORTUE_SCREENSHOTS names a folder, pictures of all figures are left there for people to look at.
/// </summary>
public class LegibilityTests(Browser browser) : IClassFixture<Browser>
{
    private const string Problems =
        """
        place => {
          const problems = [];
          const frame = place.querySelector('.main-svg').getBoundingClientRect();
          const overlap = (a, b) => a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 1 && b.top < a.bottom - 1;
          const shown = selector => [...place.querySelectorAll(selector)].filter(node => node.getBoundingClientRect().width > 0);
          for (const text of shown('text')) {
            const box = text.getBoundingClientRect();
            if (!text.textContent.trim() || text.closest('.hoverlayer')) continue;
            if (box.left < frame.left - 1 || box.right > frame.right + 1 || box.top < frame.top - 1 || box.bottom > frame.bottom + 1)
              problems.push(`cut off: ${text.textContent}`);
            const size = parseFloat(getComputedStyle(text).fontSize);
            if (size < 12) problems.push(`${size} px: ${text.textContent}`);
          }
          const areas = shown('.nsewdrag').map(node => node.getBoundingClientRect());
          const titles = ['x', 'x2', 'x3', 'y', 'y2', 'y3'].map(axis => `.${axis}title`);
          const beside = ['.legend', '.gtitle', '.slider-container', '.updatemenu-container', '.colorbar', ...titles];
          for (const selector of [...beside, '.xtick', '.ytick'])
            for (const node of shown(selector))
              if (areas.some(area => overlap(area, node.getBoundingClientRect())))
                problems.push(`${selector} covers data: ${node.textContent}`);
          const apart = beside.flatMap(selector =>
            shown(selector).map(node => ({ selector, node, box: node.getBoundingClientRect() })));
          apart.forEach((a, i) => apart.slice(i + 1).forEach(b => {
            if (overlap(a.box, b.box)) problems.push(`${a.selector} and ${b.selector} overlap`);
          }));
          for (const area of areas)
            if (area.height < 120) problems.push(`only ${area.height} px of data`);
          return problems;
        }
        """;

    [Theory]
    [InlineData(1000, "background:#ffffff;color:#222222")]
    [InlineData(700, "background:#1f1f1f;color:#d4d4d4")]
    [InlineData(400, "background:#ffffff;color:#222222")]
    public async Task NothingIsCutOffOrCovered(int width, string colors)
    {
        await using var page = await browser.NewPageAsync(width);
        page.Serve(PlotlySource.Cdn.Address!, NpmModules.Path("plotly-3", "plotly.min.js"));
        var sections = Gallery.Figures.Select(figure => $"<section id='{figure.Key}'>{figure.Value().ToHtml()}</section>");
        await page.ShowAsync($"<!doctype html><title>test</title><body style='margin:8px;{colors}'>{string.Concat(sections)}");
        // A narrow page's chart is drawn twice, the second time with the narrow layout's height.
        var sizing = width < 640 ? "narrow" : "wide";
        await page.Page.WaitForFunctionAsync(
            $$"""
            [...document.querySelectorAll('.tortue-figure')].every(place =>
              place.tortueStop && place._fullLayout.height === place.layout.meta.{{sizing}}.height && place._promises.length === 0)
            """);
        if (Environment.GetEnvironmentVariable("TORTUE_SCREENSHOTS") is { Length: > 0 } folder)
            await page.Page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"figures-{width}.png"), FullPage = true });
        var problems = new List<string>();
        foreach (var name in Gallery.Figures.Keys)
        {
            var found = await page.Page.Locator($"#{name} .tortue-figure").EvaluateAsync<string[]>(Problems);
            problems.AddRange(found.Select(problem => $"{name}: {problem}"));
        }
        Assert.Empty(problems);
        Assert.Empty(page.Errors);
    }
}
