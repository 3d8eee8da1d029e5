namespace Tortue.Notebooks.Handouts;

/// <summary>What a handout shows.</summary>
public sealed record HandoutOptions
{
    /// <summary>For whom it is. Default: <see cref="HandoutVariant.Student"/>.</summary>
    public HandoutVariant Variant { get; init; }

    /// <summary>
    /// What becomes of solutions. Default: null, which is <see cref="SolutionDisplay.Folded"/> for students, <see cref="SolutionDisplay.Shown"/> for
    /// instructors, and <see cref="SolutionDisplay.None"/> on paper, where folded ones are left out as well.
    /// </summary>
    public SolutionDisplay? Solutions { get; init; }

    /// <summary>
    /// The folder of the scripts and style sheets that the pages of a course share; it is made where it is missing, and the names of its files tell
    /// versions apart. Default: null, each page carries everything with it. Pages for paper that a browser has made still need none of them.
    /// </summary>
    public string? SharedAssets { get; init; }

    /// <summary>The line above the title that names the course; null for the default, empty for none.</summary>
    public string? CourseLine { get; init; }

    /// <summary>
    /// The folder that relative addresses of pictures start from, usually the notebook's own.
    /// Default: null, pictures in files are then not found. Pictures that a text asks for in HTML rather than Markdown are left as they are.
    /// </summary>
    public string? NotebookFolder { get; init; }

    /// <summary>Whether the page is composed for paper, for whomever it is.</summary>
    internal bool OnPaper { get => field || Variant == HandoutVariant.Print; init; }

    /// <summary>Whether notes for instructors are shown.</summary>
    internal bool ShowsNotes => Variant == HandoutVariant.Instructor;

    /// <summary>What becomes of solutions, decided.</summary>
    internal SolutionDisplay SolutionsShown
    {
        get
        {
            var asked = Solutions ?? (Variant == HandoutVariant.Instructor ? SolutionDisplay.Shown : SolutionDisplay.Folded);
            return OnPaper && asked == SolutionDisplay.Folded ? SolutionDisplay.None : asked;
        }
    }
}
