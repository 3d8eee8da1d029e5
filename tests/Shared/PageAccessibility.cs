using Microsoft.Playwright;
using Xunit;

namespace Tortue.Testing;

/// <summary>What axe-core finds on a page.</summary>
public static class PageAccessibility
{
    /// <summary>Asserts that the page that is open has no finding that is more than minor; skips the test where axe-core is not installed.</summary>
    public static async Task AssertAsync(IPage page)
    {
        var axe = NpmModules.Path("axe-core", "axe.min.js");
        if (!await page.EvaluateAsync<bool>("'axe' in window"))
            await page.AddScriptTagAsync(new() { Path = axe });
        var findings = await page.EvaluateAsync<string[]>(
            """
            async () => (await axe.run(document)).violations.filter(finding => finding.impact !== 'minor')
              .map(finding => `${finding.id}: ${finding.help}: ${finding.nodes.slice(0, 5).map(node => node.html.slice(0, 300)).join(' ')}`)
            """);
        Assert.Empty(findings);
    }
}
