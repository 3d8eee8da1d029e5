using Markdig.Renderers;
using Markdig.Renderers.Html;

namespace Tortue.Notebooks.Handouts.Prose;

/// <summary>Writes an equation.</summary>
internal sealed class DisplayMathRenderer : HtmlObjectRenderer<DisplayMathBlock>
{
    /// <inheritdoc/>
    protected override void Write(HtmlRenderer renderer, DisplayMathBlock obj) =>
        renderer.EnsureLine().Write(Formula.Display(obj.Tex)).WriteLine();
}
