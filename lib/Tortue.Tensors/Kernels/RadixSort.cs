using System.Runtime.CompilerServices;

namespace Tortue.Tensors.Kernels;

/// <summary>
/// Sorts entries of a 32-bit key above a 32-bit index by their keys, digit by digit from the lowest (D. E. Knuth, The Art of Computer
/// Programming 3, 5.2.5); equal keys keep their order.
/// </summary>
internal sealed class RadixSort(int length)
{
    private const int DigitBits = 11;
    private const int Digits = 1 << DigitBits;
    private const int Passes = 3;

    // Shorter ones are compared, which needs no counting.
    private const int WorthCounting = 512;

    private ulong[] _entries = new ulong[length];
    private ulong[] _others = length < WorthCounting ? [] : new ulong[length];
    private readonly int[] _counts = length < WorthCounting ? [] : new int[Passes * Digits];

    /// <summary>The entries to sort.</summary>
    public Span<ulong> Entries => _entries;

    /// <summary>Sorts the entries.</summary>
    /// <returns>The sorted ones, which <see cref="Entries"/> then is too.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public Span<ulong> Sort()
    {
        if (length < WorthCounting)
        {
            // Indices below the keys make the order stable.
            Entries.Sort();
            return Entries;
        }

        var counts = _counts.AsSpan();
        counts.Clear();
        foreach (var entry in _entries)
        {
            counts[Digit(entry, 0)]++;
            counts[Digits + Digit(entry, 1)]++;
            counts[(2 * Digits) + Digit(entry, 2)]++;
        }

        for (var pass = 0; pass < Passes; pass++)
        {
            var places = counts.Slice(pass * Digits, Digits);
            if (places[Digit(_entries[0], pass)] == length)
                continue;

            var place = 0;
            for (var digit = 0; digit < Digits; digit++)
                (places[digit], place) = (place, place + places[digit]);
            var (from, to) = (_entries, _others);
            foreach (var entry in from)
                to[places[Digit(entry, pass)]++] = entry;
            (_entries, _others) = (to, from);
        }

        return Entries;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Digit(ulong entry, int pass) => (int)(entry >> (32 + (pass * DigitBits))) & (Digits - 1);
}
