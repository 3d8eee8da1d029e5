using Tortue.Tensors;
using Tortue.Tensors.Saving;
using static TorchSharp.torch;

namespace TorchSharp;

public static partial class TensorExtensionMethods
{
    /// <summary>
    /// Writes the tensor in TorchSharp's format: element type, number of dimensions and sizes as LEB128 numbers, then the values in
    /// row-major order, little-endian.
    /// </summary>
    /// <param name="tensor">The tensor; it need not be contiguous.</param>
    /// <param name="writer">Where to write.</param>
    public static void Save(this Tensor tensor, BinaryWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        TensorWriter.Write(writer, tensor);
    }

    /// <summary>Writes the tensor in TorchSharp's format, and closes the stream.</summary>
    /// <param name="tensor">The tensor; it need not be contiguous.</param>
    /// <param name="stream">Where to write.</param>
    public static void Save(this Tensor tensor, Stream stream)
    {
        using var writer = new BinaryWriter(stream);
        tensor.Save(writer);
    }

    /// <summary>Writes the tensor in TorchSharp's format to a file, which appears when it is complete.</summary>
    /// <param name="tensor">The tensor; it need not be contiguous.</param>
    /// <param name="location">The file; one that is there is replaced.</param>
    public static void Save(this Tensor tensor, string location) => SideFile.Write(location, (BinaryWriter writer) => tensor.Save(writer));

    /// <summary>Overwrites the tensor with one in TorchSharp's format, of the same element type and shape.</summary>
    /// <param name="tensor">The tensor, which keeps its values when reading fails.</param>
    /// <param name="reader">Where to read.</param>
    /// <param name="skip">Whether to read past the values and leave the tensor as it is.</param>
    /// <exception cref="ArgumentException">The element types or the shapes differ.</exception>
    /// <exception cref="InvalidDataException">The bytes are no tensor.</exception>
    /// <exception cref="EndOfStreamException">The data end too soon.</exception>
    public static void Load(this Tensor tensor, BinaryReader reader, bool skip = false)
    {
        var source = new TensorReader(reader);
        var header = source.ReadHeader();
        if (header.Type != tensor.dtype)
            throw source.Mismatch("tensor data types", tensor.dtype.ToString(), header.Type.ToString());
        Overwrite(tensor, source, header, skip);
    }

    /// <summary>Reads a tensor in TorchSharp's format.</summary>
    /// <param name="reader">Where to read.</param>
    /// <param name="skip">Whether to read past the values, and return zeros.</param>
    /// <returns>A new tensor.</returns>
    /// <exception cref="InvalidDataException">The bytes are no tensor.</exception>
    /// <exception cref="EndOfStreamException">The data end too soon.</exception>
    public static Tensor Load(BinaryReader reader, bool skip = false)
    {
        Tensor? tensor = null;
        Load(ref tensor, reader, skip);
        return tensor!;
    }

    /// <summary>Overwrites a tensor with one in TorchSharp's format, or makes one.</summary>
    /// <param name="tensor">A tensor of the same shape, or null for a new one.</param>
    /// <param name="reader">Where to read.</param>
    /// <param name="skip">Whether to read past the values: the tensor stays, and a new one is of zeros.</param>
    /// <exception cref="ArgumentException">The element types or the shapes differ.</exception>
    /// <exception cref="InvalidDataException">The bytes are no tensor.</exception>
    /// <exception cref="EndOfStreamException">The data end too soon.</exception>
    public static void Load(ref Tensor? tensor, BinaryReader reader, bool skip = false)
    {
        if (tensor is not null)
        {
            tensor.Load(reader, skip);
            return;
        }

        var source = new TensorReader(reader);
        var header = source.ReadHeader();
        if (skip)
        {
            source.Skip(header);
            tensor = zeros(header.Sizes, header.Type);
            return;
        }

        tensor = source.ReadValues(header);
        CurrentDisposeScope?.Attach(tensor);
    }

    private static void Overwrite(Tensor tensor, TensorReader source, TensorHeader header, bool skip)
    {
        if (skip)
        {
            source.Skip(header);
            return;
        }

        if (!Shapes.Same(header.Sizes, tensor.Sizes))
            throw source.Mismatch("tensor shape", Shapes.Text(tensor.Sizes), Shapes.Text(header.Sizes));
        using var loaded = source.ReadValues(header);
        using var ungraded = no_grad();
        tensor.copy_(loaded);
    }
}
