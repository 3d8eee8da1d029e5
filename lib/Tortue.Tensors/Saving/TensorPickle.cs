using System.Buffers.Binary;
using System.Text;
using static TorchSharp.torch;

namespace Tortue.Tensors.Saving;

/// <summary>The pickle, in protocol 2, of a module with one tensor called 0: what LibTorch writes for a tensor.</summary>
internal static class TensorPickle
{
    /// <summary>A pickle of an empty tuple: the constants of that module.</summary>
    public static byte[] NoConstants => [0x80, 2, (byte)')', (byte)'.'];

    public static byte[] Of(Tensor tensor)
    {
        var pickle = new MemoryStream();
        void Code(params ReadOnlySpan<byte> codes) => pickle.Write(codes);
        void Global(string module, string name) => Code(Encoding.ASCII.GetBytes($"c{module}\n{name}\n"));

        Code(0x80, 2);
        Global("__torch__", "Module");
        Code((byte)')', 0x81, (byte)'}', (byte)'(');
        Text(pickle, "0");
        Global("torch._utils", "_rebuild_tensor_v2");

        // Its arguments: the memory by a persistent name, the offset, sizes, strides, whether gradients are wanted, and no hooks.
        Code((byte)'(', (byte)'(');
        Text(pickle, "storage");
        Global("torch", StoredTensor.StorageOf(tensor.dtype));
        Text(pickle, "0");
        Text(pickle, "cpu");
        Number(pickle, tensor.Count);
        Code((byte)'t', (byte)'Q');
        Number(pickle, 0);
        Numbers(pickle, tensor.Sizes);
        Numbers(pickle, Shapes.ContiguousStrides(tensor.Sizes));
        Code(tensor.requires_grad && tensor.is_leaf ? (byte)0x88 : (byte)0x89);
        Global("collections", "OrderedDict");
        Code((byte)')', (byte)'R', (byte)'t', (byte)'R', (byte)'u', (byte)'b', (byte)'.');
        return pickle.ToArray();
    }

    private static void Text(Stream pickle, string text)
    {
        var letters = Encoding.UTF8.GetBytes(text);
        pickle.WriteByte((byte)'X');
        Span<byte> length = stackalloc byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(length, letters.Length);
        pickle.Write(length);
        pickle.Write(letters);
    }

    /// <summary>In four bytes, or in eight where that is not enough.</summary>
    private static void Number(Stream pickle, long number)
    {
        Span<byte> bytes = stackalloc byte[8];
        BinaryPrimitives.WriteInt64LittleEndian(bytes, number);
        if (number <= int.MaxValue)
        {
            pickle.WriteByte((byte)'J');
            pickle.Write(bytes[..4]);
            return;
        }

        pickle.Write([0x8a, 8]);
        pickle.Write(bytes);
    }

    private static void Numbers(Stream pickle, long[] numbers)
    {
        pickle.WriteByte((byte)'(');
        foreach (var number in numbers)
            Number(pickle, number);
        pickle.WriteByte((byte)'t');
    }
}
