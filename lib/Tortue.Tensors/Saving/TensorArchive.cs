using System.IO.Compression;
using TorchSharp;
using static TorchSharp.torch;
using Tensor = TorchSharp.torch.Tensor;

namespace Tortue.Tensors.Saving;

/// <summary>
/// The zip archive that <c>torch.save</c> of LibTorch makes of a tensor, and so TorchSharp's: a module with one tensor, its memory in a file
/// of its own. Python's <c>torch.jit.load</c> reads it too.
/// </summary>
internal static class TensorArchive
{
    private const string Code =
        "class Module(Module):\n  __parameters__ = [\"0\", ]\n  __buffers__ = []\n  __annotations__ = []\n" +
        "  __annotations__[\"0\"] = Tensor\n";

    public static void Save(Tensor tensor, string location)
    {
        using var scope = NewDisposeScope();
        var packed = tensor.Packed();
        var pickle = TensorPickle.Of(tensor);
        SideFile.Write(location, (FileStream stream) =>
        {
            using var archive = new ZipArchive(stream, ZipArchiveMode.Create);
            var folder = Path.GetFileNameWithoutExtension(location);
            Put(archive, $"{folder}/data/0", packed.RawBytes());
            Put(archive, $"{folder}/data.pkl", pickle);
            Put(archive, $"{folder}/code/__torch__.py", System.Text.Encoding.ASCII.GetBytes(Code));
            Put(archive, $"{folder}/constants.pkl", TensorPickle.NoConstants);
            Put(archive, $"{folder}/version", "3\n"u8);
        });
    }

    public static Tensor Load(string location)
    {
        using var stream = SideFile.Open(location);
        try
        {
            using var archive = new ZipArchive(stream, ZipArchiveMode.Read);
            var pickled = archive.Entries.FirstOrDefault(entry => entry.FullName.EndsWith("/data.pkl", StringComparison.Ordinal))
                ?? throw new InvalidDataException("it has no data.pkl");
            var stored = new TensorUnpickler(Bytes(pickled)).Read();
            var folder = pickled.FullName[..^"data.pkl".Length];
            var memory = archive.GetEntry($"{folder}data/{stored.Key}")
                ?? throw new InvalidDataException($"it has no memory data/{stored.Key}");
            return Read(stored, Bytes(memory));
        }
        catch (InvalidDataException error)
        {
            throw TorchError.Because($"file '{stream.Name}' is not an archive of one tensor as torch.save writes it: {error.Message} " +
                "(what a tensor's method Save wrote is read by Tensor.Load)");
        }
    }

    private static Tensor Read(StoredTensor stored, byte[] bytes)
    {
        if (!ScalarTypes.IsAvailable(stored.Type))
            throw ScalarTypes.Unsupported(stored.Type);
        if (bytes.Length != stored.Length * stored.Type.ElementSize() || !stored.FitsItsStorage)
            throw new InvalidDataException($"{bytes.Length} bytes of memory do not hold {stored.Type} of shape {Shapes.Text(stored.Sizes)}");

        var memory = Tensor.Empty([stored.Length], stored.Type);
        bytes.CopyTo(memory.RawBytes());
        using (memory)
        {
            var tensor = memory.Reshaped(stored.Sizes, stored.Strides, stored.Offset);
            tensor.requires_grad = stored.RequiresGrad;
            return tensor;
        }
    }

    private static byte[] Bytes(ZipArchiveEntry entry)
    {
        using var content = entry.Open();
        var bytes = new MemoryStream();
        content.CopyTo(bytes);
        return bytes.ToArray();
    }

    private static void Put(ZipArchive archive, string name, ReadOnlySpan<byte> bytes)
    {
        using var content = archive.CreateEntry(name, CompressionLevel.NoCompression).Open();
        content.Write(bytes);
    }
}
