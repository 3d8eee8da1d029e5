using System.Net;
using System.Text.RegularExpressions;

namespace Tortue.Notebooks.Slides;

/// <summary>The headings in a cell's HTML, which a chapter numbers through and a slide shows each in its own way.</summary>
internal static partial class SlideHeadings
{
    /// <summary>The text of the last heading that is no deeper than a level, with its formulas, or null.</summary>
    /// <param name="html">A text cell.</param>
    /// <param name="deepest">The level.</param>
    public static string? LastIn(string html, int deepest) =>
        Heading().Matches(html).LastOrDefault(heading => Level(heading) <= deepest) is { } last
            ? Anchor().Replace(last.Groups["text"].Value, "")
            : null;

    /// <summary>Takes the heading off that a cell begins with.</summary>
    /// <param name="html">A text cell.</param>
    /// <returns>The heading's level, its attributes and text, and what is below it; null where the cell begins otherwise.</returns>
    public static (int Level, string Attributes, string Text, string Below)? TakeOff(string html)
    {
        var heading = Heading().Match(html);
        if (!heading.Success || html.AsSpan(0, heading.Index).Trim().Length > 0)
            return null;
        return (Level(heading), heading.Groups["attributes"].Value, heading.Groups["text"].Value, html[(heading.Index + heading.Length)..]);
    }

    /// <summary>The HTML with its headings one level below a slide's title, and without links to themselves.</summary>
    /// <param name="html">What stands below the title.</param>
    public static string Lowered(string html) => Heading().Replace(html, "<h3${attributes}>${text}</h3>");

    /// <summary>A heading as plain text.</summary>
    /// <param name="html">Its text with formulas.</param>
    public static string Plain(string html) => WebUtility.HtmlDecode(Element().Replace(html, "")).Trim();

    private static int Level(Match heading) => heading.Groups["level"].Value[0] - '0';

    [GeneratedRegex(
        """<h(?<level>[1-6])(?<attributes>(?:\s[^>]*)?)>(?<text>.*?)(?:\s*<a class="anchor"[^>]*>[^<]*</a>)?</h\k<level>>""",
        RegexOptions.Singleline)]
    private static partial Regex Heading();

    // Where a title stands a second time, nobody looks for it.
    [GeneratedRegex("""<span id="[^"]*"></span>""")]
    private static partial Regex Anchor();

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Element();
}
