using System.Text.Json.Nodes;
using Tortue.Notebooks.Documents;

namespace Tortue.Notebooks.Checks.Rules;

/// <summary>What a cell is in a lecture, by <c>metadata.slideshow.slide_type</c>.</summary>
internal static class SlideTrack
{
    /// <summary>The types that front ends and converters know.</summary>
    public static readonly string[] Types = ["slide", "subslide", "fragment", "skip", "notes", "-"];

    /// <summary>The type of a cell; null where it says nothing, and so continues the slide before it.</summary>
    public static string? TypeOf(NotebookCell cell) =>
        (cell.Metadata["slideshow"] as JsonObject)?["slide_type"] is JsonValue value && value.TryGetValue<string>(out var type)
            ? type
            : null;

    /// <summary>Whether a cell begins a slide.</summary>
    public static bool Begins(NotebookCell cell) => TypeOf(cell) is "slide" or "subslide";

    /// <summary>Whether a cell is on no slide.</summary>
    public static bool IsAside(NotebookCell cell) => TypeOf(cell) is "skip" or "notes";
}
