using System.Text.Json.Nodes;

namespace Tortue.Notebooks.Jupyter.Serving;

/// <summary>Gives earlier cells back.</summary>
internal sealed class HistoryHandler(History history) : IRequestHandler
{
    private const int Default = 1000;

    public string Type => "history_request";

    public Task<JsonObject> AnswerAsync(Exchange exchange, CancellationToken cancellation)
    {
        var request = exchange.Request;
        var withOutput = request.Flag("output", false);
        var count = Math.Max(0, request.Number("n", Default));
        var entries = request.Text("hist_access_type") switch
        {
            "range" => history.Range(request.Number("start", 0), request.Number("stop", int.MaxValue), withOutput),
            "search" => history.Search(request.Text("pattern", "*"), count, request.Flag("unique", false), withOutput),
            _ => history.Tail(count, withOutput),
        };
        return Task.FromResult(new JsonObject { ["status"] = "ok", ["history"] = entries });
    }
}
