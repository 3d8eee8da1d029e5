using System.Text.Json.Nodes;
using Tortue.Notebooks.Scripting;

namespace Tortue.Notebooks.Jupyter.Serving;

/// <summary>Proposes what could stand at the cursor.</summary>
/// <param name="session">Knows the cells so far.</param>
internal sealed class CompleteHandler(CSharpSession session) : IRequestHandler
{
    public string Type => "complete_request";

    public async Task<JsonObject> AnswerAsync(Exchange exchange, CancellationToken cancellation)
    {
        await session.WarmUpAsync().WaitAsync(cancellation).ConfigureAwait(false);
        var code = exchange.Request.Text("code");
        var cursor = CursorPosition.ToUnits(code, exchange.Request.Number("cursor_pos", code.Length));
        var list = session.Insight.Complete(code, cursor, cancellation);
        var (start, end) = (CursorPosition.ToCharacters(code, list.Start), CursorPosition.ToCharacters(code, list.End));
        var types = list.Items.Select(item => new JsonObject
        {
            ["text"] = item.Text,
            ["type"] = item.Kind,
            ["signature"] = item.Signature,
            ["start"] = start,
            ["end"] = end,
        });
        return new()
        {
            ["status"] = "ok",
            ["matches"] = new JsonArray([.. list.Items.Select(item => JsonValue.Create(item.Text))]),
            ["cursor_start"] = start,
            ["cursor_end"] = end,
            // What VS Code and JupyterLab choose icons by.
            ["metadata"] = new JsonObject { ["_jupyter_types_experimental"] = new JsonArray([.. types]) },
        };
    }
}
