using System.Text.Json.Nodes;

namespace Tortue.Notebooks.Jupyter.Serving;

/// <summary>Ends the kernel, once it has said so.</summary>
/// <param name="end">Does it.</param>
internal sealed class ShutdownHandler(Action end) : IRequestHandler, IFollowUp
{
    public string Type => "shutdown_request";

    public Task<JsonObject> AnswerAsync(Exchange exchange, CancellationToken cancellation) =>
        Task.FromResult(new JsonObject { ["status"] = "ok", ["restart"] = exchange.Request.Flag("restart", false) });

    public void AfterIdle() => end();
}
