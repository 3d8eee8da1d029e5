using Markdig;
using Markdig.Extensions.Mathematics;
using Markdig.Renderers;

namespace Tortue.Notebooks.Handouts.Prose;

/// <summary>
/// Formulas in Markdown: <c>$…$</c> by Markdig's parser, equations by <see cref="DisplayMathParser"/>, both written for the page's script, equations by <see cref="DisplayMathRenderer"/>.
/// </summary>
internal sealed class MathematicsExtension : IMarkdownExtension
{
    /// <inheritdoc/>
    public void Setup(MarkdownPipelineBuilder pipeline)
    {
        pipeline.BlockParsers.Insert(0, new DisplayMathParser());
        pipeline.InlineParsers.Insert(0, new MathInlineParser());
    }

    /// <inheritdoc/>
    public void Setup(MarkdownPipeline pipeline, IMarkdownRenderer renderer) => renderer.ObjectRenderers.Insert(0, new InlineMathRenderer());
}
