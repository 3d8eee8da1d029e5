namespace Tortue.Notebooks.Handouts.Prose;

/// <summary>A heading of the page, for the table of contents.</summary>
/// <param name="Level">Its level on the page, 1 to 6.</param>
/// <param name="Id">Its anchor.</param>
/// <param name="Html">Its text with formulas, without links.</param>
/// <param name="Text">Its text alone.</param>
/// <param name="Exercise">The number of the exercise that it names, for example <c>6.3</c>, or null.</param>
internal sealed record PageHeading(int Level, string Id, string Html, string Text, string? Exercise);
