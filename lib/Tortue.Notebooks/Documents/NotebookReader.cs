using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Tortue.Notebooks.Documents;

/// <summary>Turns the text of a notebook file into a document, or says in one sentence why it is none.</summary>
internal static class NotebookReader
{
    private static readonly JsonDocumentOptions Options = new() { AllowDuplicateProperties = false, MaxDepth = 512 };

    public static NotebookDocument Read(string json, string name)
    {
        var text = json.TrimStart('\uFEFF');
        if (string.IsNullOrWhiteSpace(text))
            throw Failure(DocumentsText.Empty, name);

        if (ParseJson(text, name) is not JsonObject root || !(root.ContainsKey("nbformat") || root.ContainsKey("cells")))
            throw Failure(DocumentsText.NotNotebook, name);

        var major = root["nbformat"] is JsonValue number && number.TryGetValue<int>(out var version) ? version : 0;
        if (major != 4)
            throw Failure(major is > 0 and < 4 ? DocumentsText.OldFormat : DocumentsText.OtherFormat, name, root["nbformat"]?.ToJsonString() ?? "null");

        if (root["cells"] is not JsonArray cells)
            throw Failure(DocumentsText.NoCells, name);

        var metadata = MetadataOf(root) ?? throw Failure(DocumentsText.NoMetadata, name);
        return new NotebookDocument(name, root, NotebookLayout.Of(text), metadata, ReadCells(cells, name));
    }

    private static JsonNode? ParseJson(string text, string name)
    {
        try
        {
            var node = JsonNode.Parse(text, documentOptions: Options);
            Visit(node);
            return node;
        }
        catch (JsonException exception)
        {
            var line = exception.LineNumber is { } zeroBased ? (int)zeroBased + 1 : (int?)null;
            var message = line is null ? Format(DocumentsText.BrokenJson, name) : Format(DocumentsText.BrokenJsonAtLine, name, line);
            throw new NotebookFormatException(message, line, exception);
        }
        catch (InvalidOperationException exception)
        {
            // A name with half of a surrogate pair.
            throw new NotebookFormatException(Format(DocumentsText.BrokenJson, name), innerException: exception);
        }
    }

    /// <summary>Nodes are read lazily: this reads them all, so that what is wrong is found now.</summary>
    private static void Visit(JsonNode? node)
    {
        if (node is JsonObject item)
        {
            foreach (var (_, value) in item)
                Visit(value);
        }
        else if (node is JsonArray list)
        {
            foreach (var value in list)
                Visit(value);
        }
    }

    private static List<NotebookCell> ReadCells(JsonArray nodes, string name)
    {
        var cells = new List<NotebookCell>(nodes.Count);
        var seen = new Dictionary<string, int>();
        foreach (var node in nodes)
            cells.Add(ReadCell(node, cells.Count + 1, name, seen));

        return cells;
    }

    /// <summary>One cell.</summary>
    /// <param name="node">Its JSON.</param>
    /// <param name="number">Its place, from 1, for messages.</param>
    /// <param name="name">What messages call the notebook.</param>
    /// <param name="seen">The made ids so far, which are counted; null where the cell has an id of its own.</param>
    public static NotebookCell ReadCell(JsonNode? node, int number, string name, Dictionary<string, int>? seen = null)
    {
        if (node is not JsonObject json)
            throw Failure(DocumentsText.CellNotObject, name, number);

        var typeName = json["cell_type"] is JsonValue type && type.TryGetValue<string>(out var value) ? value : "";
        CellKind kind = typeName switch
        {
            "code" => CellKind.Code,
            "markdown" => CellKind.Markdown,
            "raw" => CellKind.Raw,
            _ => throw Failure(DocumentsText.CellKindUnknown, name, number, typeName),
        };
        var source = MultilineText.Join(json["source"]) ?? throw Failure(DocumentsText.CellSourceNotText, name, number);
        var metadata = MetadataOf(json) ?? throw Failure(DocumentsText.CellMetadataNotObject, name, number);
        var id = json["id"] is JsonValue idValue && idValue.TryGetValue<string>(out var given)
            ? given
            : GeneratedId(typeName, source, seen ?? []);
        return new NotebookCell(json, id, kind, source, metadata);
    }

    /// <summary>An id that depends on the cell alone, so that it survives cells inserted above; equal cells are counted.</summary>
    private static string GeneratedId(string typeName, string source, Dictionary<string, int> seen)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(typeName + "\n" + source));
        var id = Convert.ToHexStringLower(hash.AsSpan(0, 4));
        var count = seen[id] = seen.GetValueOrDefault(id) + 1;
        return count == 1 ? id : string.Create(CultureInfo.InvariantCulture, $"{id}-{count}");
    }

    private static JsonObject? MetadataOf(JsonObject owner)
    {
        if (!owner.ContainsKey("metadata"))
            owner["metadata"] = new JsonObject();

        return owner["metadata"] as JsonObject;
    }

    private static NotebookFormatException Failure(string format, params object[] values) => new(Format(format, values));

    private static string Format(string format, params object?[] values) => string.Format(CultureInfo.CurrentCulture, format, values);
}
