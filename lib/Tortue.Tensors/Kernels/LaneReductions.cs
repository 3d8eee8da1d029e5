using System.Numerics;
using System.Runtime.CompilerServices;

namespace Tortue.Tensors.Kernels;

/// <summary>Sums with vector registers. The order depends on the number of elements and the width of registers alone.</summary>
internal static unsafe class LaneReductions<TLanes, TVector, T>
    where TLanes : struct, ILanes<TVector, T>
    where TVector : struct
    where T : unmanaged, INumber<T>
{
    // Rows that are summed one after the other; more are summed pairwise.
    private const int RowBlock = 256;

    /// <summary>
    /// Elements that are summed by vector lanes, thirty-two a lane; more are summed pairwise, so that errors grow with the logarithm
    /// (N. J. Higham, "The accuracy of floating point summation", 1993).
    /// </summary>
    private static int Block => 256 * TLanes.Count;

    /// <summary>The sum of elements that lie behind one another.</summary>
    public static T Sum(T* x, int count)
    {
        if (count <= Block)
            return BlockSum(x, count);

        int half = ((count / 2) + Block - 1) / Block * Block;
        return Sum(x, half) + Sum(x + half, count - half);
    }

    /// <summary>The sums of a matrix's columns, whose rows lie behind one another.</summary>
    /// <param name="x">The first row.</param>
    /// <param name="rows">Rows, at least one.</param>
    /// <param name="width">Columns.</param>
    /// <param name="sums">Room for the sums.</param>
    /// <param name="scratch">Room for <see cref="Blocks"/> − 1 rows.</param>
    public static void SumRows(T* x, int rows, int width, T* sums, T* scratch)
    {
        int blocks = Blocks(rows);
        BlockOfRows(x, Math.Min(rows, RowBlock), width, sums);
        for (int block = 1; block < blocks; block++)
            RowsOfBlock(x, rows, width, block, sums, scratch);
        AddPairwise(sums, scratch, blocks, width);
    }

    /// <summary>The number of blocks in which rows are summed.</summary>
    public static int Blocks(int rows) => (rows + RowBlock - 1) / RowBlock;

    /// <summary>One block's sums of columns; the first block's go to the sums, and the others' to scratch memory.</summary>
    public static void RowsOfBlock(T* x, int rows, int width, int block, T* sums, T* scratch)
    {
        int from = block * RowBlock;
        BlockOfRows(
            x + ((nint)from * width), Math.Min(RowBlock, rows - from), width, block == 0 ? sums : scratch + ((nint)(block - 1) * width));
    }

    /// <summary>Adds up the blocks' sums, neighbours first.</summary>
    public static void AddPairwise(T* sums, T* scratch, int blocks, int width)
    {
        for (int step = 1; step < blocks; step *= 2)
        {
            for (int block = 0; block + step < blocks; block += 2 * step)
                Add(block == 0 ? sums : scratch + ((nint)(block - 1) * width), scratch + ((nint)(block + step - 1) * width), width);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static T BlockSum(T* x, int count)
    {
        TVector a = default, b = default, c = default, d = default, e = default, f = default, g = default, h = default;
        int i = 0;
        for (; i <= count - (8 * TLanes.Count); i += 8 * TLanes.Count)
        {
            a = TLanes.Add(a, TLanes.Load(x + i));
            b = TLanes.Add(b, TLanes.Load(x + i + TLanes.Count));
            c = TLanes.Add(c, TLanes.Load(x + i + (2 * TLanes.Count)));
            d = TLanes.Add(d, TLanes.Load(x + i + (3 * TLanes.Count)));
            e = TLanes.Add(e, TLanes.Load(x + i + (4 * TLanes.Count)));
            f = TLanes.Add(f, TLanes.Load(x + i + (5 * TLanes.Count)));
            g = TLanes.Add(g, TLanes.Load(x + i + (6 * TLanes.Count)));
            h = TLanes.Add(h, TLanes.Load(x + i + (7 * TLanes.Count)));
        }

        for (; i <= count - TLanes.Count; i += TLanes.Count)
            a = TLanes.Add(a, TLanes.Load(x + i));
        if (i < count)
            b = TLanes.Add(b, TLanes.LoadFirst(x + i, count - i));
        var (left, right) = (TLanes.Add(TLanes.Add(a, b), TLanes.Add(c, d)), TLanes.Add(TLanes.Add(e, f), TLanes.Add(g, h)));
        return TLanes.Sum(TLanes.Add(left, right));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void BlockOfRows(T* x, int rows, int width, T* sums)
    {
        new Span<T>(sums, width).Clear();
        int row = 0;
        for (; row + 4 <= rows; row += 4)
        {
            T* a = x + ((nint)row * width), b = a + width, c = b + width, d = c + width;
            int j = 0;
            for (; j <= width - TLanes.Count; j += TLanes.Count)
            {
                var two = TLanes.Add(TLanes.Load(a + j), TLanes.Load(b + j));
                var four = TLanes.Add(two, TLanes.Add(TLanes.Load(c + j), TLanes.Load(d + j)));
                TLanes.Store(sums + j, TLanes.Add(TLanes.Load(sums + j), four));
            }

            for (; j < width; j++)
                sums[j] += a[j] + b[j] + (c[j] + d[j]);
        }

        for (; row < rows; row++)
            Add(sums, x + ((nint)row * width), width);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Add(T* sums, T* x, int width)
    {
        int j = 0;
        for (; j <= width - TLanes.Count; j += TLanes.Count)
            TLanes.Store(sums + j, TLanes.Add(TLanes.Load(sums + j), TLanes.Load(x + j)));
        for (; j < width; j++)
            sums[j] += x[j];
    }
}
