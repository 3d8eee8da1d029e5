namespace Tortue.Notebooks.Slides;

/// <summary>Slides that have been written.</summary>
/// <param name="Path">The file's full path.</param>
/// <param name="Title">The title of the first slide.</param>
/// <param name="Bytes">The file's size in bytes.</param>
/// <param name="Count">How many slides, subslides with them.</param>
/// <param name="Notices">Sentences for whoever made them, for example that a slide holds more than fits on it.</param>
public sealed record SlideResult(string Path, string Title, long Bytes, int Count, IReadOnlyList<string> Notices);
