using System.Globalization;
using System.Text;
using static TorchSharp.torch;
using Style = TorchSharp.TensorStringStyle;

namespace Tortue.Tensors;

/// <summary>Writes a whole tensor in one of the styles; of long dimensions it writes both ends.</summary>
internal sealed class TensorFormatter(Tensor tensor, string format, int width, CultureInfo culture, string newLine)
{
    /// <summary>Of a longer dimension the first and the last three are written.</summary>
    private const int Ends = 3;

    private readonly long[] _sizes = tensor.Sizes;

    public string Write(Style style) => style switch
    {
        Style.Metadata => TensorText.Metadata(tensor),
        Style.Numpy => Nested("[", " ", "]", tensor, newLine + " "),
        Style.CSharp => $"{TensorText.Metadata(tensor)}, value = {CSharpType()}{Nested("{", ", ", "}", tensor, newLine + " ")}",
        _ => Julia(),
    };

    private static bool Skips(long size) => size > (2 * Ends) + 1;

    /// <summary>The indices that are written; −1 stands for those left out.</summary>
    private static IEnumerable<int> Shown(long size) => Skips(size)
        ? [.. Enumerable.Range(0, Ends), -1, .. Enumerable.Range((int)size - Ends, Ends)]
        : Enumerable.Range(0, (int)size);

    private static Tensor Part(Tensor x, int index) =>
        x.Reshaped(x.Sizes[1..], x.Strides[1..], x.Offset + (index * x.Strides[0]));

    private string Nested(string open, string separator, string close, Tensor part, string lineBreak)
    {
        if (part.Rank == 0)
            return Number(part);
        if (part.Rank == 1)
            return open + string.Join(separator, Shown(part.Sizes[0]).Select(i => i < 0 ? "..." : Number(Part(part, i)))) + close;

        var rows = Shown(part.Sizes[0])
            .Select(i => i < 0 ? "..." : Nested(open, separator, close, Part(part, i), lineBreak + " "));
        return open + string.Join(separator.TrimEnd() + lineBreak, rows) + close;
    }

    private string Julia()
    {
        var text = new StringBuilder(TensorText.Metadata(tensor));
        if (tensor.NumberOfElements == 0)
            return text.ToString();
        if (_sizes.Length == 0)
            return text.Append(", value = ").Append(Number(tensor)).ToString();

        if (_sizes.Length <= 2)
            return text.Append(Table(tensor)).ToString();

        Slabs(text, tensor, []);
        return text.ToString();
    }

    private void Slabs(StringBuilder text, Tensor part, string[] position)
    {
        if (part.Rank == 2)
        {
            text.Append(newLine).Append('[').AppendJoin(',', position).Append(",..,..] =").Append(Table(part));
            return;
        }

        foreach (var i in Shown(part.Sizes[0]))
        {
            if (i < 0)
                text.Append(newLine).Append("...");
            else
                Slabs(text, Part(part, i), [.. position, i.ToString(culture)]);
        }
    }

    /// <summary>A table with aligned columns, broken into groups of columns that fit the width.</summary>
    private string Table(Tensor matrix)
    {
        var rows = matrix.Rank == 1
            ? [[.. Shown(matrix.Sizes[0]).Select(i => i < 0 ? "..." : Number(Part(matrix, i)))]]
            : Shown(matrix.Sizes[0]).Select(i => Row(i < 0 ? null : Part(matrix, i), matrix.Sizes[1])).ToArray();
        var widths = Enumerable.Range(0, rows[0].Length).Select(c => rows.Max(r => r[c].Length)).ToArray();
        var text = new StringBuilder();
        foreach (var row in rows)
        {
            var line = string.Concat(row.Select((cell, c) => " " + cell.PadLeft(widths[c])));
            text.Append(newLine).Append(line.Length > width ? string.Concat(line.AsSpan(0, Math.Max(width - 4, 0)), " ...") : line);
        }

        return text.ToString();
    }

    private string[] Row(Tensor? row, long columns) =>
        [.. Shown(columns).Select(i => i < 0 || row is null ? "..." : Number(Part(row, i)))];

    private string Number(Tensor number) => TensorText.Values(number.Packed(), format, culture)[0];

    private string CSharpType() => (tensor.dtype switch
    {
        ScalarType.Float32 => "float",
        ScalarType.Float64 => "double",
        ScalarType.Int64 => "long",
        ScalarType.Int32 => "int",
        ScalarType.Byte => "byte",
        _ => "bool",
    }) + (_sizes.Length == 0 ? " " : $"[{new string(',', _sizes.Length - 1)}] ");
}
