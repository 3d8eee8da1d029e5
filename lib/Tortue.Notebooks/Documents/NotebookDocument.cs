using System.Text.Json.Nodes;

namespace Tortue.Notebooks.Documents;

/// <summary>
/// A notebook in nbformat 4 (4.0 to 4.5 and later minor versions): cells and metadata over the file's own JSON, which keeps whatever this class does not
/// know. A file as Jupyter writes it and that is not changed is written back byte by byte.
/// </summary>
public sealed class NotebookDocument
{
    private readonly JsonObject _json;
    private readonly NotebookLayout _layout;
    private readonly List<NotebookCell> _cells;

    internal NotebookDocument(string name, JsonObject json, NotebookLayout layout, JsonObject metadata, List<NotebookCell> cells)
    {
        Name = name;
        _json = json;
        _layout = layout;
        Metadata = metadata;
        _cells = cells;
    }

    /// <summary>What messages call the notebook: its path as given.</summary>
    public string Name { get; }

    /// <summary>The notebook's metadata, all of it, to read and to change.</summary>
    public JsonObject Metadata { get; }

    /// <summary>The cells, from top to bottom.</summary>
    public IReadOnlyList<NotebookCell> Cells => _cells;

    /// <summary>
    /// The language of the code cells, lower case: <c>csharp</c> for C# however it is spelled (C#, csharp, the kernels <c>.net-csharp</c> and
    /// <c>polyglot-notebook</c>), else the name in the file; null where the metadata says nothing.
    /// </summary>
    public string? Language => CellLanguage.OfDocument(Metadata);

    /// <summary>The name of the kernel that the notebook asks for (<c>metadata.kernelspec.name</c>); null where it names none.</summary>
    public string? KernelName =>
        (Metadata["kernelspec"] as JsonObject)?["name"] is JsonValue value && value.TryGetValue<string>(out var name) ? name : null;

    /// <summary>Reads a notebook from a file.</summary>
    /// <param name="path">The path of the file.</param>
    /// <exception cref="NotebookFormatException">The file is not a notebook of nbformat 4.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static NotebookDocument Load(string path) => Parse(File.ReadAllText(path), path);

    /// <summary>Reads a notebook from text.</summary>
    /// <param name="json">The text of the file.</param>
    /// <param name="name">What messages call the notebook.</param>
    /// <exception cref="NotebookFormatException">The text is not a notebook of nbformat 4.</exception>
    public static NotebookDocument Parse(string json, string name) => NotebookReader.Read(json, name);

    /// <summary>Puts a cell of its own into the notebook.</summary>
    /// <param name="index">How many cells are to stand above it.</param>
    /// <param name="cell">The cell as nbformat 4.5 has it, with an id.</param>
    internal void Insert(int index, JsonObject cell)
    {
        _cells.Insert(index, NotebookReader.ReadCell(cell, index + 1, Name));
        _json["cells"]!.AsArray().Insert(index, cell);
    }

    /// <summary>The notebook as Jupyter writes it: one item a line, indented by one space, a newline at the end; or as the file was.</summary>
    public string ToJson() => NotebookJson.Write(_json, _layout.Indent, _layout.NewLine) + _layout.End;

    /// <summary>Writes the notebook to a file: to the side and moved into place, so that the file is never half written.</summary>
    /// <param name="path">The path of the file; a file that is there is replaced, unless it is read-only.</param>
    /// <exception cref="UnauthorizedAccessException">The file or its folder must not be written to.</exception>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public void Save(string path) => AtomicFile.WriteAllText(path, ToJson());
}
