using System.Text.RegularExpressions;
using Tortue.Notebooks.Handouts.Prose;

namespace Tortue.Notebooks.Checks.Rules;

/// <summary>Every picture says in words what it shows.</summary>
internal sealed partial class PicturesRule : NotebookRule
{
    /// <inheritdoc/>
    public override string Name => "pictures";

    /// <inheritdoc/>
    public override IEnumerable<CheckFinding> Check(CheckedChapter chapter)
    {
        foreach (var prose in chapter.Prose)
        {
            foreach (var picture in prose.Links.Where(link => link.IsImage && InlineText.Of(link).Length == 0))
                yield return At(prose.Cell, picture.Span.Start, ChecksText.NoAlt, picture.Url);
            var tags = ChapterAnchors.Html(prose).SelectMany(html => Image().Matches(html)).Select(match => match.Value);
            foreach (var tag in tags.Where(tag => !Alt().IsMatch(tag)))
                yield return In(prose.Cell, ChecksText.NoAlt, tag);
        }
    }

    [GeneratedRegex(@"<img\b[^>]*>", RegexOptions.IgnoreCase)]
    private static partial Regex Image();

    [GeneratedRegex("""\salt=("[^"]*\S[^"]*"|'[^']*\S[^']*')""", RegexOptions.IgnoreCase)]
    private static partial Regex Alt();
}
