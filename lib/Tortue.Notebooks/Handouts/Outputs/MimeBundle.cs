using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;
using Tortue.Notebooks.Documents;

namespace Tortue.Notebooks.Handouts.Outputs;

/// <summary>The forms in which one output offers itself: nbformat's <c>data</c>.</summary>
/// <param name="data">The JSON object, MIME type to content.</param>
internal sealed class MimeBundle(JsonObject? data)
{
    /// <summary>The content of a type as text; lists of lines are joined.</summary>
    public bool TryGetText(string type, [NotNullWhen(true)] out string? text)
    {
        text = data?[type] is { } node ? MultilineText.Join(node) : null;
        return text is not null;
    }

    /// <summary>The content of a JSON type; some writers store it as text.</summary>
    public bool TryGetJson(string type, [NotNullWhen(true)] out JsonObject? json)
    {
        json = data?[type] switch
        {
            JsonObject content => content,
            JsonValue or JsonArray when TryGetText(type, out var text) => Parse(text),
            _ => null,
        };
        return json is not null;
    }

    private static JsonObject? Parse(string text)
    {
        try
        {
            return JsonNode.Parse(text) as JsonObject;
        }
        catch (System.Text.Json.JsonException)
        {
            return null;
        }
    }
}
