using System.Runtime.CompilerServices;

namespace Tortue.Tensors.Kernels;

/// <summary>
/// The product of matrices that fit the inner caches: the tiles read A, and B where its columns are neighbours, where they lie.
/// Only what reaches over an edge is copied.
/// </summary>
internal static unsafe class SmallProduct<TLanes, TVector, T>
    where TLanes : struct, ILanes<TVector, T>
    where TVector : struct
    where T : unmanaged
{
    [ThreadStatic]
    private static AlignedBuffer? _rowsOfThread;

    [ThreadStatic]
    private static AlignedBuffer? _stripOfThread;

    /// <summary>C = A · B or C + A · B; m, n and k are at least 1.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Run(in ProductTerms<T> terms)
    {
        int tileRows = TileGrid<TLanes, TVector, T>.Rows;
        int tail = terms.M % tileRows;

        // Rows that fill smaller tiles as well are read where they are.
        if (tail > 0 && TileGrid<TLanes, TVector, T>.PaddedRows(tail) == tail)
            tail = 0;
        int whole = terms.M - tail;
        T* lastRows = null;
        if (tail > 0)
        {
            int padded = TileGrid<TLanes, TVector, T>.PaddedRows(tail);
            lastRows = (_rowsOfThread ??= new()).Get<T>((nint)padded * terms.K);
            Packing<TLanes, TVector, T>.Rows(
                terms.A + (whole * terms.ARow), terms.ARow, terms.AColumn, tail, padded, terms.K, lastRows, terms.K);
        }

        int stripWidth = TileGrid<TLanes, TVector, T>.Columns;
        for (int column = 0; column < terms.N; column += stripWidth)
        {
            int columns = Math.Min(stripWidth, terms.N - column);
            int width = TileGrid<TLanes, TVector, T>.ColumnsFor(columns);
            T* strip = terms.B + (column * terms.BColumn);
            nint step = terms.BRow;
            if (terms.BColumn != 1 || columns != width)
            {
                T* copy = (_stripOfThread ??= new()).Get<T>((nint)terms.K * width);
                Packing<TLanes, TVector, T>.Strip(strip, terms.BRow, terms.BColumn, terms.K, columns, copy, width);
                strip = copy;
                step = width;
            }

            T* c = terms.C + column;
            TileGrid<TLanes, TVector, T>.Column(
                whole, columns, terms.K, terms.A, terms.ARow, terms.AColumn, strip, step, c, terms.CRow, terms.Accumulate);
            TileGrid<TLanes, TVector, T>.Column(
                tail, columns, terms.K, lastRows, terms.K, 1, strip, step, c + (whole * terms.CRow), terms.CRow, terms.Accumulate);
        }
    }
}
