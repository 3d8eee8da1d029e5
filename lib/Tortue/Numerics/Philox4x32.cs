using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Tortue.Numerics;

/// <summary>
/// The counter-based random generator Philox4x32-10: four random 32-bit words are a function of a 128-bit counter and a 64-bit key, and
/// of nothing else. There is no state, so any block can be drawn again, in any order, on any thread, with the same bits.
/// </summary>
/// <remarks>
/// J. K. Salmon, M. A. Moraes, R. O. Dror, D. E. Shaw, "Parallel random numbers: as easy as 1, 2, 3", SC 2011. The bulk methods work on
/// eight, four, two or one blocks at a time, whatever the processor offers; the bits do not depend on it.
/// </remarks>
public static partial class Philox4x32
{
    /// <summary>Bits of a word that <see cref="ToUniform"/> drops: 25 remain, sign included, and the last of them is set.</summary>
    internal const int UniformShift = 7;

    /// <summary>Words in a block.</summary>
    public const int WordsPerBlock = 4;

    private const int Rounds = 10;
    private const uint Multiplier0 = 0xD2511F53;
    private const uint Multiplier1 = 0xCD9E8D57;
    private const uint Weyl0 = 0x9E3779B9;
    private const uint Weyl1 = 0xBB67AE85;
    private const int LargestChunk = 32;

    /// <summary>Draws one block.</summary>
    /// <param name="counter">The 128-bit counter, lowest word first.</param>
    /// <param name="key">The 64-bit key, low word in the low half.</param>
    /// <param name="destination">At least four words; the first four are written.</param>
    /// <exception cref="ArgumentException">The destination is shorter than four words.</exception>
    public static void Block(PhiloxCounter counter, ulong key, Span<uint> destination)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(destination.Length, WordsPerBlock);
        FillBlocks<ScalarLanes>(destination[..WordsPerBlock], counter, key);
    }

    /// <summary>Fills a span with random words: word n is word n mod 4 of the block whose counter is the given one plus ⌊n/4⌋.</summary>
    /// <param name="destination">The words to write; at most 2³² blocks.</param>
    /// <param name="counter">The counter of the first block; only its lowest word counts up, and wraps.</param>
    /// <param name="key">The 64-bit key.</param>
    public static void Fill(Span<uint> destination, PhiloxCounter counter, ulong key)
    {
        if (Vector512.IsHardwareAccelerated)
            Fill<Lanes512>(destination, counter, key);
        else if (Vector256.IsHardwareAccelerated)
            Fill<Lanes256>(destination, counter, key);
        else if (Vector128.IsHardwareAccelerated)
            Fill<Lanes128>(destination, counter, key);
        else
            Fill<ScalarLanes>(destination, counter, key);
    }

    /// <summary>
    /// Fills a span with numbers uniform on (−limit, limit): limit times the odd multiples of 2⁻²⁴, hence symmetric, never zero, and exact
    /// up to one rounding.
    /// </summary>
    /// <param name="destination">The numbers to write, in the order of <see cref="Fill(Span{uint}, PhiloxCounter, ulong)"/>.</param>
    /// <param name="limit">Half the width of the interval, finite and positive.</param>
    /// <param name="counter">The counter of the first block.</param>
    /// <param name="key">The 64-bit key.</param>
    /// <exception cref="ArgumentOutOfRangeException">The limit is not a finite positive number.</exception>
    public static void FillUniform(Span<float> destination, float limit, PhiloxCounter counter, ulong key)
    {
        if (!(limit > 0 && float.IsFinite(limit)))
            throw new ArgumentOutOfRangeException(nameof(limit), limit, "The limit of a uniform law must be a finite positive number.");

        if (Vector512.IsHardwareAccelerated)
            FillUniform<Lanes512>(destination, limit, counter, key);
        else if (Vector256.IsHardwareAccelerated)
            FillUniform<Lanes256>(destination, limit, counter, key);
        else if (Vector128.IsHardwareAccelerated)
            FillUniform<Lanes128>(destination, limit, counter, key);
        else
            FillUniform<ScalarLanes>(destination, limit, counter, key);
    }

    /// <summary>The number that a word stands for; see <see cref="FillUniform(Span{float}, float, PhiloxCounter, ulong)"/>.</summary>
    internal static float ToUniform(uint word, float unit) => (((int)word >> UniformShift) | 1) * unit;

    internal static void Fill<TLanes>(Span<uint> destination, PhiloxCounter counter, ulong key)
        where TLanes : struct, IBlockLanes<TLanes>
    {
        var chunk = WordsPerBlock * TLanes.Count;
        var whole = destination.Length - destination.Length % chunk;
        FillBlocks<TLanes>(destination[..whole], counter, key);
        if (whole == destination.Length)
            return;

        Span<uint> rest = stackalloc uint[LargestChunk];
        FillBlocks<TLanes>(rest[..chunk], counter.Advance(whole / WordsPerBlock), key);
        rest[..(destination.Length - whole)].CopyTo(destination[whole..]);
    }

    internal static void FillUniform<TLanes>(Span<float> destination, float limit, PhiloxCounter counter, ulong key)
        where TLanes : struct, IBlockLanes<TLanes>
    {
        var unit = limit * (1f / (1 << 24));
        var chunk = WordsPerBlock * TLanes.Count;
        var whole = destination.Length - destination.Length % chunk;
        FillUniformBlocks<TLanes>(destination[..whole], unit, counter, key);
        if (whole == destination.Length)
            return;

        Span<float> rest = stackalloc float[LargestChunk];
        FillUniformBlocks<TLanes>(rest[..chunk], unit, counter.Advance(whole / WordsPerBlock), key);
        rest[..(destination.Length - whole)].CopyTo(destination[whole..]);
    }

    // Optimised from the first call: these two loops are nearly all the time of an experiment that lasts a second.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void FillBlocks<TLanes>(Span<uint> destination, PhiloxCounter counter, ulong key)
        where TLanes : struct, IBlockLanes<TLanes>
    {
        ref var target = ref MemoryMarshal.GetReference(destination);
        var block = counter.Word0;
        for (var i = 0; i < destination.Length; i += WordsPerBlock * TLanes.Count)
        {
            Scramble<TLanes>(block, counter, key, out var word0, out var word1, out var word2, out var word3);
            TLanes.Store(word0, word1, word2, word3, ref Unsafe.Add(ref target, i));
            block += (uint)TLanes.Count;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void FillUniformBlocks<TLanes>(Span<float> destination, float unit, PhiloxCounter counter, ulong key)
        where TLanes : struct, IBlockLanes<TLanes>
    {
        ref var target = ref MemoryMarshal.GetReference(destination);
        var block = counter.Word0;
        for (var i = 0; i < destination.Length; i += WordsPerBlock * TLanes.Count)
        {
            Scramble<TLanes>(block, counter, key, out var word0, out var word1, out var word2, out var word3);
            TLanes.StoreUniform(word0, word1, word2, word3, unit, ref Unsafe.Add(ref target, i));
            block += (uint)TLanes.Count;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Scramble<TLanes>(
        uint firstBlock, PhiloxCounter counter, ulong key, out TLanes word0, out TLanes word1, out TLanes word2, out TLanes word3)
        where TLanes : struct, IBlockLanes<TLanes>
    {
        var multiplier0 = TLanes.Broadcast(Multiplier0);
        var multiplier1 = TLanes.Broadcast(Multiplier1);
        var key0 = (uint)key;
        var key1 = (uint)(key >> 32);
        word0 = TLanes.Ascending(firstBlock);
        word1 = TLanes.Broadcast(counter.Word1);
        word2 = TLanes.Broadcast(counter.Word2);
        word3 = TLanes.Broadcast(counter.Word3);
        for (var round = 0; round < Rounds; round++)
        {
            var product0 = TLanes.MultiplyLow(multiplier0, word0);
            var product1 = TLanes.MultiplyLow(multiplier1, word2);
            word0 = TLanes.Xor(TLanes.High(product1), word1, TLanes.Broadcast(key0));
            word1 = product1;
            word2 = TLanes.Xor(TLanes.High(product0), word3, TLanes.Broadcast(key1));
            word3 = product0;
            key0 += Weyl0;
            key1 += Weyl1;
        }
    }
}
