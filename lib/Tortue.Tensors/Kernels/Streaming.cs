namespace Tortue.Tensors.Kernels;

/// <summary>When results are written past the caches.</summary>
internal static class Streaming
{
    // Larger than the caches of most machines: nothing of such a result would still be in them when it is read.
    private const long LargeResult = 32 << 20;

    /// <summary>
    /// Whether results are so large that it pays to write them past the caches, which spares reading the memory that they replace. A
    /// result that replaces an operand is in the caches already.
    /// </summary>
    public static unsafe bool Pays<T>(int count, T[] result, T[] left, T[] right)
        where T : unmanaged =>
        (long)count * sizeof(T) >= LargeResult && !ReferenceEquals(result, left) && !ReferenceEquals(result, right);

    /// <summary>Elements before the first that is aligned to a vector's size, at most all.</summary>
    public static unsafe nint Head<T>(T* start, int lanes, nint count)
        where T : unmanaged => Math.Min(count, (-(nint)start & ((lanes * sizeof(T)) - 1)) / sizeof(T));
}
