using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Tortue.Notebooks.Handouts.Paper;

/// <summary>
/// A conversation with a browser in the Chrome DevTools protocol, over its web socket: one command after the other, each waits for its answer.
/// See https://chromedevtools.github.io/devtools-protocol/.
/// </summary>
internal sealed class DevTools : IDisposable
{
    private readonly ClientWebSocket _socket = new();
    private int _lastId;
    private string? _page;

    private DevTools()
    {
    }

    /// <summary>Connects to a browser and attaches to a new empty page of it.</summary>
    /// <param name="address">The web socket that the browser said it listens on.</param>
    /// <param name="cancellation">Gives up.</param>
    public static async Task<DevTools> ConnectAsync(Uri address, CancellationToken cancellation)
    {
        var tools = new DevTools();
        try
        {
            await tools._socket.ConnectAsync(address, cancellation);
            var page = await tools.SendAsync("Target.createTarget", new JsonObject { ["url"] = "about:blank" }, cancellation);
            var attached = await tools.SendAsync(
                "Target.attachToTarget", new JsonObject { ["targetId"] = page["targetId"]!.ToString(), ["flatten"] = true }, cancellation);
            tools._page = attached["sessionId"]!.ToString();
            return tools;
        }
        catch
        {
            tools.Dispose();
            throw;
        }
    }

    /// <summary>Runs JavaScript in the page, waits for its promise, and gives its value as text; null where it has none.</summary>
    /// <exception cref="DevToolsException">The script failed.</exception>
    public async Task<string?> EvaluateAsync(string script, CancellationToken cancellation)
    {
        var parameters = new JsonObject { ["expression"] = script, ["awaitPromise"] = true, ["returnByValue"] = true };
        var answer = await SendAsync("Runtime.evaluate", parameters, cancellation);
        if (answer["exceptionDetails"] is JsonObject details)
            throw new DevToolsException((details["exception"]?["description"] ?? details["text"])?.ToString() ?? script);
        return answer["result"]?["value"]?.ToString();
    }

    /// <summary>Sends a command and gives its result.</summary>
    /// <exception cref="DevToolsException">The browser refuses it, or has gone.</exception>
    public async Task<JsonObject> SendAsync(string method, JsonObject parameters, CancellationToken cancellation)
    {
        var id = ++_lastId;
        var command = new JsonObject { ["id"] = id, ["method"] = method, ["params"] = parameters };
        if (_page is not null)
            command["sessionId"] = _page;
        await _socket.SendAsync(JsonSerializer.SerializeToUtf8Bytes(command), WebSocketMessageType.Text, endOfMessage: true, cancellation);
        while (true)
        {
            var answer = await ReceiveAsync(cancellation);
            // What comes without our number tells of something that nobody asked for.
            if (answer["id"] is not JsonValue number || number.GetValue<int>() != id)
                continue;
            return answer["result"] as JsonObject ?? throw new DevToolsException(answer["error"]?["message"]?.ToString() ?? method);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _socket.Dispose();

    private async Task<JsonObject> ReceiveAsync(CancellationToken cancellation)
    {
        using var message = new MemoryStream();
        var buffer = new byte[64 * 1024];
        ValueWebSocketReceiveResult part;
        do
        {
            part = await _socket.ReceiveAsync(buffer.AsMemory(), cancellation);
            if (part.MessageType == WebSocketMessageType.Close)
                throw new DevToolsException(HandoutsText.BrowserGone);
            message.Write(buffer, 0, part.Count);
        }
        while (!part.EndOfMessage);
        return JsonNode.Parse(Encoding.UTF8.GetString(message.GetBuffer(), 0, (int)message.Length)) as JsonObject ?? [];
    }
}
