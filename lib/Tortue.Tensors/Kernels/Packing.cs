using System.Runtime.CompilerServices;
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
        if (columnStride == 1)
        {
            for (int r = 0; r < rows; r++)
                Copy(source + (r * rowStride), destination + ((nint)r * width), columns);
        }
        else
        {
            Transpose(source, rowStride, columnStride, rows, columns, destination, width);
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

    // Blocks where neighbours in the source are neighbours in a column of the destination, the common cases being x · Wᵀ and gᵀ · x.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Transpose(T* source, nint rowStride, nint columnStride, int rows, int columns, T* destination, int width)
    {
        int block = typeof(T) != typeof(float) || rowStride != 1 ? 1 : Avx.IsSupported ? 8 : Sse.IsSupported ? 4 : 1;
        int blockRows = block == 1 ? 0 : rows & -block;
        int blockColumns = block == 1 ? 0 : columns & -block;

        // Blocks beside one another first, so that whole cache lines are written.
        for (int r = 0; r < blockRows; r += block)
        {
            float* from = (float*)(source + r);
            float* to = (float*)(destination + ((nint)r * width));
            for (int j = 0; j < blockColumns; j += block)
            {
                if (block == 8)
                    Squares.TransposeEight(from + (j * columnStride), columnStride, to + j, width);
                else
                    Squares.TransposeFour(from + (j * columnStride), columnStride, to + j, width);
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
}
