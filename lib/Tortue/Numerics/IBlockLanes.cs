namespace Tortue.Numerics;

/// <summary>
/// A few 64-bit lanes, each working on its own Philox block. Only the low 32 bits of a lane carry meaning: the widening multiplication
/// ignores the rest, so that the algorithm never has to clear them.
/// </summary>
/// <typeparam name="TSelf">The lanes themselves: one scalar, or a vector of 128, 256 or 512 bits.</typeparam>
internal interface IBlockLanes<TSelf> where TSelf : struct, IBlockLanes<TSelf>
{
    /// <summary>Blocks worked on at once, each of four 32-bit words.</summary>
    static abstract int Count { get; }

    /// <summary>The same word in every lane.</summary>
    static abstract TSelf Broadcast(uint word);

    /// <summary>The words first, first + 1, … one a lane.</summary>
    static abstract TSelf Ascending(uint first);

    /// <summary>The 64-bit product of the low 32 bits of <paramref name="left"/> and <paramref name="right"/>.</summary>
    static abstract TSelf MultiplyLow(TSelf left, TSelf right);

    /// <summary>The high 32 bits of every lane, moved to the low ones.</summary>
    static abstract TSelf High(TSelf lanes);

    /// <summary>Exclusive or of three.</summary>
    static abstract TSelf Xor(TSelf first, TSelf second, TSelf third);

    /// <summary>Writes 4 × <see cref="Count"/> words, block after block.</summary>
    static abstract void Store(TSelf word0, TSelf word1, TSelf word2, TSelf word3, ref uint destination);

    /// <summary>
    /// Writes 4 × <see cref="Count"/> numbers, block after block, each word turned into an odd multiple of <paramref name="unit"/>.
    /// </summary>
    static abstract void StoreUniform(TSelf word0, TSelf word1, TSelf word2, TSelf word3, float unit, ref float destination);
}
