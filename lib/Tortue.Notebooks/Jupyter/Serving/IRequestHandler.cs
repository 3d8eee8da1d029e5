using System.Text.Json.Nodes;

namespace Tortue.Notebooks.Jupyter.Serving;

/// <summary>Answers one kind of request.</summary>
internal interface IRequestHandler
{
    /// <summary>The kind, such as kernel_info_request.</summary>
    string Type { get; }

    /// <summary>Answers a request.</summary>
    /// <param name="exchange">The request.</param>
    /// <param name="cancellation">Cancelled by an interrupt, and when the kernel ends.</param>
    /// <returns>The content of the reply.</returns>
    Task<JsonObject> AnswerAsync(Exchange exchange, CancellationToken cancellation);
}
