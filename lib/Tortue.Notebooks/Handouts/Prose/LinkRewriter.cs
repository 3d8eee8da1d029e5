using System.Globalization;
using System.Text.RegularExpressions;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Tortue.Notebooks.Handouts.Prose;

/// <summary>Makes links and pictures fit a page that stands alone.</summary>
/// <param name="context">Where pictures come from.</param>
internal sealed partial class LinkRewriter(ProseContext context)
{
    private const string Notebook = ".ipynb";

    /// <summary>Changes the links of a document in place.</summary>
    public void Rewrite(MarkdownDocument document)
    {
        foreach (var link in document.Descendants<LinkInline>().ToList())
        {
            if (link.Url is not { Length: > 0 } url)
                continue;
            if (link.IsImage)
                RewritePicture(link, url);
            else
                link.Url = RewriteAddress(url);
        }
    }

    private static string RewriteAddress(string url)
    {
        if (NumberedAnchor().IsMatch(url))
            return url;
        // Editors make anchors from headings each in their own way; all of them make the same slug.
        if (url.Length > 1 && url[0] == '#')
            return "#" + HeadingRegister.Slug(Uri.UnescapeDataString(url[1..]));
        if (Uri.TryCreate(url, UriKind.Absolute, out _))
            return url;
        // The handouts of a course lie beside each other as its notebooks do.
        var end = url.IndexOf('#') is >= 0 and var hash ? hash : url.Length;
        if (!url.AsSpan(0, end).EndsWith(Notebook, StringComparison.OrdinalIgnoreCase))
            return url;
        var anchor = end < url.Length ? RewriteAddress(url[end..]) : "";
        return string.Concat(url.AsSpan(0, end - Notebook.Length), ".html", anchor);
    }

    private void RewritePicture(LinkInline link, string url)
    {
        if (url.StartsWith("data:", StringComparison.OrdinalIgnoreCase))
            return;
        if (url.StartsWith("http:", StringComparison.OrdinalIgnoreCase) || url.StartsWith("https:", StringComparison.OrdinalIgnoreCase))
        {
            link.IsImage = false;
            if (link.FirstChild is null)
                link.AppendChild(new LiteralInline(url));
            context.Notice(string.Format(CultureInfo.InvariantCulture, ProseText.PictureOnWeb, url));
            return;
        }
        if (context.EmbedPicture(url) is { } data)
        {
            link.Url = data;
            return;
        }
        context.Notice(string.Format(CultureInfo.InvariantCulture, ProseText.PictureMissing, url));
        link.ReplaceBy(new EmphasisInline { DelimiterChar = '*', DelimiterCount = 1 }, copyChildren: true);
    }

    // Of equations, exercises and references: not made from a heading.
    [GeneratedRegex(@"^#(eq-[\w.-]+|exercise-\d+\.\d+|ref-[\w-]+)$")]
    private static partial Regex NumberedAnchor();
}
