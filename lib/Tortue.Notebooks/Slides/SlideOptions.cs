using Tortue.Notebooks.Handouts;

namespace Tortue.Notebooks.Slides;

/// <summary>What slides show.</summary>
public sealed record SlideOptions
{
    /// <summary>What becomes of solutions. Default: <see cref="SolutionDisplay.None"/>, as a lecture leaves them to those who listen.</summary>
    public SolutionDisplay Solutions { get; init; } = SolutionDisplay.None;

    /// <summary>Whether the slides open dark, until someone presses their button. Default: false, for projectors.</summary>
    public bool Dark { get; init; }

    /// <summary>The line above the title that names the course; null for the default, empty for none.</summary>
    public string? CourseLine { get; init; }

    /// <summary>
    /// The folder that relative addresses of pictures start from, usually the notebook's own.
    /// Default: null, pictures in files are then not found.
    /// </summary>
    public string? NotebookFolder { get; init; }

    /// <summary>
    /// The file name of the chapter's handout, beside the slides: what a slide refers to and does not show, for example a reference, is a link
    /// to it. Default: null, such references are then plain text.
    /// </summary>
    public string? Handout { get; init; }
}
