using System.Text.Json.Nodes;
using Tortue.Notebooks.Documents;
using Tortue.Notebooks.Handouts.Prose;

namespace Tortue.Notebooks.Handouts;

/// <summary>What the tags of a cell ask of a handout.</summary>
internal sealed class CellMarks
{
    private readonly HashSet<string> _tags;

    /// <param name="cell">The cell.</param>
    /// <param name="further">Tags that the page gives it beside its own.</param>
    public CellMarks(NotebookCell cell, params IEnumerable<string> further)
    {
        _tags = new HashSet<string>(cell.Tags.Concat(further), StringComparer.OrdinalIgnoreCase);
        IsSpoken = cell.Metadata["slideshow"] is JsonObject slideshow && slideshow["slide_type"]?.ToString() == "notes";
        // A solution inside an exercise is first of all a solution.
        Box = BoxKind.Find(Has("instructor") ? "instructor" : Has("solution") ? "solution" : cell.Tags.FirstOrDefault(IsBox));
    }

    /// <summary>The box that the cell belongs to, or null.</summary>
    public BoxKind? Box { get; }

    /// <summary>Whether the cell belongs to the notes of a slide: what is said while the slide is shown.</summary>
    public bool IsSpoken { get; }

    /// <summary>Whether the cell does not appear.</summary>
    public bool RemoveCell => Has("remove-cell");

    /// <summary>Whether the code does not appear.</summary>
    public bool RemoveInput => Has("remove-input");

    /// <summary>Whether the outputs do not appear.</summary>
    public bool RemoveOutput => Has("remove-output");

    /// <summary>Whether the code is folded.</summary>
    public bool HideInput => Has("hide-input");

    /// <summary>Whether the outputs are folded.</summary>
    public bool HideOutput => Has("hide-output");

    /// <summary>Whether the whole cell is folded.</summary>
    public bool HideCell => Has("hide-cell");

    /// <summary>Whether an exception is what the cell is there to show.</summary>
    public bool RaisesException => Has("raises-exception");

    private static bool IsBox(string tag) => BoxKind.Find(tag) is not null;

    private bool Has(string tag) => _tags.Contains(tag);
}
