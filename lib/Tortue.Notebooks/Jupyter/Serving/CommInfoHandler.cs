using System.Text.Json.Nodes;

namespace Tortue.Notebooks.Jupyter.Serving;

/// <summary>Says that there are no comms: widgets that talk to the kernel are not a part of it.</summary>
internal sealed class CommInfoHandler : IRequestHandler
{
    public string Type => "comm_info_request";

    public Task<JsonObject> AnswerAsync(Exchange exchange, CancellationToken cancellation) =>
        Task.FromResult(new JsonObject { ["status"] = "ok", ["comms"] = new JsonObject() });
}
