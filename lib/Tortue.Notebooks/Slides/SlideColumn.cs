namespace Tortue.Notebooks.Slides;

/// <summary>A slide and the subslides below it.</summary>
/// <param name="Slides">From top to bottom; at least one.</param>
public sealed record SlideColumn(IReadOnlyList<Slide> Slides);
