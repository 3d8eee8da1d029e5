using static TorchSharp.torch;

namespace Tortue.Tensors;

/// <summary>
/// The memory behind one tensor and its views: counted references, so that the memory goes back to the pool when the last tensor that
/// shares it is disposed, and a version, which every in-place change raises. A storage that nobody disposes is left to the garbage
/// collector.
/// </summary>
internal abstract class TensorStorage
{
    // One count a thread: a common one would be fetched from the other processors at every operation.
    [ThreadStatic]
    private static long heldCount;

    private int _references = 1;

    protected TensorStorage(ScalarType type, int length)
    {
        (Type, Length) = (type, length);
    }

    /// <summary>
    /// Storages taken on this thread less those given back on it; those that wrap an array do not count. What the garbage collector took
    /// counts as held.
    /// </summary>
    public static long HeldCount => heldCount;

    /// <summary>The element type.</summary>
    public ScalarType Type { get; }

    /// <summary>The number of elements.</summary>
    public int Length { get; }

    /// <summary>Raised by every in-place change of any tensor that shares this memory.</summary>
    public int Version { get; set; }

    /// <summary>Whether one tensor alone holds this memory, which may then be overwritten without anybody noticing.</summary>
    public bool IsExclusive => Volatile.Read(ref _references) == 1;

    /// <summary>Takes memory for a number of elements, with arbitrary contents.</summary>
    public static TensorStorage Allocate(ScalarType type, long length)
    {
        if (length > Array.MaxLength - 64)
        {
            throw TorchError.Because($"can't allocate memory: a tensor holds at most {Array.MaxLength - 64} elements in this engine; " +
                $"{length} were asked for.");
        }

        return type switch
        {
            ScalarType.Float32 => new TensorStorage<float>(type, (int)length),
            ScalarType.Float64 => new TensorStorage<double>(type, (int)length),
            ScalarType.Int64 => new TensorStorage<long>(type, (int)length),
            ScalarType.Int32 => new TensorStorage<int>(type, (int)length),
            ScalarType.Byte => new TensorStorage<byte>(type, (int)length),
            ScalarType.Bool => new TensorStorage<bool>(type, (int)length),
            _ => throw ScalarTypes.Unsupported(type),
        };
    }

    /// <summary>One more tensor shares this memory.</summary>
    public TensorStorage Retain()
    {
        Interlocked.Increment(ref _references);
        return this;
    }

    /// <summary>One tensor fewer shares this memory; the last one gives it back.</summary>
    public void Release()
    {
        if (Interlocked.Decrement(ref _references) != 0)
            return;
        ReturnToPool();
    }

    /// <summary>Counts storages that were taken, or given back.</summary>
    private protected static void Count(int change) => heldCount += change;

    private protected abstract void ReturnToPool();
}

/// <inheritdoc/>
internal sealed class TensorStorage<T> : TensorStorage
    where T : unmanaged
{
    private readonly StoragePool<T>.Lease _lease;
    private readonly bool _isLeased;

    public TensorStorage(ScalarType type, int length)
        : base(type, length)
    {
        _lease = StoragePool<T>.Rent(length);
        Array = _lease.Array;
        Start = _lease.Start;
        _isLeased = true;
        Count(1);
    }

    /// <summary>Wraps an array without copying it; it never goes to the pool.</summary>
    public TensorStorage(ScalarType type, T[] array)
        : base(type, array.Length)
    {
        Array = array;
    }

    /// <summary>The memory, of which the storage is the part that begins at <see cref="Start"/>.</summary>
    public T[] Array { get; }

    /// <summary>The index in <see cref="Array"/> of the first element, chosen so that large storages are aligned.</summary>
    public int Start { get; }

    private protected override void ReturnToPool()
    {
        if (!_isLeased)
            return;
        Count(-1);
        _lease.Return();
    }
}
