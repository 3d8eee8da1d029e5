using Tortue.Notebooks.Documents;

namespace Tortue.Notebooks.Slides;

/// <summary>One slide.</summary>
/// <param name="Steps">What it shows, from top to bottom; at least one step.</param>
/// <param name="Notes">What the lecturer says with it.</param>
public sealed record Slide(IReadOnlyList<SlideStep> Steps, IReadOnlyList<NotebookCell> Notes)
{
    /// <summary>The cells that it shows.</summary>
    public IEnumerable<NotebookCell> Cells => Steps.SelectMany(step => step.Cells);
}
