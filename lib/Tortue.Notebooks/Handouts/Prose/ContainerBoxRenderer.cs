using Markdig.Extensions.CustomContainers;
using Markdig.Renderers;
using Markdig.Renderers.Html;

namespace Tortue.Notebooks.Handouts.Prose;

/// <summary>Writes <c>::: careful A title</c> … <c>:::</c> as a box, and a container of no known kind as a division with that class.</summary>
/// <param name="formOf">How boxes of a kind appear.</param>
internal sealed class ContainerBoxRenderer(Func<BoxKind, BoxForm> formOf) : HtmlObjectRenderer<CustomContainer>
{
    /// <inheritdoc/>
    protected override void Write(HtmlRenderer renderer, CustomContainer obj)
    {
        renderer.EnsureLine();
        if (BoxKind.Find(obj.Info) is not { } kind)
        {
            renderer.Write("<div").WriteAttributes(obj).Write(">\n");
            renderer.WriteChildren(obj);
            renderer.WriteLine("</div>");
            return;
        }
        var title = string.IsNullOrWhiteSpace(obj.Arguments) ? null : obj.Arguments.Trim();
        var form = formOf(kind);
        renderer.Write(Box.Start(kind, form, title, title is null && kind.IsNamedBy(InlineText.FirstWords(obj))));
        renderer.WriteChildren(obj);
        renderer.Write(Box.End(form));
    }
}
