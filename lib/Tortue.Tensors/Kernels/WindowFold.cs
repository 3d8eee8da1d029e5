using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Tortue.Tensors.Kernels;

/// <summary>
/// Folds the windows of images to one number each: first the rows of a window, then, in what they give, the columns. Columns that follow
/// one another or lie two apart are folded by vectors. Each thread takes whole planes.
/// </summary>
/// <param name="planes">Channels of all images.</param>
/// <param name="rows">The windows' rows.</param>
/// <param name="columns">The windows' columns.</param>
internal sealed class WindowFold<T, TFold>(int planes, WindowAxis rows, WindowAxis columns)
    where T : unmanaged, IFloatingPointIeee754<T>
    where TFold : IFold<T>
{
    private readonly PoolingWindow[] _rows = rows.Inside();

    // The columns of all windows, with margins; rounded up so that odd and even ones are as many.
    private readonly int _width = (Math.Max(
        ((columns.Count - 1) * columns.Stride) + (columns.Dilation * (columns.Kernel - 1)) + 1, columns.Padding + columns.Size) + 1) & ~1;

    /// <summary>Folds every window.</summary>
    /// <param name="x">The images, packed.</param>
    /// <param name="y">One number for each window, packed.</param>
    public void Run(Strided<T> x, Strided<T> y)
    {
        var (pixels, places) = (rows.Size * columns.Size, rows.Count * columns.Count);
        Workers.For(0, planes, ((1 << 14) / Math.Max(1, pixels)) + 1, (from, to) =>
        {
            var line = new T[2 * _width].AsSpan();
            for (var plane = from; plane < to; plane++)
            {
                var source = x.Slice(plane * pixels, pixels);
                var target = y.Slice(plane * places, places);
                for (var i = 0; i < rows.Count; i++)
                {
                    FoldRows(source, _rows[i], line[.._width]);
                    FoldColumns(line[.._width], line[_width..], target.Slice(i * columns.Count, columns.Count));
                }
            }
        });
    }

    private void FoldRows(ReadOnlySpan<T> plane, PoolingWindow window, Span<T> line)
    {
        line.Fill(TFold.Neutral);
        var inside = line.Slice(columns.Padding, columns.Size);
        for (var row = window.Start; row < window.End; row += rows.Dilation)
        {
            var pixels = plane.Slice(row * columns.Size, columns.Size);
            if (row == window.Start)
                pixels.CopyTo(inside);
            else
                TFold.Combine(inside, pixels);
        }
    }

    private void FoldColumns(ReadOnlySpan<T> line, Span<T> spare, Span<T> result)
    {
        var (stride, half) = (columns.Stride, _width / 2);
        if (stride > 2)
        {
            for (var i = 0; i < result.Length; i++)
                result[i] = FoldOne(line[(i * stride)..]);
            return;
        }

        if (stride == 2)
        {
            Separate(line, spare[..half], spare[half..]);
            line = spare;
        }

        for (var k = 0; k < columns.Kernel; k++)
        {
            var place = k * columns.Dilation;
            var pixels = line.Slice(stride == 1 ? place : (place / 2) + (place % 2 * half), result.Length);
            if (k == 0)
                pixels.CopyTo(result);
            else
                TFold.Combine(result, pixels);
        }
    }

    private T FoldOne(ReadOnlySpan<T> line)
    {
        var folded = line[0];
        for (var k = 1; k < columns.Kernel; k++)
            folded = TFold.Combine(folded, line[k * columns.Dilation]);
        return folded;
    }

    private static void Separate(ReadOnlySpan<T> line, Span<T> even, Span<T> odd)
    {
        var i = 0;
        if (typeof(T) == typeof(float))
        {
            // A pair of floats is one word, whose lower half is the first of them.
            var words = MemoryMarshal.Cast<T, ulong>(line);
            var evens = MemoryMarshal.Cast<T, uint>(even);
            var odds = MemoryMarshal.Cast<T, uint>(odd);
            for (; i + 8 <= even.Length; i += 8)
            {
                var (low, high) = (Vector256.Create(words.Slice(i, 4)), Vector256.Create(words.Slice(i + 4, 4)));
                Vector256.Narrow(low, high).CopyTo(evens[i..]);
                Vector256.Narrow(low >>> 32, high >>> 32).CopyTo(odds[i..]);
            }
        }

        for (; i < even.Length; i++)
            (even[i], odd[i]) = (line[2 * i], line[(2 * i) + 1]);
    }
}
