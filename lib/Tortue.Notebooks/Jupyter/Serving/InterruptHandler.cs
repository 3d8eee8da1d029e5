using System.Text.Json.Nodes;

namespace Tortue.Notebooks.Jupyter.Serving;

/// <summary>Stops the running cell.</summary>
/// <param name="interrupt">Does it.</param>
internal sealed class InterruptHandler(Action interrupt) : IRequestHandler
{
    public string Type => "interrupt_request";

    public Task<JsonObject> AnswerAsync(Exchange exchange, CancellationToken cancellation)
    {
        interrupt();
        return Task.FromResult(new JsonObject { ["status"] = "ok" });
    }
}
