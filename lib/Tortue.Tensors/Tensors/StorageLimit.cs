namespace Tortue.Tensors;

/// <summary>How much memory the pools may keep for later: a quarter of what the process may use, and at most two gibibytes.</summary>
internal static class StorageLimit
{
    private static readonly long Limit = Math.Min(GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / 4, 2L << 30);

    private static long kept;

    /// <summary>Bytes that the pools hold unused.</summary>
    public static long Kept => Volatile.Read(ref kept);

    public static bool MayKeep(long bytes)
    {
        if (Interlocked.Add(ref kept, bytes) <= Limit)
            return true;

        Interlocked.Add(ref kept, -bytes);
        return false;
    }

    public static void Taken(long bytes) => Interlocked.Add(ref kept, -bytes);
}
