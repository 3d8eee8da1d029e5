namespace Tortue.Notebooks.Handouts;

/// <summary>What a handout shows.</summary>
public sealed record HandoutOptions
{
    /// <summary>What becomes of solutions. Default: <see cref="SolutionDisplay.Folded"/>.</summary>
    public SolutionDisplay Solutions { get; init; } = SolutionDisplay.Folded;

    /// <summary>Whether cells tagged <c>instructor</c> are shown. Default: false.</summary>
    public bool InstructorNotes { get; init; }

    /// <summary>The line above the title that names the course; null for the default, empty for none.</summary>
    public string? CourseLine { get; init; }

    /// <summary>
    /// The folder that relative addresses of pictures start from, usually the notebook's own.
    /// Default: null, pictures in files are then not found. Pictures that a text asks for in HTML rather than Markdown are left as they are.
    /// </summary>
    public string? NotebookFolder { get; init; }
}
