using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Tortue.Tensors;

/// <summary>
/// Arrays to be used again, in size classes of quarter powers of two. Large arrays are pinned, so that they can be aligned to a cache line.
/// What nobody gives back is garbage like any other.
/// </summary>
internal static class StoragePool<T>
    where T : unmanaged
{
    private const int AlignmentBytes = 64;

    /// <summary>Below this an array costs less to make than to look up.</summary>
    private const int SmallestPooledBytes = 1024;

    /// <summary>From here on arrays are pinned and aligned: the size of the large object heap.</summary>
    private const int SmallestPinnedBytes = 85_000;

    private static readonly Stack<T[]>[] Classes = [.. Enumerable.Range(0, 128).Select(_ => new Stack<T[]>())];

    /// <summary>An array and where its aligned part begins.</summary>
    internal readonly record struct Lease(T[] Array, int Start)
    {
        /// <summary>Gives the array back; nobody may hold it any more.</summary>
        public void Return()
        {
            if (Array is not null)
                Keep(Array);
        }
    }

    /// <summary>Takes an array with room for a number of elements; its contents are arbitrary.</summary>
    public static Lease Rent(int length)
    {
        var bytes = (long)length * Unsafe.SizeOf<T>();
        if (bytes < SmallestPooledBytes)
            return new Lease(new T[length], 0);

        var capacity = CapacityOf(ClassOf(length));
        var pinned = capacity * Unsafe.SizeOf<T>() >= SmallestPinnedBytes;
        var array = TakeKept(length) ?? Make((int)Math.Clamp(capacity, length, System.Array.MaxLength - Slack), pinned);
        return new Lease(array, pinned ? AlignedStart(array) : 0);
    }

    private static T[]? TakeKept(int length)
    {
        var stack = Classes[ClassOf(length)];
        lock (stack)
        {
            if (!stack.TryPop(out var array))
                return null;

            StorageLimit.Taken((long)array.Length * Unsafe.SizeOf<T>());
            return array;
        }
    }

    private static void Keep(T[] array)
    {
        var bytes = (long)array.Length * Unsafe.SizeOf<T>();
        if (bytes < SmallestPooledBytes || !StorageLimit.MayKeep(bytes))
            return;

        var slack = bytes >= SmallestPinnedBytes ? Slack : 0;
        var stack = Classes[ClassOf(array.Length - slack)];
        lock (stack)
            stack.Push(array);
    }

    private static T[] Make(int capacity, bool pinned) =>
        GC.AllocateUninitializedArray<T>(capacity + (pinned ? Slack : 0), pinned);

    private static int Slack => AlignmentBytes / Unsafe.SizeOf<T>();

    private static unsafe int AlignedStart(T[] array)
    {
        var misaligned = (int)((nint)Unsafe.AsPointer(ref MemoryMarshal.GetArrayDataReference(array)) % AlignmentBytes);
        return misaligned == 0 ? 0 : (AlignmentBytes - misaligned) / Unsafe.SizeOf<T>();
    }

    /// <summary>The smallest class that holds a length: four classes between powers of two.</summary>
    private static int ClassOf(int length)
    {
        var exponent = BitOperations.Log2((uint)Math.Max(length, 4));
        var quarter = 1L << (exponent - 2);
        var steps = (length - (1L << exponent) + quarter - 1) / quarter;
        return (exponent * 4) + (int)Math.Max(steps, 0);
    }

    private static long CapacityOf(int sizeClass) => (1L << (sizeClass / 4)) + ((sizeClass % 4) * (1L << ((sizeClass / 4) - 2)));
}
