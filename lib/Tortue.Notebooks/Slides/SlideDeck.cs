using System.Text.Json.Nodes;
using Tortue.Notebooks.Documents;

namespace Tortue.Notebooks.Slides;

/// <summary>
/// The slides of a notebook, from its cells' <c>metadata.slideshow.slide_type</c>, by the rules of nbconvert's slides: the first cell that is
/// shown begins a slide whatever it says, a cell that says nothing continues what is above it, and skipped cells interrupt nothing.
/// Two rules are our own: cells tagged <c>instructor</c> are never shown, they are notes; and notes above the first slide belong to it.
/// </summary>
public sealed class SlideDeck
{
    private SlideDeck(IReadOnlyList<SlideColumn> columns) => Columns = columns;

    /// <summary>The columns, from left to right; none where every cell is skipped or a note.</summary>
    public IReadOnlyList<SlideColumn> Columns { get; }

    /// <summary>All slides in the order of a lecture.</summary>
    public IEnumerable<Slide> Slides => Columns.SelectMany(column => column.Slides);

    /// <summary>Whether any cell of a notebook says what part of a lecture it is.</summary>
    /// <param name="document">The notebook.</param>
    public static bool HasTrack(NotebookDocument document) => document.Cells.Any(cell => Written(cell) is not null);

    /// <summary>The slides of a notebook.</summary>
    /// <param name="document">The notebook.</param>
    public static SlideDeck Of(NotebookDocument document)
    {
        var builder = new SlideDeckBuilder();
        foreach (var cell in document.Cells)
            builder.Add(cell, TypeOf(cell));
        return new SlideDeck(builder.Columns());
    }

    /// <summary>What part of a lecture a cell is. What no front end writes counts as saying nothing.</summary>
    /// <param name="cell">The cell.</param>
    public static SlideType TypeOf(NotebookCell cell)
    {
        var type = Written(cell) switch
        {
            "slide" => SlideType.Slide,
            "subslide" => SlideType.Subslide,
            "fragment" => SlideType.Fragment,
            "skip" => SlideType.Skip,
            "notes" => SlideType.Notes,
            _ => SlideType.Continued,
        };
        return type != SlideType.Skip && cell.Tags.Contains("instructor", StringComparer.OrdinalIgnoreCase) ? SlideType.Notes : type;
    }

    // Jupyter writes "-" or "" for a cell that was given a type and lost it again.
    private static string? Written(NotebookCell cell) =>
        (cell.Metadata["slideshow"] as JsonObject)?["slide_type"] is JsonValue value && value.TryGetValue<string>(out var type)
        && type is not ("" or "-")
            ? type
            : null;
}
