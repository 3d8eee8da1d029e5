using System.Net;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;

namespace Tortue.Notebooks.Handouts.Prose;

/// <summary>Writes a block of code in a text; C# is coloured.</summary>
/// <param name="colour">Colours C#: source to HTML.</param>
internal sealed class FencedCodeRenderer(Func<string, string> colour) : HtmlObjectRenderer<CodeBlock>
{
    /// <inheritdoc/>
    protected override void Write(HtmlRenderer renderer, CodeBlock obj)
    {
        var source = obj.Lines.ToString();
        var language = (obj as FencedCodeBlock)?.Info;
        var html = language is "csharp" or "cs" or "c#" or "C#" ? colour(source) : WebUtility.HtmlEncode(source);
        renderer.EnsureLine();
        renderer.Write("<pre class=\"code\"><code>").Write(html).WriteLine("</code></pre>");
    }
}
