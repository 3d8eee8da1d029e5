using System.Buffers.Binary;
using Tortue.Tensors.Kernels;
using static TorchSharp.torch;

namespace Tortue.Tensors;

/// <summary>
/// The state of a random number generator as bytes, laid out as PyTorch's CPU generator has them in memory: the seed; how many words are
/// left, whether it is seeded, which word is next; the 624 words, each in eight bytes; and the second normal number of a pair, if it was not
/// used yet.
/// </summary>
internal static class GeneratorState
{
    /// <summary>The number of bytes.</summary>
    public const int Size = 5056;

    private const int LeftAt = 8;
    private const int SeededAt = 12;
    private const int NextAt = 16;
    private const int WordsAt = 24;
    private const int NormalAt = WordsAt + (8 * 624) + 8;
    private const int HasNormalAt = NormalAt + 16;

    public static void Write(Span<byte> bytes, long seed, MersenneTwister source, double? nextNormal)
    {
        bytes.Clear();
        var words = MersenneTwister.StateSize;

        // A fresh sequence and one at the end of its words both have one left; PyTorch tells them apart by the next word, and draws alike.
        BinaryPrimitives.WriteInt64LittleEndian(bytes, seed);
        BinaryPrimitives.WriteInt32LittleEndian(bytes[LeftAt..], words - source.Next + 1);
        BinaryPrimitives.WriteInt32LittleEndian(bytes[SeededAt..], 1);
        BinaryPrimitives.WriteInt64LittleEndian(bytes[NextAt..], source.IsFresh ? 0 : source.Next);
        for (var i = 0; i < words; i++)
            BinaryPrimitives.WriteInt64LittleEndian(bytes[(WordsAt + (8 * i))..], source.State[i]);
        BinaryPrimitives.WriteDoubleLittleEndian(bytes[NormalAt..], nextNormal ?? 0);
        bytes[HasNormalAt] = nextNormal is null ? (byte)0 : (byte)1;
    }

    public static (long Seed, MersenneTwister Source, double? NextNormal) Read(Tensor state)
    {
        if (state.dtype != ScalarType.Byte)
            throw TorchError.Because($"RNG state must be a torch.ByteTensor, but got a {ScalarTypes.LegacyName(state.dtype)}");
        if (state.Count != Size)
        {
            throw TorchError.Because(
                $"Expected a CPUGeneratorImplState of size {Size} but found the input RNG state size to be {state.Count}");
        }

        ReadOnlySpan<byte> bytes = state.Packed().Span<byte>();
        var left = BinaryPrimitives.ReadInt32LittleEndian(bytes[LeftAt..]);
        var next = BinaryPrimitives.ReadInt64LittleEndian(bytes[NextAt..]);
        var words = new uint[MersenneTwister.StateSize];
        var isFresh = left == 1 && next == 0;
        if (left < 1 || left > words.Length || (!isFresh && next != words.Length - left + 1) || bytes[SeededAt] != 1)
            throw TorchError.Because("Invalid mt19937 state");

        for (var i = 0; i < words.Length; i++)
            words[i] = BinaryPrimitives.ReadUInt32LittleEndian(bytes[(WordsAt + (8 * i))..]);
        var normal = bytes[HasNormalAt] == 0 ? (double?)null : BinaryPrimitives.ReadDoubleLittleEndian(bytes[NormalAt..]);
        return (BinaryPrimitives.ReadInt64LittleEndian(bytes), new MersenneTwister(words, words.Length - left + 1, isFresh), normal);
    }
}
