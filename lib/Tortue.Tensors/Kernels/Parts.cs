namespace Tortue.Tensors.Kernels;

/// <summary>Cuts tensors along their first dimension, so that several threads work on them.</summary>
internal static class Parts
{
    /// <summary>Runs a body over parts of at least so many elements: it gets a dimension, and from where to where.</summary>
    public static void For(long[] sizes, int grain, Action<int, int, int> body)
    {
        var dim = 0;
        while (dim < sizes.Length - 1 && sizes[dim] == 1)
            dim++;
        var each = Math.Max(1, Shapes.Count(sizes) / Math.Max(1, sizes[dim]));
        Workers.For(0, (int)sizes[dim], (int)Math.Max(1, grain / each), (from, to) => body(dim, from, to));
    }
}
