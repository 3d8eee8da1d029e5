using System.Text;
using static TorchSharp.torch;

namespace Tortue.Tensors;

/// <content>As Julia writes arrays: one aligned table for each matrix.</content>
internal sealed partial class TensorFormatter
{
    /// <summary>Up to so many rows a table is written as a whole; TorchSharp writes as many as there are.</summary>
    private const int MostTableRows = 100;

    /// <summary>Rows of a longer table, the first and the last; and matrices of one dimension of larger tensors.</summary>
    private const int ShownOfMany = 20;

    private string Julia()
    {
        var text = new StringBuilder(TensorText.Metadata(tensor));
        if (tensor.Rank == 0)
            return text.Append(", value = ").Append(Number(tensor)).ToString();

        text.Append(newLine);
        if (tensor.Rank == 1)
            AppendTable(text, tensor.Reshaped([1, tensor.Sizes[0]], [0, tensor.Strides[0]], tensor.Offset));
        else if (tensor.Rank == 2)
            AppendTable(text, tensor);
        else
            AppendSlabs(text, tensor, []);
        return text.ToString();
    }

    private void AppendSlabs(StringBuilder text, Tensor part, string[] position)
    {
        if (part.Rank == 2)
        {
            text.Append('[').AppendJoin(',', position).Append(",..,..] =").Append(newLine);
            AppendTable(text, part);
            return;
        }

        var isFirst = true;
        foreach (var i in Shown(part.Sizes[0], ShownOfMany))
        {
            text.Append(isFirst ? "" : newLine);
            isFirst = false;
            if (i < 0)
                text.Append(Ellipsis).Append(newLine);
            else
                AppendSlabs(text, Part(part, i), [.. position, i.ToString(culture)]);
        }
    }

    /// <summary>A table with aligned columns: as many as fit the width in every row.</summary>
    private void AppendTable(StringBuilder text, Tensor matrix)
    {
        int[] shown = [.. Shown(matrix.Sizes[0], matrix.Sizes[0] <= MostTableRows ? MostTableRows : ShownOfMany)];
        if (shown.Length == 0)
            return;

        string[][] rows = [.. shown.Where(i => i >= 0).Select(i => Row(Part(matrix, i)))];
        var columns = rows.Min(row => row.Length);
        var widths = Enumerable.Range(0, columns).Select(c => rows.Max(row => row[c].Length)).ToArray();
        var next = 0;
        foreach (var i in shown)
        {
            if (i < 0)
            {
                text.Append(' ').Append(Ellipsis).Append(newLine);
                continue;
            }

            var row = rows[next++];
            for (var c = 0; c < columns; c++)
                text.Append(' ').Append(row[c].PadLeft(widths[c]));
            if (columns < matrix.Sizes[1])
                text.Append(' ').Append(Ellipsis);
            text.Append(newLine);
        }
    }

    /// <summary>The first numbers of a row: as many as leave room for dots.</summary>
    private string[] Row(Tensor row)
    {
        var numbers = new List<string>();
        var room = width;
        for (var i = 0; i < row.Sizes[0]; i++)
        {
            var number = Number(Part(row, i));
            if (room < number.Length + 1 + Ellipsis.Length)
                break;
            numbers.Add(number);
            room -= number.Length + 1;
        }

        return [.. numbers];
    }
}
