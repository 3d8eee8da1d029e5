using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;

namespace Tortue.Numerics;

/// <summary>Two blocks at a time in vectors of 128 bits.</summary>
internal readonly struct Lanes128(Vector128<ulong> value) : IBlockLanes<Lanes128>
{
    private readonly Vector128<ulong> _value = value;

    public static int Count => Vector128<ulong>.Count;

    public static Lanes128 Broadcast(uint word) => new(Vector128.Create((ulong)word));

    public static Lanes128 Ascending(uint first) => new(Vector128.Create((ulong)first) + Vector128<ulong>.Indices);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128 MultiplyLow(Lanes128 left, Lanes128 right)
    {
        if (Sse2.IsSupported)
            return new(Sse2.Multiply(left._value.AsUInt32(), right._value.AsUInt32()));

        if (AdvSimd.IsSupported)
        {
            return new(AdvSimd.MultiplyWideningLower(
                AdvSimd.ExtractNarrowingLower(left._value), AdvSimd.ExtractNarrowingLower(right._value)));
        }

        var mask = Vector128.Create(0xFFFFFFFFul);
        return new((left._value & mask) * (right._value & mask));
    }

    public static Lanes128 High(Lanes128 lanes) => new(lanes._value >>> 32);

    public static Lanes128 Xor(Lanes128 first, Lanes128 second, Lanes128 third) => new(first._value ^ second._value ^ third._value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Lanes128 word0, Lanes128 word1, Lanes128 word2, Lanes128 word3, ref uint destination)
    {
        var (lower, upper) = Interleave(word0, word1, word2, word3);
        lower.StoreUnsafe(ref destination);
        upper.StoreUnsafe(ref destination, (nuint)Vector128<uint>.Count);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreUniform(Lanes128 word0, Lanes128 word1, Lanes128 word2, Lanes128 word3, float unit, ref float destination)
    {
        var (lower, upper) = Interleave(word0, word1, word2, word3);
        ToUniform(lower, unit).StoreUnsafe(ref destination);
        ToUniform(upper, unit).StoreUnsafe(ref destination, (nuint)Vector128<float>.Count);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<float> ToUniform(Vector128<uint> words, float unit) =>
        Vector128.ConvertToSingle((words.AsInt32() >> Philox4x32.UniformShift) | Vector128<int>.One) * unit;

    // Lanes hold one word of many blocks; memory wants the four words of one block side by side.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (Vector128<uint> Lower, Vector128<uint> Upper) Interleave(Lanes128 word0, Lanes128 word1, Lanes128 word2, Lanes128 word3)
    {
        var mask = Vector128.Create(0xFFFFFFFFul);
        var front = (word0._value & mask) | (word1._value << 32);
        var back = (word2._value & mask) | (word3._value << 32);
        return (
            Vector128.Create(front.GetLower(), back.GetLower()).AsUInt32(),
            Vector128.Create(front.GetUpper(), back.GetUpper()).AsUInt32());
    }
}
