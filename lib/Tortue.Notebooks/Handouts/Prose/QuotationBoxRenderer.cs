using Markdig.Extensions.Alerts;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Tortue.Notebooks.Handouts.Prose;

/// <summary>
/// Writes quotations, and those that are boxes: GitHub's alerts, and a quotation whose first words are a box's label in bold,
/// which is how an author writes a box that also looks like one in a notebook editor.
/// </summary>
/// <param name="formOf">How boxes of a kind appear.</param>
internal sealed class QuotationBoxRenderer(Func<BoxKind, BoxForm> formOf) : HtmlObjectRenderer<QuoteBlock>
{
    /// <summary>The kind of box that a quotation opens with in bold or as a heading, or null for a quotation.</summary>
    public static BoxKind? KindOf(QuoteBlock quote)
    {
        if (quote.Count == 0 || quote[0] is not LeafBlock { Inline: { } inline } first)
            return null;
        return first is HeadingBlock || inline.FirstChild is EmphasisInline { DelimiterCount: 2 }
            ? BoxKind.OpenedBy(InlineText.Of(first is HeadingBlock ? inline : inline.FirstChild))
            : null;
    }

    /// <inheritdoc/>
    protected override void Write(HtmlRenderer renderer, QuoteBlock obj)
    {
        renderer.EnsureLine();
        var kind = obj is AlertBlock alert ? BoxKind.OfAlert(alert.Kind.ToString()) : KindOf(obj);
        if (kind is null)
        {
            renderer.WriteLine("<blockquote>");
            renderer.WriteChildren(obj);
            renderer.WriteLine("</blockquote>");
            return;
        }
        var form = formOf(kind);
        renderer.Write(Box.Start(kind, form, named: obj is not AlertBlock));
        renderer.WriteChildren(obj);
        renderer.Write(Box.End(form));
    }
}
