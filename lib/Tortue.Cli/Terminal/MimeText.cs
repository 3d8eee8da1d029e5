using System.Text.Json.Nodes;
using Tortue.Cli.Errors;

namespace Tortue.Cli.Terminal;

/// <summary>The readable form of nbformat's texts and MIME bundles.</summary>
internal static class MimeText
{
    private static readonly string[] Readable = ["text/plain", "text/markdown", "text/latex"];

    /// <summary>A multi-line string of nbformat: one string, or an array of its lines.</summary>
    /// <param name="node">The JSON of the text; null is empty.</param>
    public static string Join(JsonNode? node) => node switch
    {
        JsonArray lines => string.Concat(lines.Select(line => (string?)line)),
        JsonValue value when value.TryGetValue<string>(out var text) => text,
        null => "",
        _ => node.ToJsonString(),
    };

    /// <summary>The text of a bundle, or, where it has none, what it holds and how much: "[image/png, 12 kB]".</summary>
    /// <param name="bundle">The MIME bundle.</param>
    public static string Show(JsonObject bundle)
    {
        foreach (var type in Readable)
            if (bundle.TryGetPropertyValue(type, out var text)) return Join(text);
        var kinds = bundle.Select(item => TerminalText.MimePlaceholder.With(item.Key, Quantities.ShowSize(Join(item.Value).Length)));
        return string.Join(" ", kinds);
    }
}
