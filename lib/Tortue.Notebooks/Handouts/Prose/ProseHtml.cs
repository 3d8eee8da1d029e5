namespace Tortue.Notebooks.Handouts.Prose;

/// <summary>A text cell as HTML.</summary>
/// <param name="Html">The HTML.</param>
/// <param name="FirstWords">The plain text of its first heading or paragraph.</param>
internal sealed record ProseHtml(string Html, string FirstWords);
