namespace Tortue.Tensors.Kernels;

/// <summary>
/// Walks several tensors of one shape row by row. Dimensions that lie behind one another in all of them are joined first, so that rows are
/// as long as possible.
/// </summary>
internal sealed class StridedRows
{
    private readonly List<Dimension> _outer = [];
    private readonly int[] _position;
    private bool _started;

    /// <param name="sizes">The common shape.</param>
    /// <param name="strides">The strides of each tensor.</param>
    public StridedRows(long[] sizes, params ReadOnlySpan<long[]> strides)
    {
        Offsets = new int[strides.Length];
        var row = new Dimension(1, new int[strides.Length]);
        for (var d = sizes.Length - 1; d >= 0; d--)
        {
            IsEmpty |= sizes[d] == 0;
            if (sizes[d] == 1)
                continue;

            var next = new Dimension((int)sizes[d], new int[strides.Length]);
            for (var i = 0; i < strides.Length; i++)
                next.Strides[i] = (int)strides[i][d];

            ref var last = ref row;
            if (_outer.Count > 0)
                last = ref System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_outer)[^1];
            if (last.Size == 1)
                last = next;
            else if (last.IsContinuedBy(next))
                last = last with { Size = last.Size * next.Size };
            else
                _outer.Add(next);
        }

        Length = row.Size;
        Strides = row.Strides;
        _position = new int[_outer.Count];
    }

    /// <summary>The number of elements in a row.</summary>
    public int Length { get; }

    /// <summary>The stride within a row, for each tensor.</summary>
    public int[] Strides { get; }

    /// <summary>Where the current row begins, for each tensor, relative to its first element.</summary>
    public int[] Offsets { get; }

    private bool IsEmpty { get; }

    /// <summary>
    /// Takes the dimension around the rows out of the walk, which then goes from one matrix to the next: for kernels that do all of a
    /// matrix's rows at once. To be called before the first <see cref="Next"/>.
    /// </summary>
    /// <param name="strides">From one row to the next, for each tensor.</param>
    /// <returns>The number of a matrix's rows.</returns>
    public int TakeRows(out int[] strides)
    {
        (int count, strides) = _outer.Count > 0 ? _outer[0] : new Dimension(1, new int[Offsets.Length]);
        if (_outer.Count > 0)
            _outer.RemoveAt(0);
        return count;
    }

    /// <summary>Goes to the next row.</summary>
    public bool Next()
    {
        if (!_started)
        {
            _started = true;
            return !IsEmpty;
        }

        for (var d = 0; d < _outer.Count; d++)
        {
            var (size, strides) = _outer[d];
            var wraps = ++_position[d] == size;
            for (var i = 0; i < Offsets.Length; i++)
                Offsets[i] += wraps ? -strides[i] * (size - 1) : strides[i];
            if (!wraps)
                return true;
            _position[d] = 0;
        }

        return false;
    }

    private readonly record struct Dimension(int Size, int[] Strides)
    {
        public bool IsContinuedBy(Dimension outer)
        {
            for (var i = 0; i < Strides.Length; i++)
            {
                if (outer.Strides[i] != Strides[i] * Size)
                    return false;
            }

            return true;
        }
    }
}
