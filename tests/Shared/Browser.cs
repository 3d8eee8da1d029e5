using Microsoft.Playwright;
using Xunit;

namespace Tortue.Testing;

/// <summary>
/// A headless browser that reaches nothing but this machine, launched by the first test that asks for a page and shared by its class:
/// <c>class SomeTests(Browser browser) : IClassFixture&lt;Browser&gt;</c>. The executable is the one that TORTUE_BROWSER names, else the
/// first known name found on PATH; where there is none the test is skipped.
/// </summary>
public sealed class Browser : IAsyncDisposable
{
    private static readonly string[] KnownNames =
        ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "microsoft-edge"];

    private static readonly string[] Arguments =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
        "--disable-component-update", "--disable-sync", "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
    ];

    private readonly SemaphoreSlim _launching = new(1, 1);
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    /// <summary>The browser that tests use, or null where none is installed.</summary>
    public static string? FindExecutable()
    {
        if (Environment.GetEnvironmentVariable("TORTUE_BROWSER") is { Length: > 0 } named)
            return named;
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        var suffix = OperatingSystem.IsWindows() ? ".exe" : "";
        return KnownNames.SelectMany(name => folders.Select(folder => Path.Combine(folder, name + suffix))).FirstOrDefault(File.Exists);
    }

    /// <summary>A new page in a context of its own; skips the calling test where no browser is installed.</summary>
    /// <param name="width">Width of the viewport in pixels.</param>
    /// <param name="height">Height of the viewport in pixels.</param>
    /// <param name="dark">Whether the page prefers a dark colour scheme.</param>
    public async Task<BrowserPage> NewPageAsync(int width = 1000, int height = 700, bool dark = false)
    {
        var browser = await LaunchAsync();
        var context = await browser.NewContextAsync(new BrowserNewContextOptions
        {
            ViewportSize = new ViewportSize { Width = width, Height = height },
            ColorScheme = dark ? ColorScheme.Dark : ColorScheme.Light,
            ReducedMotion = ReducedMotion.Reduce,
        });
        return await BrowserPage.OpenAsync(context);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
            await _browser.CloseAsync();
        _playwright?.Dispose();
        _launching.Dispose();
    }

    private async Task<IBrowser> LaunchAsync()
    {
        var executable = FindExecutable();
        if (executable is null)
            Assert.Skip($"No browser: set TORTUE_BROWSER, or install one of {string.Join(", ", KnownNames)}.");
        await _launching.WaitAsync();
        try
        {
            _playwright ??= await Playwright.CreateAsync();
            return _browser ??= await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
            {
                ExecutablePath = executable,
                Headless = true,
                Args = Arguments,
            });
        }
        finally
        {
            _launching.Release();
        }
    }
}
