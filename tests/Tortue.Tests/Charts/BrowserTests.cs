using Tortue.Testing;
using Xunit;

namespace Tortue.Tests.Charts;

public class BrowserTests(Browser browser) : IClassFixture<Browser>
{
    [Theory]
    [InlineData("plotly-2")]
    [InlineData("plotly-3")]
    [InlineData("plotly-4")]
    public async Task EveryVersionOfPlotlyLoadsWithoutANetwork(string module)
    {
        await using var page = await browser.NewPageAsync();
        await page.ShowAsync("<!doctype html><title>test</title>");
        await page.Page.AddScriptTagAsync(new() { Path = NpmModules.Path(module, "plotly.min.js") });
        Assert.StartsWith(module[^1] + ".", await page.Page.EvaluateAsync<string>("Plotly.version"));
        Assert.Empty(page.Errors);
        Assert.Empty(page.OutsideRequests);
    }
}
