using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Tortue.Numerics;

/// <summary>Eight blocks at a time in vectors of 512 bits.</summary>
internal readonly struct Lanes512(Vector512<ulong> value) : IBlockLanes<Lanes512>
{
    private readonly Vector512<ulong> _value = value;

    public static int Count => Vector512<ulong>.Count;

    public static Lanes512 Broadcast(uint word) => new(Vector512.Create((ulong)word));

    public static Lanes512 Ascending(uint first) => new(Vector512.Create((ulong)first) + Vector512<ulong>.Indices);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512 MultiplyLow(Lanes512 left, Lanes512 right)
    {
        if (Avx512F.IsSupported)
            return new(Avx512F.Multiply(left._value.AsUInt32(), right._value.AsUInt32()));

        var mask = Vector512.Create(0xFFFFFFFFul);
        return new((left._value & mask) * (right._value & mask));
    }

    public static Lanes512 High(Lanes512 lanes) => new(lanes._value >>> 32);

    public static Lanes512 Xor(Lanes512 first, Lanes512 second, Lanes512 third) => new(first._value ^ second._value ^ third._value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Lanes512 word0, Lanes512 word1, Lanes512 word2, Lanes512 word3, ref uint destination)
    {
        var (lower, upper) = Interleave(word0, word1, word2, word3);
        lower.StoreUnsafe(ref destination);
        upper.StoreUnsafe(ref destination, (nuint)Vector512<uint>.Count);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreUniform(Lanes512 word0, Lanes512 word1, Lanes512 word2, Lanes512 word3, float unit, ref float destination)
    {
        var (lower, upper) = Interleave(word0, word1, word2, word3);
        ToUniform(lower, unit).StoreUnsafe(ref destination);
        ToUniform(upper, unit).StoreUnsafe(ref destination, (nuint)Vector512<float>.Count);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<float> ToUniform(Vector512<uint> words, float unit) =>
        Vector512.ConvertToSingle((words.AsInt32() >> Philox4x32.UniformShift) | Vector512<int>.One) * unit;

    // Lanes hold one word of many blocks; memory wants the four words of one block side by side.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (Vector512<uint> Lower, Vector512<uint> Upper) Interleave(Lanes512 word0, Lanes512 word1, Lanes512 word2, Lanes512 word3)
    {
        var mask = Vector512.Create(0xFFFFFFFFul);
        var front = (word0._value & mask) | (word1._value << 32);
        var back = (word2._value & mask) | (word3._value << 32);
        if (Avx512F.IsSupported)
        {
            return (
                Avx512F.PermuteVar8x64x2(front, Vector512.Create(0ul, 8, 1, 9, 2, 10, 3, 11), back).AsUInt32(),
                Avx512F.PermuteVar8x64x2(front, Vector512.Create(4ul, 12, 5, 13, 6, 14, 7, 15), back).AsUInt32());
        }

        return (
            Vector512.Create(front[0], back[0], front[1], back[1], front[2], back[2], front[3], back[3]).AsUInt32(),
            Vector512.Create(front[4], back[4], front[5], back[5], front[6], back[6], front[7], back[7]).AsUInt32());
    }
}
