using System.Text;
using static TorchSharp.torch;

namespace Tortue.Tensors;

/// <content>Nested brackets, as NumPy has them, and braces, as C# has them.</content>
internal sealed partial class TensorFormatter
{
    private const string Ellipsis = "...";

    private static readonly Brackets NumPyBrackets = new("[", "]", "", "", WithBlankLines: true);

    private string CSharp()
    {
        var text = new StringBuilder(TensorText.Metadata(tensor)).Append(", value = ");
        if (tensor.Rank == 0)
            return text.Append(Number(tensor)).ToString();

        var (type, suffix) = CSharpType(tensor.dtype);
        var braces = new Brackets("{", "}", ",", suffix, WithBlankLines: false);
        text.Append(tensor.Rank == 1 ? "" : newLine).Append(type).Append(" [").Append(',', tensor.Rank - 1).Append("] ");
        if (tensor.Rank == 1)
            return text.Append(Nested(tensor, 1, braces)).ToString();

        text.Append('{').Append(newLine).Append(' ');
        AppendRows(text, tensor, 1, braces);
        return text.Append(newLine).Append('}').ToString();
    }

    private string Nested(Tensor part, int depth, Brackets brackets)
    {
        if (part.Rank == 0)
            return Number(part);

        var text = new StringBuilder(brackets.Open);
        if (part.Rank == 1)
            AppendNumbers(text, part, brackets);
        else
            AppendRows(text, part, depth, brackets);
        return text.Append(brackets.Close).ToString();
    }

    private void AppendNumbers(StringBuilder text, Tensor vector, Brackets brackets)
    {
        var separator = "";
        foreach (var i in Shown(vector.Sizes[0], PrintOptions.MostColumns))
        {
            text.Append(separator).Append(i < 0 ? Ellipsis : Number(Part(vector, i)) + brackets.Suffix);
            separator = i < 0 ? " " : ", ";
        }
    }

    /// <summary>The parts of a tensor with at least two dimensions, each on lines of its own.</summary>
    private void AppendRows(StringBuilder text, Tensor part, int depth, Brackets brackets)
    {
        var lines = brackets.WithBlankLines ? part.Rank - 1 : 1;
        var lineBreak = string.Concat(Enumerable.Repeat(newLine, lines)) + new string(' ', depth);
        var separator = "";
        foreach (var i in Shown(part.Sizes[0], PrintOptions.MostRows))
        {
            text.Append(separator).Append(i < 0 ? Ellipsis : Nested(Part(part, i), depth + 1, brackets));
            separator = i < 0 ? lineBreak : brackets.AfterRow + lineBreak;
        }
    }

    private static (string Name, string Suffix) CSharpType(ScalarType type) => type switch
    {
        ScalarType.Float32 => ("float", "f"),
        ScalarType.Float64 => ("double", ""),
        ScalarType.Int64 => ("long", "L"),
        ScalarType.Int32 => ("int", ""),
        ScalarType.Byte => ("byte", ""),
        _ => ("bool", ""),
    };

    /// <summary>How a style brackets rows.</summary>
    /// <param name="Open">What a row begins with.</param>
    /// <param name="Close">What it ends with.</param>
    /// <param name="AfterRow">What stands between rows, before the line break.</param>
    /// <param name="Suffix">What follows a number.</param>
    /// <param name="WithBlankLines">Whether blank lines set matrices apart.</param>
    private sealed record Brackets(string Open, string Close, string AfterRow, string Suffix, bool WithBlankLines);
}
