namespace Tortue.Tensors.Kernels;

/// <summary>The windows that slide along the rows, or the columns, of an image.</summary>
/// <param name="Size">Pixels of the image.</param>
/// <param name="Kernel">Pixels of a window.</param>
/// <param name="Stride">Pixels from one window to the next.</param>
/// <param name="Padding">Pixels that the first window begins before the image.</param>
/// <param name="Dilation">Pixels from one pixel of a window to its next.</param>
/// <param name="Count">The number of windows; may be less than one where the image is too small.</param>
internal sealed record WindowAxis(int Size, int Kernel, int Stride, int Padding, int Dilation, int Count)
{
    /// <summary>As many windows as fit.</summary>
    /// <param name="size">Pixels of the image.</param>
    /// <param name="kernel">Pixels of a window, at least one.</param>
    /// <param name="stride">Pixels from one window to the next, at least one.</param>
    /// <param name="padding">Pixels that are put at either end, at least none.</param>
    /// <param name="dilation">Pixels from one pixel of a window to its next, at least one.</param>
    /// <param name="ceiling">Whether a last window may reach beyond the image, if it begins inside or in the first margin.</param>
    public static WindowAxis Sliding(long size, long kernel, long stride, long padding, long dilation, bool ceiling)
    {
        var room = size + (2 * padding) - (dilation * (kernel - 1)) - 1 + (ceiling ? stride - 1 : 0);
        var count = (long)Math.Floor((double)room / stride) + 1;
        if (ceiling && (count - 1) * stride >= size + padding)
            count--;
        return new WindowAxis((int)size, (int)kernel, (int)stride, (int)padding, (int)dilation, (int)count);
    }

    /// <summary>The pixels of each window that lie in the image; every <see cref="Dilation"/>-th counts.</summary>
    public PoolingWindow[] Inside() => [.. Enumerable.Range(0, Count).Select(i =>
    {
        var start = (i * Stride) - Padding;
        var end = start + (Dilation * (Kernel - 1)) + 1;
        var outside = start < 0 ? (-start + Dilation - 1) / Dilation : 0;
        return new PoolingWindow(start + (outside * Dilation), Math.Min(end, Size));
    })];

    /// <summary>The number of pixels of each window in the image and its margins, which a last window may exceed.</summary>
    public int[] Extents() => [.. Enumerable.Range(0, Count).Select(i =>
        Math.Min((i * Stride) - Padding + Kernel, Size + Padding) - ((i * Stride) - Padding))];
}
