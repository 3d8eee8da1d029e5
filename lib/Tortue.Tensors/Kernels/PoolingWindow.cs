namespace Tortue.Tensors.Kernels;

/// <summary>The rows, or columns, that one place of a result pools.</summary>
/// <param name="Start">The first one.</param>
/// <param name="End">One past the last one.</param>
internal readonly record struct PoolingWindow(int Start, int End)
{
    /// <summary>As many windows as are asked for, that cover the image evenly.</summary>
    public static PoolingWindow[] Even(int size, int count) => [.. Enumerable.Range(0, count).Select(i =>
    {
        var (start, end) = ((int)((long)i * size / count), (int)((((long)(i + 1) * size) + count - 1) / count));
        return new PoolingWindow(start, end);
    })];
}
