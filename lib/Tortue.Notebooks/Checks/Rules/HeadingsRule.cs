using Markdig.Syntax;

namespace Tortue.Notebooks.Checks.Rules;

/// <summary>One title, at the top, and no level skipped on the way down: so that a screen reader's outline is the chapter's.</summary>
internal sealed class HeadingsRule : NotebookRule
{
    /// <inheritdoc/>
    public override string Name => "headings";

    /// <inheritdoc/>
    public override IEnumerable<CheckFinding> Check(CheckedChapter chapter)
    {
        var last = 0;
        var headings = from prose in chapter.Prose from heading in prose.Markdown.Descendants<HeadingBlock>() select (prose.Cell, heading);
        foreach (var (cell, heading) in headings)
        {
            if (last == 0 && heading.Level != 1)
                yield return At(cell, heading.Span.Start, ChecksText.NoTitle, heading.Level);
            else if (last > 0 && heading.Level == 1)
                yield return At(cell, heading.Span.Start, ChecksText.SecondTitle);
            else if (heading.Level > last + 1)
                yield return At(cell, heading.Span.Start, ChecksText.LevelSkipped, heading.Level, last);
            last = heading.Level;
        }
        if (last == 0)
            yield return InFile(ChecksText.NoHeading);
    }
}
