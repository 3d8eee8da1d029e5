using System.Text.Json;
using System.Text.Json.Nodes;

namespace Tortue.Notebooks.Documents;

/// <summary>Text in nbformat: a string, or a list of strings to be joined; written as a list of lines.</summary>
internal static class MultilineText
{
    /// <summary>Joins what a file holds; null for what is neither a string nor a list of strings.</summary>
    public static string? Join(JsonNode? node) => node switch
    {
        null => "",
        JsonValue value => ReadString(value),
        JsonArray list when list.All(line => line is JsonValue) => JoinLines(list),
        _ => null,
    };

    /// <summary>The lines of a text, each with its line end, as Python's <c>splitlines(True)</c> gives them.</summary>
    public static JsonArray Split(string text)
    {
        var lines = new JsonArray();
        var start = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (!IsLineEnd(text[i]))
                continue;

            if (text[i] == '\r' && i + 1 < text.Length && text[i + 1] == '\n')
                i++;

            lines.Add((JsonNode)text[start..(i + 1)]);
            start = i + 1;
        }

        if (start < text.Length)
            lines.Add((JsonNode)text[start..]);

        return lines;
    }

    private static bool IsLineEnd(char character) =>
        character is '\n' or '\r' or '\v' or '\f' or '\x1c' or '\x1d' or '\x1e' or '\x85' or '\u2028' or '\u2029';

    private static string? JoinLines(JsonArray list)
    {
        var lines = list.Select(line => ReadString((JsonValue)line!)).ToList();
        return lines.Contains(null) ? null : string.Concat(lines);
    }

    private static string? ReadString(JsonValue value)
    {
        if (value.GetValueKind() != JsonValueKind.String)
            return null;

        try
        {
            return value.GetValue<string>();
        }
        catch (InvalidOperationException)
        {
            // An escaped half of a surrogate pair: no text.
            return null;
        }
    }
}
