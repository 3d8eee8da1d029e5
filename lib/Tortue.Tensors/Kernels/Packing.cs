using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Tortue.Tensors.Kernels;

/// <summary>Copies of blocks of matrices into the order in which the tile kernels read them.</summary>
internal static unsafe class Packing<TLanes, TVector, T>
    where TLanes : struct, ILanes<TVector, T>
    where TVector : struct
    where T : unmanaged
{
    /// <summary>
    /// Copies a strip of B, <paramref name="columns"/> wide, row after row of <paramref name="width"/> elements; the columns that the
    /// strip has too many become zero.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Strip(T* source, nint rowStride, nint columnStride, int rows, int columns, T* destination, int width)
    {
        if (columnStride == 1)
        {
            for (int r = 0; r < rows; r++, source += rowStride, destination += width)
                CopyPadded(source, columns, destination, width);
        }
        else
        {
            if (columns < width)
                new Span<T>(destination, rows * width).Clear();
            Transpose(source, rowStride, columnStride, rows, columns, destination, width);
        }
    }

    /// <summary>
    /// Copies <paramref name="rows"/> rows of A, each one contiguous in the destination; <paramref name="paddedRows"/> − rows rows of
    /// zeros follow.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Rows(T* source, nint rowStride, nint columnStride, int rows, int paddedRows, int columns, T* destination, int width)
    {
        for (int r = 0; r < rows; r++)
        {
            T* from = source + (r * rowStride);
            T* to = destination + ((nint)r * width);
            if (columnStride == 1)
            {
                Copy(from, to, columns);
            }
            else
            {
                for (int j = 0; j < columns; j++)
                    to[j] = from[j * columnStride];
            }
        }

        for (int r = rows; r < paddedRows; r++)
            new Span<T>(destination + ((nint)r * width), columns).Clear();
    }

    // Both lengths are short; width is one vector or two.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void CopyPadded(T* source, int length, T* destination, int width)
    {
        for (; length >= TLanes.Count; length -= TLanes.Count, width -= TLanes.Count, source += TLanes.Count, destination += TLanes.Count)
            TLanes.Store(destination, TLanes.Load(source));
        if (width > 0)
            TLanes.Store(destination, TLanes.LoadFirst(source, length));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Copy(T* source, T* destination, int length)
    {
        int i = 0;
        for (; i <= length - TLanes.Count; i += TLanes.Count)
            TLanes.Store(destination + i, TLanes.Load(source + i));
        if (i < length)
            TLanes.StoreFirst(destination + i, TLanes.LoadFirst(source + i, length - i), length - i);
    }

    // Four by four blocks where neighbours in the source are neighbours in a column of the strip, the common case being x · Wᵀ.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Transpose(T* source, nint rowStride, nint columnStride, int rows, int columns, T* destination, int width)
    {
        int blockColumns = 0, blockRows = 0;
        if (Sse.IsSupported && typeof(T) == typeof(float) && rowStride == 1)
        {
            blockColumns = columns & ~3;
            blockRows = rows & ~3;
            for (int j = 0; j < blockColumns; j += 4)
            {
                float* from = (float*)(source + (j * columnStride));
                float* to = (float*)(destination + j);
                for (int r = 0; r < blockRows; r += 4, from += 4, to += 4 * width)
                    TransposeFour(from, columnStride, to, width);
            }
        }

        for (int j = 0; j < columns; j++)
        {
            T* from = source + (j * columnStride);
            T* to = destination + j;
            for (int r = j < blockColumns ? blockRows : 0; r < rows; r++)
                to[(nint)r * width] = from[r * rowStride];
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void TransposeFour(float* source, nint stride, float* destination, nint width)
    {
        var a = Vector128.Load(source);
        var b = Vector128.Load(source + stride);
        var c = Vector128.Load(source + (2 * stride));
        var d = Vector128.Load(source + (3 * stride));
        var abLow = Sse.UnpackLow(a, b);
        var abHigh = Sse.UnpackHigh(a, b);
        var cdLow = Sse.UnpackLow(c, d);
        var cdHigh = Sse.UnpackHigh(c, d);
        Sse.MoveLowToHigh(abLow, cdLow).Store(destination);
        Sse.MoveHighToLow(cdLow, abLow).Store(destination + width);
        Sse.MoveLowToHigh(abHigh, cdHigh).Store(destination + (2 * width));
        Sse.MoveHighToLow(cdHigh, abHigh).Store(destination + (3 * width));
    }
}
