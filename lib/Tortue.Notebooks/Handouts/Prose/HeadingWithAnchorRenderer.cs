using System.Globalization;
using System.Net;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;

namespace Tortue.Notebooks.Handouts.Prose;

/// <summary>Writes a heading with its anchor and a link to itself.</summary>
internal sealed class HeadingWithAnchorRenderer : HtmlObjectRenderer<HeadingBlock>
{
    /// <inheritdoc/>
    protected override void Write(HtmlRenderer renderer, HeadingBlock obj)
    {
        var heading = (PageHeading)obj.GetData(typeof(PageHeading))!;
        renderer.EnsureLine();
        renderer.Write($"<h{heading.Level} id=\"{heading.Id}\">");
        if (heading.Exercise is not null)
            renderer.Write($"<span id=\"exercise-{heading.Exercise}\"></span>");
        renderer.WriteLeafInline(obj);
        if (heading.Level > 1)
        {
            var label = string.Format(CultureInfo.InvariantCulture, ProseText.HeadingLink, heading.Text);
            renderer.Write($" <a class=\"anchor\" href=\"#{heading.Id}\" aria-label=\"{WebUtility.HtmlEncode(label)}\">#</a>");
        }
        renderer.WriteLine($"</h{heading.Level}>");
    }
}
