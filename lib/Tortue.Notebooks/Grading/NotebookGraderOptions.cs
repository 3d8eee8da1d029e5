namespace Tortue.Notebooks.Grading;

/// <summary>Settings of a <see cref="NotebookGrader"/>.</summary>
public sealed record NotebookGraderOptions
{
    /// <summary>
    /// The folder of the course's built library, whose assemblies stand in for those of the same name that the notebook's <c>#r</c> names;
    /// null to take what it names.
    /// </summary>
    public string? LibraryFolder { get; init; }

    /// <summary>What the checks draw their inputs from, so that every student meets the same; null for inputs by chance.</summary>
    public int? Seed { get; init; }
}
