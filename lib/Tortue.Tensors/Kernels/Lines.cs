namespace Tortue.Tensors.Kernels;

/// <summary>The lines along one dimension of a packed tensor: where each starts, how many elements it has, and how far apart they lie.</summary>
internal readonly record struct Lines(int Outer, int Length, int Inner)
{
    public Lines(long[] sizes, int dim)
        : this(
            (int)Shapes.Count(sizes.AsSpan(0, Math.Min(dim, sizes.Length))),
            sizes.Length == 0 ? 1 : (int)sizes[dim],
            sizes.Length == 0 ? 1 : (int)Shapes.Count(sizes.AsSpan(dim + 1)))
    {
    }

    /// <summary>The number of lines.</summary>
    public int Count => Outer * Inner;

    /// <summary>Where a line's first element lies; the next ones follow at a distance of <see cref="Inner"/>.</summary>
    public int Start(int line) => (line / Inner * Length * Inner) + (line % Inner);
}
