using System.Text.RegularExpressions;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using Tortue.Notebooks.Handouts.Prose;

namespace Tortue.Notebooks.Checks;

/// <summary>What links into a chapter may name, as its handout has it: headings, exercises, equations, entries of the references.</summary>
internal static partial class ChapterAnchors
{
    /// <summary>The anchors of some text cells.</summary>
    public static IReadOnlySet<string> Of(IReadOnlyList<ProseCell> prose)
    {
        var anchors = new HashSet<string>(StringComparer.Ordinal);
        var headings = new HeadingRegister(new PageIds());
        foreach (var cell in prose)
        {
            foreach (var heading in cell.Markdown.Descendants<HeadingBlock>())
            {
                var text = InlineText.Of(heading.Inline);
                anchors.Add(headings.Add(heading.Level, text, text, "", inContents: true).Id);
                if (Exercise().Match(text) is { Success: true } exercise)
                    anchors.Add("exercise-" + exercise.Groups["id"].Value);
            }
            anchors.UnionWith(cell.Equations.SelectMany(equation => equation.Tags).Select(tag => Equation.AnchorPrefix + tag));
            anchors.UnionWith(Html(cell).SelectMany(html => Id().Matches(html).Select(match => match.Groups["id"].Value)));
        }
        return anchors;
    }

    /// <summary>The pieces of HTML in a text.</summary>
    public static IEnumerable<string> Html(ProseCell cell) =>
        cell.Markdown.Descendants<HtmlBlock>().Select(block => cell.At(block.Span))
            .Concat(cell.Markdown.Descendants<HtmlInline>().Select(inline => inline.Tag));

    /// <summary>Whether a link's anchor is among some. Editors make anchors from headings each in their own way; all make the same
    /// slug.</summary>
    public static bool Have(IReadOnlySet<string> anchors, string anchor)
    {
        var named = Uri.UnescapeDataString(anchor);
        return anchors.Contains(named) || anchors.Contains(HeadingRegister.Slug(named));
    }

    [GeneratedRegex(@"\AExercise (?<id>\d+\.\d+)\b")]
    private static partial Regex Exercise();

    [GeneratedRegex("""\s(id|name)=["'](?<id>[^"']+)["']""")]
    private static partial Regex Id();
}
