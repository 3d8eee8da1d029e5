namespace Tortue.Numerics;

/// <summary>The 128-bit counter of <see cref="Philox4x32"/>: the address of one block of four random words.</summary>
/// <param name="Word0">The lowest word; the one that counts blocks within a stream.</param>
/// <param name="Word1">The second word.</param>
/// <param name="Word2">The third word.</param>
/// <param name="Word3">The highest word.</param>
public readonly record struct PhiloxCounter(uint Word0, uint Word1, uint Word2, uint Word3)
{
    /// <summary>The counter of a later block of the same stream: only the lowest word moves, and wraps.</summary>
    /// <param name="blocks">How many blocks further.</param>
    public PhiloxCounter Advance(int blocks) => this with { Word0 = Word0 + (uint)blocks };
}
