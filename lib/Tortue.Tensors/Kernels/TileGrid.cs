using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;

namespace Tortue.Tensors.Kernels;

/// <summary>Fills rectangles of C with tiles, the margins at its right and lower edge included.</summary>
internal static unsafe class TileGrid<TLanes, TVector, T>
    where TLanes : struct, ILanes<TVector, T>
    where TVector : struct
    where T : unmanaged
{
    /// <summary>Rows of a tile: as many as the registers hold sums for.</summary>
    public static int Rows => TLanes.Registers >= 32 ? 12 : 6;

    /// <summary>Columns of a tile.</summary>
    public static int Columns => 2 * TLanes.Count;

    /// <summary>Columns of the tile that holds so many columns: a whole tile's or half of that.</summary>
    public static int ColumnsFor(int columns) => columns > TLanes.Count ? Columns : TLanes.Count;

    /// <summary>Rows of the smallest tiles that hold so many rows, so many that A must have them in memory.</summary>
    public static int PaddedRows(int rows)
    {
        int padded = 0;
        while (padded < rows)
            padded += Height(rows - padded);
        return padded;
    }

    /// <summary>
    /// Tiles one below the other. A has <see cref="PaddedRows"/> rows in memory and B <see cref="ColumnsFor"/> columns;
    /// of C just what it has is written.
    /// </summary>
    /// <param name="rows">Rows of C.</param>
    /// <param name="columns">Columns of C, at most <see cref="Columns"/>.</param>
    /// <param name="k">Length of the sums.</param>
    /// <param name="a">A's first element.</param>
    /// <param name="aRow">From one row of A to the next.</param>
    /// <param name="aStep">From one column of A to the next.</param>
    /// <param name="b">B's first element; its columns are neighbours.</param>
    /// <param name="bStep">From one row of B to the next.</param>
    /// <param name="c">C's first element; its columns are neighbours.</param>
    /// <param name="cRow">From one row of C to the next.</param>
    /// <param name="accumulate">Adds to C instead of overwriting it.</param>
    [SkipLocalsInit]
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Column(
        int rows, int columns, int k, T* a, nint aRow, nint aStep, T* b, nint bStep, T* c, nint cRow, bool accumulate)
    {
        T* margin = stackalloc T[12 * Columns];
        int tileColumns = ColumnsFor(columns);
        int tileRows;
        for (int left = rows; left > 0; left -= tileRows, a += tileRows * aRow, c += tileRows * cRow)
        {
            tileRows = Height(left);
            if (left >= tileRows && columns == tileColumns)
            {
                Prefetch(c, cRow, tileRows);
                Compute(tileRows, tileColumns, k, a, aRow, aStep, b, bStep, c, cRow, accumulate);
            }
            else
            {
                Compute(tileRows, tileColumns, k, a, aRow, aStep, b, bStep, margin, tileColumns, false);
                for (int i = 0; i < Math.Min(left, tileRows); i++)
                    Move(margin + (i * tileColumns), c + (i * cRow), columns, accumulate);
            }
        }
    }

    /// <summary>Moves a row of sums into C.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Move(T* sums, T* c, int columns, bool accumulate)
    {
        for (; columns >= TLanes.Count; columns -= TLanes.Count, sums += TLanes.Count, c += TLanes.Count)
        {
            var sum = TLanes.Load(sums);
            TLanes.Store(c, accumulate ? TLanes.Add(TLanes.Load(c), sum) : sum);
        }

        if (columns > 0)
        {
            var sum = TLanes.Load(sums);
            TLanes.StoreFirst(c, accumulate ? TLanes.Add(TLanes.LoadFirst(c, columns), sum) : sum, columns);
        }
    }

    /// <summary>Rows of the next tile where so many are left: ten are six and four, eight twice four.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Height(int left) =>
        left > Rows - 2 ? Rows : left > 8 ? 6 : left > 6 ? 4 : left > 4 ? 6 : 4;

    /// <summary>One tile, <paramref name="rows"/> (12, 6 or 4) by <paramref name="columns"/> (two vectors or one).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Compute(
        int rows, int columns, int k, T* a, nint aRow, nint aStep, T* b, nint bStep, T* c, nint cRow, bool accumulate)
    {
        if (rows == 12 && columns == Columns)
            Tile<TLanes, TVector, T>.TwelveByTwo(k, a, aRow, aStep, b, bStep, c, cRow, accumulate);
        else if (rows == 12)
            Tile<TLanes, TVector, T>.TwelveByOne(k, a, aRow, aStep, b, bStep, c, cRow, accumulate);
        else if (rows == 6 && columns == Columns)
            Tile<TLanes, TVector, T>.SixByTwo(k, a, aRow, aStep, b, bStep, c, cRow, accumulate);
        else if (rows == 6)
            Tile<TLanes, TVector, T>.SixByOne(k, a, aRow, aStep, b, bStep, c, cRow, accumulate);
        else if (columns == Columns)
            Tile<TLanes, TVector, T>.FourByTwo(k, a, aRow, aStep, b, bStep, c, cRow, accumulate);
        else
            Tile<TLanes, TVector, T>.FourByOne(k, a, aRow, aStep, b, bStep, c, cRow, accumulate);
    }

    // C is needed only after k steps; by then it has come from the outer caches.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Prefetch(T* c, nint cRow, int rows)
    {
        if (!Sse.IsSupported)
            return;
        for (int i = 0; i < rows; i++, c += cRow)
        {
            Sse.Prefetch0(c);
            Sse.Prefetch0(c + TLanes.Count);
        }
    }
}
