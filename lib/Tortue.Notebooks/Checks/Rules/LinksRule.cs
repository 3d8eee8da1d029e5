using System.Net;
using System.Text.RegularExpressions;
using Tortue.Notebooks.Bibliography;
using Tortue.Notebooks.Documents;

namespace Tortue.Notebooks.Checks.Rules;

/// <summary>Links lead somewhere: to an anchor of the handout, a file that is there, an address. Nothing is fetched.</summary>
internal sealed partial class LinksRule : NotebookRule
{
    /// <inheritdoc/>
    public override string Name => "links";

    /// <inheritdoc/>
    public override IEnumerable<CheckFinding> Check(CheckedChapter chapter) =>
        from prose in chapter.Prose
        from link in Targets(prose)
        let finding = Check(chapter, prose.Cell, link.Position, link.Url)
        where finding is not null
        select finding;

    private static IEnumerable<(int Position, string Url)> Targets(ProseCell prose) =>
        prose.Links.Select(link => (link.Span.Start, link.Url ?? ""))
            .Concat(ChapterAnchors.Html(prose).SelectMany(html => Target().Matches(html))
                .Select(match => (0, WebUtility.HtmlDecode(match.Groups["url"].Value))));

    private CheckFinding? Check(CheckedChapter chapter, NotebookCell cell, int position, string url)
    {
        if (url.Length == 0)
            return At(cell, position, ChecksText.EmptyLink);
        if (url[0] == '#')
        {
            var leads = IsOtherRules(url) || ChapterAnchors.Have(chapter.Anchors, url[1..]);
            return leads ? null : At(cell, position, ChecksText.NoAnchor, url);
        }
        if (Scheme().Match(url) is not { Success: true } scheme)
            return CheckFile(chapter, cell, position, url);
        var isSound = IsSound(scheme.Groups["name"].Value.ToLowerInvariant(), url, cell);
        return isSound ? null : At(cell, position, ChecksText.BadAddress, url);
    }

    // Citations and references to equations have rules of their own, which say more.
    private static bool IsOtherRules(string url) =>
        url.StartsWith("#" + Reference.AnchorPrefix, StringComparison.Ordinal)
        || url.StartsWith("#" + Equation.AnchorPrefix, StringComparison.Ordinal);

    private static bool IsSound(string scheme, string url, NotebookCell cell) => scheme switch
    {
        "http" or "https" => !url.Contains(' ', StringComparison.Ordinal)
            && Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri.Host.Contains('.', StringComparison.Ordinal),
        "attachment" => cell.Attachments?.ContainsKey(Uri.UnescapeDataString(url["attachment:".Length..])) == true,
        "mailto" or "data" => true,
        _ => false,
    };

    private CheckFinding? CheckFile(CheckedChapter chapter, NotebookCell cell, int position, string url)
    {
        var end = url.IndexOfAny(['#', '?']);
        var name = Uri.UnescapeDataString(end < 0 ? url : url[..end]);
        if (Path.IsPathRooted(name))
            return At(cell, position, ChecksText.RootedLink, url);
        var path = Path.GetFullPath(name, chapter.Folder);
        if (!File.Exists(path) && !Directory.Exists(path))
            return At(cell, position, ChecksText.NoFile, url);
        if (end < 0 || url[end] != '#' || !path.EndsWith(".ipynb", StringComparison.OrdinalIgnoreCase))
            return null;
        return chapter.AnchorsOf(path) is { } anchors && ChapterAnchors.Have(anchors, url[(end + 1)..])
            ? null
            : At(cell, position, ChecksText.NoAnchorThere, url[(end + 1)..], name);
    }

    [GeneratedRegex("""<(a|img)\b[^>]*?\s(href|src)=["'](?<url>[^"']*)["']""", RegexOptions.IgnoreCase)]
    private static partial Regex Target();

    [GeneratedRegex(@"\A(?<name>[A-Za-z][A-Za-z0-9+.-]+):")]
    private static partial Regex Scheme();
}
