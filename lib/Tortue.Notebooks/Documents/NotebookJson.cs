using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Tortue.Notebooks.Documents;

/// <summary>
/// Writes JSON as Jupyter writes notebooks (Python's <c>json.dumps(nb, ensure_ascii=False, indent=1)</c>): one item a line, text outside
/// ASCII as it is. Values that were read and not changed keep the spelling they had in the file.
/// </summary>
internal static class NotebookJson
{
    /// <summary>The text of <paramref name="node"/>, without a final newline.</summary>
    public static string Write(JsonNode? node, string indent, string newLine)
    {
        var text = new StringBuilder();
        Write(text, node, indent, newLine, 0);
        return text.ToString();
    }

    private static void Write(StringBuilder text, JsonNode? node, string indent, string newLine, int depth)
    {
        switch (node)
        {
            case JsonObject { Count: > 0 } item:
                var separator = "{";
                foreach (var (name, value) in item)
                {
                    StartLine(text.Append(separator), indent, newLine, depth + 1);
                    WriteString(text, name);
                    text.Append(": ");
                    Write(text, value, indent, newLine, depth + 1);
                    separator = ",";
                }

                StartLine(text, indent, newLine, depth);
                text.Append('}');
                break;
            case JsonArray { Count: > 0 } list:
                separator = "[";
                foreach (var value in list)
                {
                    StartLine(text.Append(separator), indent, newLine, depth + 1);
                    Write(text, value, indent, newLine, depth + 1);
                    separator = ",";
                }

                StartLine(text, indent, newLine, depth);
                text.Append(']');
                break;
            case JsonValue value when value.TryGetValue<JsonElement>(out var element):
                text.Append(element.GetRawText());
                break;
            case JsonValue value when value.TryGetValue<string>(out var characters):
                WriteString(text, characters);
                break;
            default:
                text.Append(node?.ToJsonString() ?? "null");
                break;
        }
    }

    private static void StartLine(StringBuilder text, string indent, string newLine, int depth)
    {
        text.Append(newLine);
        for (var i = 0; i < depth; i++)
            text.Append(indent);
    }

    private static void WriteString(StringBuilder text, string value)
    {
        text.Append('"');
        for (var i = 0; i < value.Length; i++)
        {
            var character = value[i];
            switch (character)
            {
                case '"': text.Append("\\\""); break;
                case '\\': text.Append("\\\\"); break;
                case '\n': text.Append("\\n"); break;
                case '\r': text.Append("\\r"); break;
                case '\t': text.Append("\\t"); break;
                case '\b': text.Append("\\b"); break;
                case '\f': text.Append("\\f"); break;
                case < ' ': AppendEscape(text, character); break;
                case var _ when char.IsHighSurrogate(character) && i + 1 < value.Length && char.IsLowSurrogate(value[i + 1]):
                    text.Append(character).Append(value[++i]);
                    break;
                // Half a pair cannot be written in UTF-8.
                case var _ when char.IsSurrogate(character): AppendEscape(text, character); break;
                default: text.Append(character); break;
            }
        }

        text.Append('"');
    }

    private static void AppendEscape(StringBuilder text, char character) =>
        text.Append("\\u").Append(((int)character).ToString("x4", CultureInfo.InvariantCulture));
}
