using System.Net;
using System.Text.RegularExpressions;

namespace Tortue.Notebooks.Bibliography;

/// <summary>Writes an entry of a list of references, the same words in every form.</summary>
public static partial class ReferenceRenderer
{
    /// <summary>
    /// The entry as Markdown, on one line: <c>K. He, X. Zhang, S. Ren, J. Sun. *Deep residual learning for image recognition.* CVPR 2016.
    /// [arXiv:1512.03385](https://arxiv.org/abs/1512.03385).</c>
    /// </summary>
    /// <param name="reference">The entry.</param>
    public static string ToMarkdown(Reference reference) => string.Concat(ReferenceParts.Of(reference).Select(part => part switch
    {
        { Address: { } address } => $"[{Escaped(part.Text)}]({address})",
        { IsTitle: true } => $"*{Escaped(part.Text)}*",
        _ => Escaped(part.Text),
    }));

    /// <summary>The entry as HTML, without an element around it.</summary>
    /// <param name="reference">The entry.</param>
    public static string ToHtml(Reference reference) => string.Concat(ReferenceParts.Of(reference).Select(part =>
    {
        var text = WebUtility.HtmlEncode(part.Text);
        return part switch
        {
            { Address: { } address } => $"<a href=\"{WebUtility.HtmlEncode(address)}\">{text}</a>",
            { IsTitle: true } => $"<em>{text}</em>",
            _ => text,
        };
    }));

    private static string Escaped(string text) => Special().Replace(text, @"\$0");

    // Dollars begin a formula in notebooks.
    [GeneratedRegex(@"[\\`*_\[\]<>$]")]
    private static partial Regex Special();
}
