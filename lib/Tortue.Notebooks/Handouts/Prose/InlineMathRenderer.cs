using Markdig.Extensions.Mathematics;
using Markdig.Renderers;
using Markdig.Renderers.Html;

namespace Tortue.Notebooks.Handouts.Prose;

/// <summary>Writes a formula inside a sentence; <c>$$…$$</c> inside a sentence is an equation all the same.</summary>
internal sealed class InlineMathRenderer : HtmlObjectRenderer<MathInline>
{
    /// <inheritdoc/>
    protected override void Write(HtmlRenderer renderer, MathInline obj)
    {
        var tex = obj.Content.ToString();
        renderer.Write(obj.DelimiterCount > 1 ? Formula.DisplayInSentence(tex) : Formula.Inline(tex));
    }
}
