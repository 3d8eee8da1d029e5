using System.Net;
using System.Net.Sockets;
using System.Text;
using Tortue.Cli.Errors;

namespace Tortue.Cli.Demo;

/// <summary>
/// Serves one page to browsers on this machine, and tells them when there is a new one. There are no files behind it: what is asked for is
/// the page, its events, or nothing.
/// </summary>
internal sealed class DemoServer : IDisposable
{
    /// <summary>Where the page hears of news.</summary>
    internal const string EventsPath = "/events";

    private const int MostTries = 20;

    private readonly HttpListener _listener;
    private readonly DemoPage _page;
    private readonly PageEvents _events = new();

    private DemoServer(HttpListener listener, int port, DemoPage page)
    {
        (_listener, _page) = (listener, page);
        Address = new Uri($"http://localhost:{port}/");
        _ = ListenAsync();
    }

    /// <summary>The address of the page.</summary>
    public Uri Address { get; }

    /// <summary>Starts to listen, on the loopback addresses alone.</summary>
    /// <param name="port">The port; null for one that is free.</param>
    /// <param name="page">The page.</param>
    /// <exception cref="CommandException">The port is taken.</exception>
    public static DemoServer Start(int? port, DemoPage page)
    {
        for (var left = MostTries; ; left--)
        {
            var chosen = port ?? FreePort();
            var listener = new HttpListener();
            listener.Prefixes.Add($"http://localhost:{chosen}/");
            // Windows gives this one to administrators only, and finds the first under both names.
            if (!OperatingSystem.IsWindows()) listener.Prefixes.Add($"http://127.0.0.1:{chosen}/");
            try
            {
                listener.Start();
                return new DemoServer(listener, chosen, page);
            }
            catch (HttpListenerException taken)
            {
                listener.Close();
                // Between choosing a free port and listening on it another program may have taken it.
                if (port is null && left > 0) continue;
                throw new CommandException(DemoText.PortTaken.With(chosen, taken.Message.TrimEnd('.')));
            }
        }
    }

    /// <summary>Tells all open pages of news: "reload", "busy" or "problem".</summary>
    /// <param name="kind">What it is.</param>
    /// <param name="text">A sentence for it; no more than one line.</param>
    public void Tell(string kind, string text) => _events.Send(kind, text);

    /// <summary>Closes all connections.</summary>
    public void Dispose()
    {
        _events.Dispose();
        _listener.Close();
    }

    private async Task ListenAsync()
    {
        while (true)
        {
            HttpListenerContext request;
            try
            {
                request = await _listener.GetContextAsync();
            }
            catch (Exception exception) when (exception is HttpListenerException or ObjectDisposedException or InvalidOperationException)
            {
                return;
            }

            _ = Task.Run(() => Answer(request));
        }
    }

    private void Answer(HttpListenerContext context)
    {
        try
        {
            var response = context.Response;
            response.Headers["Cache-Control"] = "no-store";
            response.Headers["X-Content-Type-Options"] = "nosniff";
            var path = context.Request.RawUrl?.Split('?')[0];
            if (!IsOurs(context.Request)) End(response, HttpStatusCode.Forbidden);
            else if (context.Request.HttpMethod != "GET") End(response, HttpStatusCode.MethodNotAllowed);
            else if (path == "/") Send(response, _page.Html);
            // Browsers ask for it by themselves, and would call its absence an error.
            else if (path == "/favicon.ico") End(response, HttpStatusCode.NoContent);
            else if (path == EventsPath) _events.Add(response, _page.Version, context.Request.QueryString["version"]);
            else End(response, HttpStatusCode.NotFound);
        }
        catch (Exception exception) when (exception is HttpListenerException or ObjectDisposedException or IOException or InvalidOperationException)
        {
            // The browser has gone away in the middle of it.
        }
    }

    // A page of somebody else's may make this machine's browser ask us under another name, and would then read the answer.
    private static bool IsOurs(HttpListenerRequest request) =>
        request.IsLocal && request.UserHostName?.Split(':')[0] is "localhost" or "127.0.0.1";

    private static void End(HttpListenerResponse response, HttpStatusCode status)
    {
        response.StatusCode = (int)status;
        response.Close();
    }

    private static void Send(HttpListenerResponse response, string html)
    {
        response.ContentType = "text/html; charset=utf-8";
        response.Close(Encoding.UTF8.GetBytes(html), willBlock: true);
    }

    private static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }
}
