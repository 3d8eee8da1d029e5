using Markdig.Syntax.Inlines;

namespace Tortue.Notebooks.Checks;

/// <summary>A reference to an equation of the same chapter: <c>[(6.3)](#eq-6.3)</c>.</summary>
internal static class EquationLink
{
    /// <summary>The tag that a link refers to; null for another link.</summary>
    public static string? TagOf(LinkInline link) =>
        !link.IsImage && link.Url is { } url && url.StartsWith("#" + Equation.AnchorPrefix, StringComparison.Ordinal)
            ? url[(Equation.AnchorPrefix.Length + 1)..]
            : null;

    /// <summary>A reference to the equation with a tag.</summary>
    public static string To(string tag) => $"[({tag})](#{Equation.AnchorPrefix}{tag})";
}
