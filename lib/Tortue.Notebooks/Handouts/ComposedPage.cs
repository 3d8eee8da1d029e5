namespace Tortue.Notebooks.Handouts;

/// <summary>A page as text.</summary>
/// <param name="Html">The page.</param>
/// <param name="Title">Its title.</param>
/// <param name="Notices">Sentences for whoever exports it.</param>
internal sealed record ComposedPage(string Html, string Title, IReadOnlyList<string> Notices);
