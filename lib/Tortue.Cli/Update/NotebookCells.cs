using System.Text.Json;
using System.Text.Json.Nodes;
using Tortue.Notebooks.Documents;

namespace Tortue.Cli.Update;

/// <summary>Whether two notebooks are the same to a student.</summary>
internal static class NotebookCells
{
    // As deep as a notebook may be to be read at all.
    private static readonly JsonDocumentOptions Deep = new() { MaxDepth = 512 };

    /// <summary>Whether two notebooks have the same cells: kind, text, tags and pictures; not outputs, counts and what editors note.</summary>
    /// <param name="one">A notebook.</param>
    /// <param name="other">Another.</param>
    public static bool AreSame(NotebookDocument one, NotebookDocument other) =>
        one.Cells.Count == other.Cells.Count && one.Cells.Zip(other.Cells).All(pair => IsSame(pair.First, pair.Second));

    /// <summary>Whether two files are the same notebook in everything but outputs and counts.</summary>
    /// <param name="one">The text of a notebook.</param>
    /// <param name="other">The text of another.</param>
    public static bool AreSameBesideOutputs(string one, string other) => JsonNode.DeepEquals(Bare(one), Bare(other));

    private static bool IsSame(NotebookCell one, NotebookCell other) =>
        one.Kind == other.Kind
        && one.Source == other.Source
        && one.Tags.SequenceEqual(other.Tags)
        && JsonNode.DeepEquals(one.Attachments, other.Attachments);

    private static JsonNode Bare(string text)
    {
        var notebook = JsonNode.Parse(text.TrimStart('\uFEFF'), documentOptions: Deep)!;
        foreach (var cell in notebook["cells"]!.AsArray().OfType<JsonObject>().Where(cell => (string?)cell["cell_type"] == "code"))
        {
            cell["outputs"] = new JsonArray();
            cell["execution_count"] = null;
            // A list of lines and one string are the same text.
            if (cell["source"] is JsonArray lines) cell["source"] = string.Concat(lines.Select(line => (string?)line));
        }
        return notebook;
    }
}
