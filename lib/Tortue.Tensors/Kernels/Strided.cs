namespace Tortue.Tensors.Kernels;

/// <summary>
/// Elements in memory: an array, the index of the first one, sizes, and strides in elements (zero where an element is repeated).
/// </summary>
internal readonly record struct Strided<T>(T[] Array, int Start, long[] Sizes, long[] Strides)
    where T : unmanaged
{
    public int Count => (int)Shapes.Count(Sizes);

    public bool IsPacked => Shapes.IsContiguous(Sizes, Strides);

    /// <summary>Whether every position shows the same element.</summary>
    public bool IsOneElement
    {
        get
        {
            for (var d = 0; d < Sizes.Length; d++)
            {
                if (Strides[d] != 0 && Sizes[d] != 1)
                    return false;
            }

            return true;
        }
    }

    public T First => Array[Start];

    /// <summary>The elements one after the other; for packed memory only.</summary>
    public Span<T> Span => Count == 0 ? [] : Array.AsSpan(Start, Count);

    public Span<T> Slice(int start, int length) => Array.AsSpan(Start + start, length);

    /// <summary>Whether the elements lie one after the other, or one is repeated.</summary>
    public bool IsPackedOrOne => IsPacked || IsOneElement;

    /// <summary>The elements of packed memory from one index to another, or the one that is repeated.</summary>
    public ReadOnlySpan<T> PartOrOne(int from, int to) => IsPacked ? Slice(from, to - from) : Array.AsSpan(Start, 1);

    /// <summary>Part of a dimension.</summary>
    public Strided<T> Part(int dim, int from, int to)
    {
        var sizes = (long[])Sizes.Clone();
        sizes[dim] = to - from;
        return this with { Start = Start + (int)(from * Strides[dim]), Sizes = sizes };
    }
}
