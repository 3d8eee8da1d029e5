using Markdig.Extensions.Tables;
using Markdig.Renderers;

namespace Tortue.Notebooks.Handouts.Prose;

/// <summary>Writes a table in a frame of its own that scrolls where the page is narrower.</summary>
internal sealed class ScrollingTableRenderer : HtmlTableRenderer
{
    /// <inheritdoc/>
    protected override void Write(HtmlRenderer renderer, Table table)
    {
        renderer.EnsureLine();
        renderer.WriteLine("<div class=\"table\">");
        base.Write(renderer, table);
        renderer.WriteLine("</div>");
    }
}
