namespace Tortue.Notebooks.Slides;

/// <summary>What an audience sees of a slide.</summary>
/// <param name="Title">Its title as plain text; empty for none.</param>
/// <param name="Html">What is below the title.</param>
internal sealed record SlideFace(string Title, string Html);
