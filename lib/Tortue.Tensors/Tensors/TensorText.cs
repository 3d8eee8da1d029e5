using System.Globalization;
using static TorchSharp.torch;

namespace Tortue.Tensors;

/// <summary>Writes tensors for people.</summary>
internal static class TensorText
{
    private const int SummaryValues = 6;

    /// <summary>Shape, element type and device: "[2x3], type = Float32, device = cpu".</summary>
    public static string Metadata(Tensor tensor) => $"[{string.Join('x', tensor.Sizes)}], type = {tensor.dtype}, device = {tensor.device}";

    /// <summary>One line with the first few values.</summary>
    public static string Summary(Tensor tensor)
    {
        using var scope = NewDisposeScope();
        var first = tensor.Reshaped(tensor.Sizes, tensor.Strides, tensor.Offset);
        while (first.Rank > 1)
            first = first.Sizes[0] > 0 && Shapes.Count(first.Sizes.AsSpan(1)) >= SummaryValues + 1 ? first.select(0, 0) : first.reshape(-1);
        var count = Math.Min(first.Count, SummaryValues);
        var shown = (first.Rank == 0 ? first.reshape(1) : first.narrow(0, 0, count)).Packed();
        var values = Values(shown, "g5", CultureInfo.InvariantCulture);
        return $"{Metadata(tensor)}: {string.Join(", ", values)}{(tensor.NumberOfElements > count ? ", …" : "")}";
    }

    /// <summary>The elements of a packed tensor as text.</summary>
    public static string[] Values(Tensor packed, string format, CultureInfo culture) => packed.dtype switch
    {
        ScalarType.Float32 => [.. packed.Span<float>().ToArray().Select(x => x.ToString(format, culture))],
        ScalarType.Float64 => [.. packed.Span<double>().ToArray().Select(x => x.ToString(format, culture))],
        ScalarType.Int64 => [.. packed.Span<long>().ToArray().Select(x => x.ToString(culture))],
        ScalarType.Int32 => [.. packed.Span<int>().ToArray().Select(x => x.ToString(culture))],
        ScalarType.Byte => [.. packed.Span<byte>().ToArray().Select(x => x.ToString(culture))],
        _ => [.. packed.Span<bool>().ToArray().Select(x => x.ToString())],
    };
}
