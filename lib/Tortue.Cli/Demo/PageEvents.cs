using System.Net;
using System.Text;

namespace Tortue.Cli.Demo;

/// <summary>The open pages, and what they are told: server-sent events.</summary>
internal sealed class PageEvents : IDisposable
{
    private readonly Lock _lock = new();
    private readonly List<HttpListenerResponse> _pages = [];
    private (string Kind, string Text)? _standing;

    /// <summary>Adds a page.</summary>
    /// <param name="response">Stays open.</param>
    /// <param name="current">Which version there is.</param>
    /// <param name="shown">Which it shows; it may have been away while a new one was made.</param>
    public void Add(HttpListenerResponse response, int current, string? shown)
    {
        response.ContentType = "text/event-stream";
        response.SendChunked = true;
        lock (_lock)
        {
            _pages.Add(response);
            // A first comment, so that the page knows that it is heard.
            var isBehind = shown is not null && shown != current.ToString(System.Globalization.CultureInfo.InvariantCulture);
            Write(response, isBehind ? Text("reload", "") : _standing is { } news ? Text(news.Kind, news.Text) : ": here\n\n");
        }
    }

    /// <summary>Tells all pages; a page that comes later hears it too, unless it was "reload", which it has done.</summary>
    public void Send(string kind, string text)
    {
        lock (_lock)
        {
            _standing = kind == "reload" ? null : (kind, text);
            foreach (var page in _pages.ToList()) Write(page, Text(kind, text));
        }
    }

    /// <summary>Ends all streams.</summary>
    public void Dispose()
    {
        lock (_lock)
        {
            foreach (var page in _pages) page.Abort();
            _pages.Clear();
        }
    }

    private void Write(HttpListenerResponse page, string text)
    {
        try
        {
            page.OutputStream.Write(Encoding.UTF8.GetBytes(text));
            page.OutputStream.Flush();
        }
        catch (Exception exception) when (exception is HttpListenerException or ObjectDisposedException or IOException or InvalidOperationException)
        {
            // It was closed.
            _pages.Remove(page);
        }
    }

    private static string Text(string kind, string text) => $"event: {kind}\ndata: {text.ReplaceLineEndings(" ")}\n\n";
}
