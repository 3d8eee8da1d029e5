namespace Tortue.Tensors;

/// <summary>Sizes and strides, without tensors. Strides count elements.</summary>
internal static class Shapes
{
    /// <summary>The number of elements; <see cref="long.MaxValue"/> where it is no less than that.</summary>
    public static long Count(ReadOnlySpan<long> sizes)
    {
        var count = 1L;
        foreach (var size in sizes)
        {
            if (Math.BigMul(count, size, out var product) != 0 || product < 0)
                return sizes.Contains(0) ? 0 : long.MaxValue;
            count = product;
        }

        return count;
    }

    /// <summary>The strides of a tensor whose elements follow one another, the last dimension fastest.</summary>
    public static long[] ContiguousStrides(ReadOnlySpan<long> sizes)
    {
        var strides = new long[sizes.Length];
        var step = 1L;
        for (var d = sizes.Length - 1; d >= 0; d--)
        {
            strides[d] = step;
            step *= Math.Max(sizes[d], 1);
        }

        return strides;
    }

    public static bool IsContiguous(ReadOnlySpan<long> sizes, ReadOnlySpan<long> strides)
    {
        var step = 1L;
        for (var d = sizes.Length - 1; d >= 0; d--)
        {
            if (sizes[d] == 0)
                return true;
            if (sizes[d] != 1 && strides[d] != step)
                return false;
            step *= sizes[d];
        }

        return true;
    }

    public static bool Same(ReadOnlySpan<long> a, ReadOnlySpan<long> b) => a.SequenceEqual(b);

    /// <summary>The common shape of two operands; sizes of one stretch.</summary>
    public static long[] Broadcast(long[] a, long[] b)
    {
        if (Same(a, b))
            return a;

        var result = new long[Math.Max(a.Length, b.Length)];
        for (var d = 1; d <= result.Length; d++)
        {
            var (sizeA, sizeB) = (d <= a.Length ? a[^d] : 1, d <= b.Length ? b[^d] : 1);
            if (sizeA != sizeB && sizeA != 1 && sizeB != 1)
            {
                throw TorchError.Because($"The size of tensor a ({sizeA}) must match the size of tensor b ({sizeB}) " +
                    $"at non-singleton dimension {result.Length - d}");
            }

            result[^d] = sizeA == 1 ? sizeB : sizeA;
        }

        return result;
    }

    /// <summary>Whether two positions may lie in the same place of memory.</summary>
    public static bool MayOverlap(long[] sizes, long[] strides)
    {
        var reach = 0L;
        foreach (var (stride, size) in strides.Zip(sizes).Where(d => d.Second > 1).Order())
        {
            if (stride <= reach)
                return true;
            reach += stride * (size - 1);
        }

        return false;
    }

    /// <summary>The strides with which a tensor is read as if it had a larger shape: zero where it is repeated.</summary>
    public static long[] ExpandStrides(long[] sizes, long[] strides, long[] target)
    {
        if (Same(sizes, target))
            return strides;

        var result = new long[target.Length];
        var shift = target.Length - sizes.Length;
        for (var d = 0; d < sizes.Length; d++)
            result[d + shift] = sizes[d] == 1 && target[d + shift] != 1 ? 0 : strides[d];
        return result;
    }

    /// <summary>A dimension counted from either end, as one from the start. A tensor without dimensions accepts 0 and -1.</summary>
    public static int WrapDim(long dim, int rank)
    {
        var limit = Math.Max(rank, 1);
        if (dim < -limit || dim >= limit)
            throw TorchError.Because($"Dimension out of range (expected to be in range of [{-limit}, {limit - 1}], but got {dim})");
        return (int)(dim < 0 ? dim + limit : dim);
    }

    /// <summary>A requested shape in which one size may be -1: "whatever is left".</summary>
    public static long[] Resolve(ReadOnlySpan<long> requested, long count)
    {
        var sizes = requested.ToArray();
        var unknown = Array.IndexOf(sizes, -1L);
        var known = 1L;
        for (var d = 0; d < sizes.Length; d++)
        {
            if (sizes[d] < -1)
                throw TorchError.Because($"invalid shape dimension {sizes[d]}");
            if (d != unknown && sizes[d] == -1)
                throw TorchError.Because("only one dimension can be inferred");
            known *= d == unknown ? 1 : sizes[d];
        }

        if (unknown >= 0 && known > 0 && count % known == 0)
            sizes[unknown] = count / known;
        else if (unknown >= 0 || known != count)
            throw TorchError.Because($"shape '{Text(requested)}' is invalid for input of size {count}");
        return sizes;
    }

    /// <summary>
    /// The strides with which existing memory shows another shape, or null where only a copy can. Dimensions that lie behind one another in
    /// memory are joined; each group is then cut anew.
    /// </summary>
    public static long[]? ViewStrides(long[] sizes, long[] strides, long[] target)
    {
        if (Count(sizes) == 0)
            return ContiguousStrides(target);

        var result = new long[target.Length];
        var t = target.Length - 1;
        var chunkStride = sizes.Length > 0 ? strides[^1] : 1;
        var (chunk, placed) = (1L, 1L);
        for (var d = sizes.Length - 1; d >= 0; d--)
        {
            chunk *= sizes[d];
            if (d > 0 && (sizes[d - 1] == 1 || strides[d - 1] == chunk * chunkStride))
                continue;

            while (t >= 0 && (placed < chunk || target[t] == 1))
            {
                result[t] = placed * chunkStride;
                placed *= target[t--];
            }

            if (placed != chunk)
                return null;
            if (d > 0)
                (chunkStride, chunk, placed) = (strides[d - 1], 1, 1);
        }

        for (; t >= 0; t--)
            result[t] = placed * chunkStride;
        return result;
    }

    /// <summary>"[2, 3]", as in PyTorch's messages.</summary>
    public static string Text(ReadOnlySpan<long> sizes) => $"[{string.Join(", ", sizes.ToArray())}]";
}
