using System.Text;
using Markdig.Extensions.Mathematics;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Tortue.Notebooks.Handouts.Prose;

/// <summary>The plain text of a piece of Markdown.</summary>
internal static class InlineText
{
    /// <summary>The text of everything inside an inline, formulas as TeX.</summary>
    public static string Of(Inline? inline) => Of(inline, tex => tex);

    /// <summary>The text of everything inside an inline, formulas as plain text where that is possible.</summary>
    public static string Readable(Inline? inline) => Of(inline, PlainTex.Read);

    private static string Of(Inline? inline, Func<string, string> formula)
    {
        var text = new StringBuilder();
        Append(text, inline, formula);
        return text.ToString().Trim();
    }

    /// <summary>The text of the first heading or paragraph in a container, or nothing.</summary>
    public static string FirstWords(ContainerBlock container) =>
        container.Count > 0 && container[0] is LeafBlock { Inline: { } inline } ? Of(inline) : "";

    private static void Append(StringBuilder text, Inline? inline, Func<string, string> formula)
    {
        switch (inline)
        {
            case LiteralInline literal:
                text.Append(literal.Content.AsSpan());
                break;
            case CodeInline code:
                text.Append(code.Content);
                break;
            case MathInline math:
                text.Append(formula(math.Content.ToString()));
                break;
            case LineBreakInline:
                text.Append(' ');
                break;
            case HtmlEntityInline entity:
                text.Append(entity.Transcoded.AsSpan());
                break;
            case ContainerInline container:
                foreach (var child in container)
                    Append(text, child, formula);
                break;
        }
    }
}
