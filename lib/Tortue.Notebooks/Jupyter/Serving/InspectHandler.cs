using System.Net;
using System.Text.Json.Nodes;
using Tortue.Notebooks.Scripting;

namespace Tortue.Notebooks.Jupyter.Serving;

/// <summary>Describes what stands at the cursor.</summary>
/// <param name="session">Knows the cells so far.</param>
internal sealed class InspectHandler(CSharpSession session) : IRequestHandler
{
    public string Type => "inspect_request";

    public async Task<JsonObject> AnswerAsync(Exchange exchange, CancellationToken cancellation)
    {
        await session.WarmUpAsync().WaitAsync(cancellation).ConfigureAwait(false);
        var code = exchange.Request.Text("code");
        var cursor = CursorPosition.ToUnits(code, exchange.Request.Number("cursor_pos", code.Length));
        var text = session.Insight.Inspect(code, cursor, cancellation);
        return new()
        {
            ["status"] = "ok",
            ["found"] = text is not null,
            ["data"] = text is null ? new() : new JsonObject { ["text/plain"] = text, ["text/html"] = $"<pre>{WebUtility.HtmlEncode(text)}</pre>" },
            ["metadata"] = new JsonObject(),
        };
    }
}
