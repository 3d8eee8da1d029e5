using System.Text.RegularExpressions;
using Tortue.Notebooks.Documents;
using Tortue.Notebooks.Handouts.Prose;

namespace Tortue.Notebooks.Checks;

/// <summary>An equation on lines of its own.</summary>
internal sealed partial class Equation
{
    /// <param name="cell">The cell that it stands in.</param>
    /// <param name="block">Its place.</param>
    public Equation(NotebookCell cell, DisplayMathBlock block)
    {
        Cell = cell;
        Start = block.Span.Start;
        Text = cell.Source.Substring(block.Span.Start, block.Span.Length);
        Closing = block.Closing;
        var tags = AnyTag().Matches(Text);
        Tags = [.. tags.Select(match => match.Groups["tag"].Value)];
    }

    /// <summary>What the anchors of equations begin with.</summary>
    public const string AnchorPrefix = "eq-";

    /// <summary>The cell that it stands in.</summary>
    public NotebookCell Cell { get; }

    /// <summary>Where it begins in the cell's text.</summary>
    public int Start { get; }

    /// <summary>The equation with its dollars, as the cell has it.</summary>
    public string Text { get; }

    /// <summary>What ends it: dollars, or the end of an environment.</summary>
    public string Closing { get; }

    /// <summary>The texts of its <c>\tag</c>s: one, in a sound chapter.</summary>
    public IReadOnlyList<string> Tags { get; }

    /// <summary>Whether it ends; otherwise the rest of the cell is taken for a part of it.</summary>
    public bool IsClosed => Text.TrimEnd().EndsWith(Closing, StringComparison.Ordinal) && Text.TrimEnd().Length > Closing.Length;

    /// <summary>The equation with another tag in place of its own, which stands at its end.</summary>
    /// <param name="tag">The new one.</param>
    public string Tagged(string tag)
    {
        var written = $@"\tag{{{tag}}}";
        if (Tags.Count > 0)
        {
            var isFirst = true;
            return AnyTag().Replace(Text, match => isFirst ? Once(written, ref isFirst) : match.Value);
        }
        var end = Text.TrimEnd().Length - Closing.Length;
        var formula = Text[..end].TrimEnd();
        return $"{formula} {written}{Text[formula.Length..]}";
    }

    private static string Once(string text, ref bool isFirst)
    {
        isFirst = false;
        return text;
    }

    [GeneratedRegex(@"\\tag\*?\{(?<tag>[^{}]*)\}")]
    private static partial Regex AnyTag();
}
