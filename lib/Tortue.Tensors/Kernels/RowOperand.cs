namespace Tortue.Tensors.Kernels;

/// <summary>Rows of elements in memory.</summary>
/// <param name="start">The first row's first element.</param>
/// <param name="next">Elements from one row to the next; zero where all rows are one.</param>
/// <param name="repeats">Whether all of a row's elements are its first one.</param>
internal readonly unsafe struct RowOperand<T>(T* start, nint next, bool repeats)
    where T : unmanaged
{
    public T* Start => start;

    public nint Next => next;

    public bool Repeats => repeats;
}
