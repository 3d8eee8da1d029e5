using System.Globalization;
using Markdig.Extensions.Mathematics;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using Tortue.Notebooks.Handouts.Prose;

namespace Tortue.Notebooks.Checks.Rules;

/// <summary>Every equation has its number, consecutive from the top, and what is referred to by number exists.</summary>
internal sealed class EquationsRule : NotebookRule
{
    /// <inheritdoc/>
    public override string Name => "equations";

    /// <summary>The number of an equation.</summary>
    /// <param name="chapter">The chapter's number; null where it has none.</param>
    /// <param name="place">The equation's place in the chapter, from 1.</param>
    public static string NumberOf(int? chapter, int place) =>
        string.Create(CultureInfo.InvariantCulture, $"{chapter}{(chapter is null ? "" : ".")}{place}");

    /// <inheritdoc/>
    public override IEnumerable<CheckFinding> Check(CheckedChapter chapter)
    {
        foreach (var (equation, i) in chapter.Equations.Select((equation, i) => (equation, i)))
        {
            if (CheckTag(equation, NumberOf(chapter.Number, i + 1)) is { } finding)
                yield return finding;
        }
        foreach (var prose in chapter.Prose)
        {
            foreach (var inline in prose.Markdown.Descendants<MathInline>().Where(math => math.DelimiterCount > 1))
                yield return At(prose.Cell, inline.Span.Start, ChecksText.EquationInSentence);
            foreach (var link in prose.Links.Where(link => EquationLink.TagOf(link) is not null))
            {
                if (CheckReference(chapter, prose, link, EquationLink.TagOf(link)!) is { } finding)
                    yield return finding;
            }
        }
    }

    private CheckFinding? CheckTag(Equation equation, string number) => equation switch
    {
        { IsClosed: false } => At(equation.Cell, equation.Start, ChecksText.EquationOpen, equation.Closing),
        { Tags.Count: 0 } => At(equation.Cell, equation.Start, ChecksText.NoTag, number),
        { Tags.Count: > 1 } => At(equation.Cell, equation.Start, ChecksText.SeveralTags, number),
        _ when equation.Tags[0] != number => At(equation.Cell, equation.Start, ChecksText.WrongTag, equation.Tags[0], number),
        _ => null,
    };

    private CheckFinding? CheckReference(CheckedChapter chapter, ProseCell prose, LinkInline link, string tag)
    {
        if (!chapter.Anchors.Contains(Equation.AnchorPrefix + tag))
            return At(prose.Cell, link.Span.Start, ChecksText.NoSuchEquation, tag);
        var text = InlineText.Of(link);
        return text == $"({tag})" ? null : At(prose.Cell, link.Span.Start, ChecksText.WrongReference, text, tag);
    }
}
