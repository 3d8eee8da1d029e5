using System.Globalization;
using static TorchSharp.torch;
using Style = TorchSharp.TensorStringStyle;

namespace Tortue.Tensors;

/// <summary>Writes a whole tensor in one of the styles, as TorchSharp writes it; of long dimensions it writes both ends.</summary>
internal sealed partial class TensorFormatter(Tensor tensor, string format, int width, CultureInfo culture, string newLine)
{
    public string Write(Style style)
    {
        using var scope = NewDisposeScope();
        return style switch
        {
            Style.Metadata => TensorText.Metadata(tensor),
            Style.Numpy => Nested(tensor, 1, NumPyBrackets),
            Style.CSharp => CSharp(),
            _ => Julia(),
        };
    }

    /// <summary>The indices that are written; −1 stands for those left out.</summary>
    private static IEnumerable<int> Shown(long size, int most)
    {
        if (size <= most)
            return Enumerable.Range(0, (int)size);
        var trailing = most / 2;
        return [.. Enumerable.Range(0, most - trailing), -1, .. Enumerable.Range((int)size - trailing, trailing)];
    }

    private static Tensor Part(Tensor x, int index) =>
        x.Reshaped(x.Sizes[1..], x.Strides[1..], x.Offset + (index * x.Strides[0]));

    private string Number(Tensor number) => TensorText.Values(number.Packed(), format, culture)[0];
}
