using System.Collections;
using static TorchSharp.torch;

namespace TorchSharp.Utils;

/// <summary>
/// The numbers 0 … n − 1 in a random order: Fisher and Yates's shuffle, from the inside out. A seed gives TorchSharp's order.
/// </summary>
public class FisherYatesShuffler : IEnumerable<long>
{
    private readonly long _size;
    private readonly int? _seed;

    /// <summary>Describes an order; it is drawn when it is enumerated.</summary>
    /// <param name="size">How many numbers, not negative.</param>
    /// <param name="seed">
    /// What decides the order, the same at every enumeration; when null, every enumeration has an order of its own, drawn from the source
    /// that <see cref="manual_seed"/> seeds.
    /// </param>
    public FisherYatesShuffler(long size, int? seed = null)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(size);
        (_size, _seed) = (size, seed);
    }

    /// <summary>Draws the order.</summary>
    /// <returns>Each number once.</returns>
    public IEnumerator<long> GetEnumerator() => Shuffled().AsEnumerable().GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private long[] Shuffled()
    {
        var random = new Random(_seed ?? DrawnSeed());
        var order = new long[_size];
        for (var i = 0L; i < _size; i++)
        {
            var high = (long)random.Next() << 32;
            var place = (high + (uint)random.Next()) % (i + 1);
            order[i] = order[place];
            order[place] = i;
        }

        return order;
    }

    private static int DrawnSeed()
    {
        lock (Generator.Default)
            return (int)(Generator.Default.NextUInt32() >> 1);
    }
}
