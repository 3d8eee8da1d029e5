using System.Net;

namespace Tortue.Notebooks.Handouts.Prose;

/// <summary>
/// A formula as the page's script expects it. The TeX is the element's text, so it can be read where scripts do not run, and an attribute
/// that stays when KaTeX has replaced the text.
/// </summary>
internal static class Formula
{
    /// <summary>A formula in a sentence.</summary>
    public static string Inline(string tex) => Element("span", "math", tex);

    /// <summary>An equation that stands in a sentence.</summary>
    public static string DisplayInSentence(string tex) => Element("span", "math math-display", tex);

    /// <summary>An equation on its own. It can be wider than the page, so the keyboard must be able to scroll it.</summary>
    /// <param name="tex">The equation.</param>
    /// <param name="id">What links lead to, or null.</param>
    public static string Display(string tex, string? id = null) => Element("div", "math math-display", tex, id);

    /// <summary>What a notebook's <c>text/latex</c> output holds: an equation with or without its dollars.</summary>
    public static string FromLatexOutput(string latex)
    {
        var text = latex.Trim();
        foreach (var (open, close) in new[] { ("$$", "$$"), ("\\[", "\\]"), ("$", "$"), ("\\(", "\\)") })
        {
            if (text.Length >= open.Length + close.Length
                && text.StartsWith(open, StringComparison.Ordinal)
                && text.EndsWith(close, StringComparison.Ordinal))
            {
                return Display(text[open.Length..^close.Length]);
            }
        }
        return Display(text);
    }

    private static string Element(string name, string style, string tex, string? id = null)
    {
        var escaped = WebUtility.HtmlEncode(tex.Trim());
        var anchor = id is null ? "" : $" id=\"{id}\"";
        return $"<{name} class=\"{style}\"{anchor} data-tex=\"{escaped}\">{escaped}</{name}>";
    }
}
