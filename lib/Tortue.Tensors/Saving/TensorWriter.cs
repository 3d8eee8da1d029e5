using static TorchSharp.torch;

namespace Tortue.Tensors.Saving;

/// <summary>
/// Writes tensors in TorchSharp's format: element type, number of dimensions and sizes as LEB128, then the values in row-major order,
/// little-endian.
/// </summary>
internal static class TensorWriter
{
    public static void Write(BinaryWriter writer, Tensor tensor)
    {
        Leb128.Write(writer, (long)tensor.dtype);
        Leb128.Write(writer, tensor.Rank);
        foreach (var size in tensor.Sizes)
            Leb128.Write(writer, size);
        using var scope = NewDisposeScope();
        writer.Write(tensor.Packed().RawBytes());
    }

    /// <summary>A number of entries, then the name and the tensor of each.</summary>
    public static void Write(BinaryWriter writer, IReadOnlyCollection<KeyValuePair<string, Tensor>> entries)
    {
        Leb128.Write(writer, entries.Count);
        foreach (var (name, tensor) in entries)
        {
            writer.Write(name);
            Write(writer, tensor);
        }
    }
}
