using System.ComponentModel;
using System.Globalization;
using System.Net.WebSockets;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Tortue.Notebooks.Handouts.Paper;

/// <summary>
/// Prints pages by a browser of this machine: as PDF, and as still pages, which have pictures in place of charts and no scripts.
/// One printer serves a whole export: it starts its browser at the first page and does one page after the other.
/// </summary>
public sealed class PagePrinter : IAsyncDisposable
{
    private static readonly TimeSpan PatienceForPage = TimeSpan.FromMinutes(5);

    private readonly string _executable;
    private readonly SemaphoreSlim _turn = new(1, 1);
    private BrowserProcess? _browser;
    private DevTools? _tools;
    private string? _shown;
    private string? _complaint;

    internal PagePrinter(string executable) => _executable = executable;

    /// <summary>What to tell a user who asks for PDF where <see cref="Find"/> gives none: one sentence.</summary>
    public static string NotFound => HandoutsText.NoBrowser;

    /// <summary>
    /// A printer with this machine's Chromium, Chrome or Edge, or with the browser that the environment variable TORTUE_BROWSER names;
    /// null where there is none.
    /// </summary>
    public static PagePrinter? Find() => InstalledBrowser.Find() is { } executable ? new PagePrinter(executable) : null;

    /// <summary>A page for paper as a still page: pictures in place of charts, formulas typeset, no scripts.</summary>
    /// <param name="html">The page with its scripts.</param>
    /// <param name="cancellation">Stops the browser.</param>
    /// <exception cref="HandoutWriteException">The browser cannot be started, or fails.</exception>
    internal Task<Printed<string>> MakeStillAsync(string html, CancellationToken cancellation) =>
        InTurnAsync(html, async (tools, token) => await tools.EvaluateAsync("tortue.stillPage()", token) ?? "", cancellation);

    /// <summary>A page for paper as PDF: tagged, with its headings as bookmarks.</summary>
    /// <param name="html">The page with its scripts.</param>
    /// <param name="cancellation">Stops the browser.</param>
    /// <exception cref="HandoutWriteException">The browser cannot be started, or fails.</exception>
    internal Task<Printed<byte[]>> PrintAsync(string html, CancellationToken cancellation) => InTurnAsync(
        html,
        async (tools, token) =>
        {
            var parameters = new JsonObject
            {
                ["printBackground"] = true,
                ["preferCSSPageSize"] = true,
                ["generateTaggedPDF"] = true,
                ["generateDocumentOutline"] = true,
            };
            var answer = await tools.SendAsync("Page.printToPDF", parameters, token);
            return Convert.FromBase64String(answer["data"]!.ToString());
        },
        cancellation);

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        Stop();
        _turn.Dispose();
        return ValueTask.CompletedTask;
    }

    private async Task<Printed<T>> InTurnAsync<T>(string html, Func<DevTools, CancellationToken, Task<T>> work, CancellationToken cancellation)
    {
        await _turn.WaitAsync(cancellation);
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        patience.CancelAfter(PatienceForPage);
        try
        {
            var tools = await ShowAsync(html, patience.Token);
            return new Printed<T>(await work(tools, patience.Token), _complaint is { Length: > 0 } complaint ? [complaint] : []);
        }
        catch (Exception error) when (IsBrowsers(error))
        {
            // What it was in the middle of would disturb the next page.
            Stop();
            cancellation.ThrowIfCancellationRequested();
            var reason = error is OperationCanceledException ? HandoutsText.BrowserTooSlow : error.Message.Split('\n')[0].TrimEnd('.', ' ');
            var sentence = string.Format(CultureInfo.InvariantCulture, HandoutsText.BrowserFailed, _executable, reason);
            throw new HandoutWriteException(sentence, error);
        }
        finally
        {
            _turn.Release();
        }
    }

    private static bool IsBrowsers(Exception error) =>
        error is DevToolsException or Win32Exception or WebSocketException or TimeoutException or OperationCanceledException;

    private async Task<DevTools> ShowAsync(string html, CancellationToken cancellation)
    {
        if (_tools is null)
        {
            (_browser, var address) = await BrowserProcess.StartAsync(_executable, cancellation);
            _tools = await DevTools.ConnectAsync(address, cancellation);
            var metrics = new JsonObject { ["width"] = 1000, ["height"] = 1400, ["deviceScaleFactor"] = 2, ["mobile"] = false };
            await _tools.SendAsync("Emulation.setDeviceMetricsOverride", metrics, cancellation);
        }
        if (_shown == html)
            return _tools;
        _shown = null;
        // A new document each time; its address is no file's, so that links to other pages cannot lead to where this one happened to be made.
        await _tools.SendAsync("Page.navigate", new JsonObject { ["url"] = "about:blank" }, cancellation);
        await _tools.EvaluateAsync($"document.open(); document.write({JsonSerializer.Serialize(html)}); document.close()", cancellation);
        _complaint = await _tools.EvaluateAsync("tortue.still", cancellation);
        _shown = html;
        return _tools;
    }

    private void Stop()
    {
        _shown = null;
        _tools?.Dispose();
        _tools = null;
        _browser?.Dispose();
        _browser = null;
    }
}
