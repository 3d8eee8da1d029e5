using Markdig.Parsers;
using Markdig.Syntax;

namespace Tortue.Notebooks.Handouts.Prose;

/// <summary>An equation on lines of its own.</summary>
internal sealed class DisplayMathBlock(BlockParser parser) : LeafBlock(parser)
{
    /// <summary>The text that closes the block: <c>$$</c>, or <c>\end{…}</c> of the environment that opens it.</summary>
    public required string Closing { get; init; }

    /// <summary>The equation, without dollars but with its environment.</summary>
    public string Tex { get; set; } = "";
}
