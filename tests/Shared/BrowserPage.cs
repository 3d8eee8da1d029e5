using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace Tortue.Testing;

/// <summary>A page that may load files but nothing from a network, unless a server of this machine is allowed, and that remembers what
/// it asked for and what it complained about.</summary>
public sealed class BrowserPage : IAsyncDisposable
{
    private readonly IBrowserContext _context;
    private readonly ConcurrentQueue<string> _errors = new();
    private readonly ConcurrentQueue<string> _outsideRequests = new();
    private readonly ConcurrentDictionary<string, string> _served = new();
    private Uri? _server;

    private BrowserPage(IBrowserContext context, IPage page)
    {
        _context = context;
        Page = page;
        page.Console += (_, message) =>
        {
            if (message.Type == "error")
                _errors.Enqueue(message.Text);
        };
        page.PageError += (_, error) => _errors.Enqueue(error);
    }

    /// <summary>Playwright's page.</summary>
    public IPage Page { get; }

    /// <summary>Errors of the console and uncaught exceptions so far.</summary>
    public IReadOnlyList<string> Errors => [.. _errors];

    /// <summary>Addresses outside this machine that the page has asked for so far, answered or not.</summary>
    public IReadOnlyList<string> OutsideRequests => [.. _outsideRequests];

    /// <summary>Answers requests for an address with a local file; every other outside address fails.</summary>
    public void Serve(string address, string file) => _served[address] = file;

    /// <summary>Lets a server of this machine answer for itself. What is asked of it counts as no outside request.</summary>
    public void Allow(Uri server) => _server = server;

    /// <summary>Shows a document given as text, as if it came from a file.</summary>
    public async Task ShowAsync(string html) => await Page.SetContentAsync(html);

    /// <summary>Opens a file of this machine.</summary>
    public async Task OpenFileAsync(string path) => await Page.GotoAsync(new Uri(Path.GetFullPath(path)).AbsoluteUri);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync() => await _context.CloseAsync();

    internal static async Task<BrowserPage> OpenAsync(IBrowserContext context)
    {
        var opened = new BrowserPage(context, await context.NewPageAsync());
        await context.RouteAsync(address => address.StartsWith("http", StringComparison.OrdinalIgnoreCase), opened.AnswerAsync);
        return opened;
    }

    private async Task AnswerAsync(IRoute route)
    {
        if (_server?.IsBaseOf(new(route.Request.Url)) == true)
        {
            await route.ContinueAsync();
            return;
        }

        _outsideRequests.Enqueue(route.Request.Url);
        if (_served.TryGetValue(route.Request.Url, out var file))
            await route.FulfillAsync(new RouteFulfillOptions { Path = file, Headers = HeadersFor(file) });
        else
            await route.AbortAsync("internetdisconnected");
    }

    // An integrity hash is checked only on answers that allow the asking page to read them.
    private static Dictionary<string, string> HeadersFor(string file) => new()
    {
        ["Access-Control-Allow-Origin"] = "*",
        ["Content-Type"] = Path.GetExtension(file) switch
        {
            ".css" => "text/css; charset=utf-8",
            ".woff2" => "font/woff2",
            _ => "text/javascript; charset=utf-8",
        },
    };
}
