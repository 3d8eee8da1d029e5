using System.Text.RegularExpressions;
using Markdig.Parsers;
using Markdig.Syntax;

namespace Tortue.Notebooks.Handouts.Prose;

/// <summary>
/// Equations as notebook front ends read them: <c>$$ … $$</c> over one line or several, with or without text on the lines of the dollars,
/// and bare LaTeX environments (<c>\begin{align} … \end{align}</c>). Markdig's own parser knows only dollars alone on their lines.
/// </summary>
internal sealed partial class DisplayMathParser : BlockParser
{
    public DisplayMathParser() => OpeningCharacters = ['$', '\\'];

    /// <inheritdoc/>
    public override bool CanInterrupt(BlockProcessor processor, Block block) => true;

    /// <inheritdoc/>
    public override BlockState TryOpen(BlockProcessor processor)
    {
        if (processor.IsCodeIndent)
            return BlockState.None;
        var line = processor.Line.ToString();
        var environment = Environment().Match(line);
        var closing = environment.Success ? $"\\end{{{environment.Groups["name"].Value}}}" : "$$";
        if (!environment.Success && !line.StartsWith("$$", StringComparison.Ordinal))
            return BlockState.None;

        var rest = environment.Success ? line : line[2..];
        var end = rest.IndexOf(closing, StringComparison.Ordinal);
        // "$$x$$ is" is a formula inside a sentence: Markdig's inline parser takes it.
        if (end >= 0 && rest[(end + closing.Length)..].Trim().Length > 0)
            return BlockState.None;

        var block = new DisplayMathBlock(this)
        {
            Closing = closing,
            Column = processor.Column,
            Span = new SourceSpan(processor.Start, processor.Line.End),
            ProcessInlines = false,
        };
        processor.NewBlocks.Push(block);
        if (end < 0)
        {
            block.Tex = rest;
            return BlockState.ContinueDiscard;
        }
        block.Tex = rest[..(environment.Success ? end + closing.Length : end)];
        return BlockState.BreakDiscard;
    }

    /// <inheritdoc/>
    public override BlockState TryContinue(BlockProcessor processor, Block block)
    {
        var math = (DisplayMathBlock)block;
        var line = processor.Line.ToString();
        var end = line.IndexOf(math.Closing, StringComparison.Ordinal);
        block.UpdateSpanEnd(processor.Line.End);
        if (end < 0)
        {
            math.Tex += "\n" + line;
            return BlockState.ContinueDiscard;
        }
        math.Tex += "\n" + line[..(math.Closing == "$$" ? end : end + math.Closing.Length)];
        return BlockState.BreakDiscard;
    }

    [GeneratedRegex(@"^\\begin\{(?<name>(equation|align|alignat|gather|multline|aligned|cases|array|matrix)\*?)\}")]
    private static partial Regex Environment();
}
