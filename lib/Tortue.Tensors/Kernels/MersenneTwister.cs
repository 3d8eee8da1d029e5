using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Tortue.Tensors.Kernels;

/// <summary>
/// The generator mt19937 of Matsumoto and Nishimura (1998), "Mersenne Twister: a 623-dimensionally equidistributed uniform pseudo-random
/// number generator", seeded as <c>torch.manual_seed</c> seeds the CPU's generator, so that it gives PyTorch's draws.
/// </summary>
internal sealed class MersenneTwister
{
    private const int Size = 624;
    private const int Shift = 397;
    private const uint Twist = 0x9908b0df;
    private const uint UpperBit = 0x80000000;
    private const uint LowerBits = 0x7fffffff;

    private readonly uint[] _state = new uint[Size];
    private int _next;

    /// <summary>Starts a sequence.</summary>
    /// <param name="seed">Only its lower 32 bits count, as in PyTorch.</param>
    public MersenneTwister(ulong seed)
    {
        _state[0] = (uint)seed;
        for (int j = 1; j < Size; j++)
            _state[j] = (1812433253u * (_state[j - 1] ^ (_state[j - 1] >> 30))) + (uint)j;
        _next = Size;
        IsFresh = true;
    }

    /// <summary>Goes on from a state that <see cref="State"/> and <see cref="Next"/> gave.</summary>
    public MersenneTwister(ReadOnlySpan<uint> state, int next, bool isFresh)
    {
        state.CopyTo(_state);
        (_next, IsFresh) = (next, isFresh);
    }

    private MersenneTwister(MersenneTwister other)
    {
        other._state.CopyTo(_state, 0);
        (_next, IsFresh) = (other._next, other.IsFresh);
    }

    /// <summary>The number of words of the state.</summary>
    public static int StateSize => Size;

    /// <summary>The words from which numbers are drawn.</summary>
    public ReadOnlySpan<uint> State => _state;

    /// <summary>Which word the next number comes from; <see cref="StateSize"/> when all are used up.</summary>
    public int Next => _next;

    /// <summary>Whether no number was drawn yet.</summary>
    public bool IsFresh { get; private set; }

    /// <summary>A generator that goes on from the same point on its own.</summary>
    public MersenneTwister Clone() => new(this);

    /// <summary>Thirty-two random bits.</summary>
    public uint NextUInt32()
    {
        if (_next == Size)
            Regenerate();
        return Temper(_state[_next++]);
    }

    /// <summary>Sixty-four random bits: of two draws the first gives the upper half.</summary>
    public ulong NextUInt64()
    {
        ulong upper = NextUInt32();
        return (upper << 32) | NextUInt32();
    }

    /// <summary>The same values as so many calls of <see cref="NextUInt32"/>, in less time.</summary>
    public void Fill(Span<uint> destination)
    {
        while (destination.Length > 0)
        {
            if (_next == Size)
                Regenerate();
            int count = Math.Min(Size - _next, destination.Length);
            TemperAll(_state.AsSpan(_next, count), destination);
            _next += count;
            destination = destination[count..];
        }
    }

    private static uint Temper(uint y)
    {
        y ^= y >> 11;
        y ^= (y << 7) & 0x9d2c5680;
        y ^= (y << 15) & 0xefc60000;
        return y ^ (y >> 18);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void TemperAll(ReadOnlySpan<uint> source, Span<uint> destination)
    {
        int i = 0;
        for (; i <= source.Length - Vector<uint>.Count; i += Vector<uint>.Count)
        {
            var y = new Vector<uint>(source[i..]);
            y ^= y >> 11;
            y ^= (y << 7) & new Vector<uint>(0x9d2c5680);
            y ^= (y << 15) & new Vector<uint>(0xefc60000);
            y ^= y >> 18;
            y.CopyTo(destination[i..]);
        }

        for (; i < source.Length; i++)
            destination[i] = Temper(source[i]);
    }

    private void Regenerate()
    {
        // Each new word needs its right neighbour, old, and the one 397 on, old for the first 227 words and new after that.
        TwistRange(0, Size - Shift, Shift);
        TwistRange(Size - Shift, Size - 1, Shift - Size);
        _state[^1] = Combine(_state[^1], _state[0]) ^ _state[Shift - 1];
        _next = 0;
        IsFresh = false;
    }

    private static uint Combine(uint left, uint right)
    {
        uint y = (left & UpperBit) | (right & LowerBits);
        return (y >> 1) ^ (Twist & (0u - (right & 1)));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void TwistRange(int from, int to, int offset)
    {
        ref uint state = ref MemoryMarshal.GetArrayDataReference(_state);
        int i = from;
        for (; i <= to - Vector<uint>.Count; i += Vector<uint>.Count)
        {
            var left = Vector.LoadUnsafe(ref state, (nuint)i);
            var right = Vector.LoadUnsafe(ref state, (nuint)(i + 1));
            var y = (left & new Vector<uint>(UpperBit)) | (right & new Vector<uint>(LowerBits));
            var twist = new Vector<uint>(Twist) & (Vector<uint>.Zero - (right & Vector<uint>.One));
            var other = Vector.LoadUnsafe(ref state, (nuint)(i + offset));
            ((y >> 1) ^ twist ^ other).StoreUnsafe(ref state, (nuint)i);
        }

        for (; i < to; i++)
            _state[i] = Combine(_state[i], _state[i + 1]) ^ _state[i + offset];
    }
}
