using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Tortue.Numerics;

/// <summary>Four blocks at a time in vectors of 256 bits.</summary>
internal readonly struct Lanes256(Vector256<ulong> value) : IBlockLanes<Lanes256>
{
    private readonly Vector256<ulong> _value = value;

    public static int Count => Vector256<ulong>.Count;

    public static Lanes256 Broadcast(uint word) => new(Vector256.Create((ulong)word));

    public static Lanes256 Ascending(uint first) => new(Vector256.Create((ulong)first) + Vector256<ulong>.Indices);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256 MultiplyLow(Lanes256 left, Lanes256 right)
    {
        if (Avx2.IsSupported)
            return new(Avx2.Multiply(left._value.AsUInt32(), right._value.AsUInt32()));

        var mask = Vector256.Create(0xFFFFFFFFul);
        return new((left._value & mask) * (right._value & mask));
    }

    public static Lanes256 High(Lanes256 lanes) => new(lanes._value >>> 32);

    public static Lanes256 Xor(Lanes256 first, Lanes256 second, Lanes256 third) => new(first._value ^ second._value ^ third._value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Lanes256 word0, Lanes256 word1, Lanes256 word2, Lanes256 word3, ref uint destination)
    {
        var (lower, upper) = Interleave(word0, word1, word2, word3);
        lower.StoreUnsafe(ref destination);
        upper.StoreUnsafe(ref destination, (nuint)Vector256<uint>.Count);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreUniform(Lanes256 word0, Lanes256 word1, Lanes256 word2, Lanes256 word3, float unit, ref float destination)
    {
        var (lower, upper) = Interleave(word0, word1, word2, word3);
        ToUniform(lower, unit).StoreUnsafe(ref destination);
        ToUniform(upper, unit).StoreUnsafe(ref destination, (nuint)Vector256<float>.Count);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> ToUniform(Vector256<uint> words, float unit) =>
        Vector256.ConvertToSingle((words.AsInt32() >> Philox4x32.UniformShift) | Vector256<int>.One) * unit;

    // Lanes hold one word of many blocks; memory wants the four words of one block side by side.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (Vector256<uint> Lower, Vector256<uint> Upper) Interleave(Lanes256 word0, Lanes256 word1, Lanes256 word2, Lanes256 word3)
    {
        var mask = Vector256.Create(0xFFFFFFFFul);
        var front = (word0._value & mask) | (word1._value << 32);
        var back = (word2._value & mask) | (word3._value << 32);
        if (Avx2.IsSupported)
        {
            var even = Avx2.UnpackLow(front, back);
            var odd = Avx2.UnpackHigh(front, back);
            return (Avx2.Permute2x128(even, odd, 0x20).AsUInt32(), Avx2.Permute2x128(even, odd, 0x31).AsUInt32());
        }

        return (
            Vector256.Create(front[0], back[0], front[1], back[1]).AsUInt32(),
            Vector256.Create(front[2], back[2], front[3], back[3]).AsUInt32());
    }
}
