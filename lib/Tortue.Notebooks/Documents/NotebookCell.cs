using System.Text.Json;
using System.Text.Json.Nodes;

namespace Tortue.Notebooks.Documents;

/// <summary>
/// One cell of a notebook: a view of its JSON, so that fields this class does not know (attachments, other tools' metadata) stay as they are.
/// </summary>
public sealed class NotebookCell
{
    private readonly JsonObject _json;
    private string _source;

    internal NotebookCell(JsonObject json, string id, CellKind kind, string source, JsonObject metadata)
    {
        _json = json;
        Id = id;
        Kind = kind;
        _source = source;
        Metadata = metadata;
    }

    /// <summary>
    /// The cell's id. Files of nbformat 4.4 and older have none: there it is made from the cell's kind and text, the same each time, and not written.
    /// </summary>
    public string Id { get; }

    /// <summary>Code, Markdown or raw text.</summary>
    public CellKind Kind { get; }

    /// <summary>The cell's text, lines joined; setting it writes a list of lines.</summary>
    public string Source
    {
        get => _source;
        set
        {
            if (value == _source)
                return;

            _source = value;
            _json["source"] = MultilineText.Split(value);
        }
    }

    /// <summary>The cell's metadata, all of it, to read and to change.</summary>
    public JsonObject Metadata { get; }

    /// <summary>The texts in <c>metadata.tags</c>.</summary>
    public IReadOnlyList<string> Tags =>
        Metadata["tags"] is JsonArray tags
            ? [.. tags.OfType<JsonValue>().Where(tag => tag.GetValueKind() == JsonValueKind.String).Select(tag => tag.GetValue<string>())]
            : [];

    /// <summary>The outputs of a code cell as nbformat 4.5 has them; empty for others. To change them, set the property.</summary>
    public JsonArray Outputs
    {
        get => Kind == CellKind.Code && _json["outputs"] is JsonArray outputs ? outputs : [];
        set => SetCodeField("outputs", value);
    }

    /// <summary>Pictures that the cell's text refers to as <c>attachment:name</c>: name to MIME type to base 64; null where there are none.</summary>
    public JsonObject? Attachments => _json["attachments"] as JsonObject;

    /// <summary>
    /// The solutions of the exercises that the cell checks, filled in by a run that was asked for them. They are no part of the file and are never
    /// saved, so that no notebook gives them away. Default: none.
    /// </summary>
    public IReadOnlyList<ExerciseSolution> Solutions { get; set; } = [];

    /// <summary>The number the kernel counted when it ran the cell; null for a cell that has not run.</summary>
    public int? ExecutionCount
    {
        get => _json["execution_count"] is JsonValue value && value.TryGetValue<int>(out var count) ? count : null;
        set => SetCodeField("execution_count", value);
    }

    /// <summary>
    /// The language that the cell itself names, lower case as in the file (csharp, fsharp, markdown, …), in one of the ways of .NET Interactive files
    /// and their front ends, or by a first line such as <c>#!fsharp</c>; null where it says nothing.
    /// </summary>
    public string? Language => CellLanguage.Find(Metadata, Kind == CellKind.Code ? Source : "");

    private void SetCodeField(string name, JsonNode? value)
    {
        if (Kind != CellKind.Code)
            throw new InvalidOperationException($"A {Kind} cell has no {name}.");

        if (_json.ContainsKey(name))
        {
            _json[name] = value;
            return;
        }

        // Jupyter sorts the fields of a cell by name.
        var index = 0;
        while (index < _json.Count && string.CompareOrdinal(_json.GetAt(index).Key, name) < 0)
            index++;

        _json.Insert(index, name, value);
    }
}
