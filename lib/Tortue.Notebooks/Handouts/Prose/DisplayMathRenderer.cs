using System.Text.RegularExpressions;
using Markdig.Renderers;
using Markdig.Renderers.Html;

namespace Tortue.Notebooks.Handouts.Prose;

/// <summary>Writes an equation; one with a number, <c>\tag{6.3}</c>, can be linked to by it: <c>#eq-6.3</c>.</summary>
/// <param name="ids">The ids of the page.</param>
internal sealed partial class DisplayMathRenderer(PageIds ids) : HtmlObjectRenderer<DisplayMathBlock>
{
    /// <inheritdoc/>
    protected override void Write(HtmlRenderer renderer, DisplayMathBlock obj)
    {
        renderer.EnsureLine();
        var numbers = Tag().Matches(obj.Tex).Select(match => "eq-" + match.Value).Where(ids.TryAdd).ToList();
        // The lines of an environment can have numbers of their own; all of them lead to the whole.
        foreach (var further in numbers.Skip(1))
            renderer.Write($"<span id=\"{further}\"></span>");
        renderer.Write(Formula.Display(obj.Tex, numbers.FirstOrDefault())).WriteLine();
    }

    [GeneratedRegex(@"(?<=\\tag\*?\{\s*)[\w.-]+(?=\s*\})")]
    private static partial Regex Tag();
}
