using Tortue.Notebooks.Documents;

namespace Tortue.Notebooks.Slides;

/// <summary>What appears on a slide at once.</summary>
/// <param name="IsFragment">Whether it appears at a step of its own, after what stands above it.</param>
/// <param name="Cells">Its cells, at least one.</param>
public sealed record SlideStep(bool IsFragment, IReadOnlyList<NotebookCell> Cells);
