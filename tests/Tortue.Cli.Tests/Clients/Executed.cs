using System.Text.Json.Nodes;
using Tortue.Notebooks.Documents;

namespace Tortue.Cli.Tests.Clients;

/// <summary>A notebook that a client has executed, with its outputs.</summary>
/// <param name="Seconds">How long that took, the kernel's start included.</param>
/// <param name="LeavesMetadata">Whether the notebook's metadata are still what they were.</param>
internal sealed record Executed(double Seconds, bool LeavesMetadata)
{
    /// <summary>The notebook.</summary>
    public required NotebookDocument Document { get; init; }

    /// <summary>The MIME bundles of a cell's outputs.</summary>
    public static IEnumerable<JsonObject> Bundles(NotebookCell cell) =>
        cell.Outputs.Select(output => output!["data"]).OfType<JsonObject>();

    /// <summary>A text of a bundle; null where it has none of the type.</summary>
    public static string? Text(JsonObject bundle, string type) => bundle[type] switch
    {
        null => null,
        JsonArray lines => string.Concat(lines.Select(line => (string?)line)),
        var text => (string?)text,
    };
}
