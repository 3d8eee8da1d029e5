using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Markdig.Extensions.Mathematics;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using Tortue.Notebooks.Bibliography;
using Tortue.Notebooks.Documents;
using Tortue.Notebooks.Handouts.Prose;

namespace Tortue.Notebooks.Checks.Rules;

/// <summary>A citation names its work by the key, and has its number in the chapter's references: <c>[[2]](#ref-he2016)</c>.</summary>
internal sealed class CitationsRule : NotebookRule
{
    /// <inheritdoc/>
    public override string Name => "citations";

    /// <inheritdoc/>
    public override IEnumerable<CheckFinding> Check(CheckedChapter chapter) =>
        from prose in chapter.Prose
        where prose.Cell.Id != ReferenceList.CellId
        from finding in prose.Links.Select(link => Check(chapter, prose.Cell, link)).OfType<CheckFinding>().Concat(Bare(chapter, prose))
        select finding;

    private CheckFinding? Check(CheckedChapter chapter, NotebookCell cell, LinkInline link)
    {
        var text = InlineText.Of(link);
        if (Citation.KeyOf(link) is not { } key)
        {
            return link.Url is "#" + ReferenceList.CellId && Citation.Whole().IsMatch(text)
                ? At(cell, link.Span.Start, ChecksText.CitationWithoutKey, text, Example(chapter, text))
                : null;
        }
        if (chapter.Bibliography is { } bibliography && bibliography.Find(key) is null)
            return At(cell, link.Span.Start, ChecksText.UnknownKey, key, bibliography.Name);
        if (chapter.References?.Numbers.TryGetValue(key, out var number) != true)
            return At(cell, link.Span.Start, ChecksText.NotInReferences, key);
        return text == $"[{number}]" ? null : At(cell, link.Span.Start, ChecksText.WrongNumber, text, number, key);
    }

    // A number in brackets is a citation where a reference has it; [0, 1] is an interval.
    private IEnumerable<CheckFinding> Bare(CheckedChapter chapter, ProseCell prose)
    {
        var count = chapter.References?.Items.Count ?? 0;
        foreach (var block in prose.Markdown.Descendants<LeafBlock>().Where(block => block.Inline is not null))
        {
            var numbers = Citation.Number().Matches(Text(block.Inline!));
            foreach (var match in numbers.Where(match => NumberIn(match) >= 1 && NumberIn(match) <= count))
                yield return At(prose.Cell, block.Span.Start, ChecksText.CitationWithoutKey, match.Value, Example(chapter, match.Value));
        }
    }

    private static int NumberIn(Match citation) => int.Parse(citation.Groups["n"].ValueSpan, CultureInfo.InvariantCulture);

    private static string Example(CheckedChapter chapter, string text)
    {
        var number = NumberIn(Citation.Number().Match(text));
        var key = chapter.References?.Items.ElementAtOrDefault(number - 1)?.Key ?? "he2016";
        return $"[[{number}]](#{Reference.AnchorPrefix}{key})";
    }

    // What a reader sees as text, with a sign that is no bracket for links, code and formulas.
    private static string Text(ContainerInline container)
    {
        var text = new StringBuilder();
        foreach (var inline in container)
        {
            text.Append(inline switch
            {
                LiteralInline literal => literal.Content.ToString(),
                LinkInline or CodeInline or MathInline or HtmlInline => "\uFFFC",
                ContainerInline inner => Text(inner),
                _ => " ",
            });
        }
        return text.ToString();
    }
}
