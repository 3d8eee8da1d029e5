using System.Text.Json.Nodes;
using Tortue.Notebooks.Scripting;
using Tortue.Notebooks.Scripting.Insight;

namespace Tortue.Notebooks.Jupyter.Serving;

/// <summary>Says whether a console should run what was typed or wait for more.</summary>
/// <param name="session">Knows the language.</param>
internal sealed class IsCompleteHandler(CSharpSession session) : IRequestHandler
{
    private const string Indent = "    ";

    public string Type => "is_complete_request";

    public Task<JsonObject> AnswerAsync(Exchange exchange, CancellationToken cancellation)
    {
        var code = exchange.Request.Text("code");
        return Task.FromResult(session.Insight.Check(code, cancellation) switch
        {
            Completeness.Complete => new JsonObject { ["status"] = "complete" },
            Completeness.Invalid => new JsonObject { ["status"] = "invalid" },
            _ => new JsonObject { ["status"] = "incomplete", ["indent"] = NextIndent(code) },
        });
    }

    private static string NextIndent(string code)
    {
        var line = code.TrimEnd().Split('\n')[^1];
        var own = line[..^line.TrimStart().Length];
        return line.EndsWith('{') || line.EndsWith('(') ? own + Indent : own;
    }
}
