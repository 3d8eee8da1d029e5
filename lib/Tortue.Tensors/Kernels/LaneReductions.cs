using System.Numerics;
using System.Runtime.CompilerServices;

namespace Tortue.Tensors.Kernels;

/// <summary>Sums with vector registers. The order depends on the number of elements and the width of registers alone.</summary>
internal static unsafe class LaneReductions<TLanes, TVector, T, TTerm>
    where TLanes : struct, ILanes<TVector, T>
    where TVector : struct
    where T : unmanaged, INumber<T>
    where TTerm : ITerm
{
    // Rows that are summed one after the other; more are summed pairwise.
    private const int RowBlock = 256;

    /// <summary>
    /// Elements that are summed by vector lanes, thirty-two a lane; more are summed pairwise, so that errors grow with the logarithm
    /// (N. J. Higham, "The accuracy of floating point summation", 1993).
    /// </summary>
    private static int Block => 256 * TLanes.Count;

    /// <summary>The sum of the terms of elements that lie behind one another, with one shift for all.</summary>
    public static T Sum(T* x, int count, T shift)
    {
        if (count <= Block)
            return BlockSum(x, count, shift);

        int half = ((count / 2) + Block - 1) / Block * Block;
        return Sum(x, half, shift) + Sum(x + half, count - half, shift);
    }

    /// <summary>The sums of a matrix's columns, whose rows lie behind one another.</summary>
    /// <param name="x">The first row.</param>
    /// <param name="rows">Rows, at least one.</param>
    /// <param name="width">Columns.</param>
    /// <param name="shifts">A shift for each column; null for none.</param>
    /// <param name="sums">Room for the sums.</param>
    /// <param name="scratch">Room for <see cref="Blocks"/> − 1 rows.</param>
    public static void SumRows(T* x, int rows, int width, T* shifts, T* sums, T* scratch)
    {
        int blocks = Blocks(rows);
        for (int block = 0; block < blocks; block++)
            RowsOfBlock(x, rows, width, shifts, block, sums, scratch);
        AddPairwise(sums, scratch, blocks, width);
    }

    /// <summary>The number of blocks in which rows are summed.</summary>
    public static int Blocks(int rows) => (rows + RowBlock - 1) / RowBlock;

    /// <summary>One block's sums of columns; the first block's go to the sums, and the others' to scratch memory.</summary>
    public static void RowsOfBlock(T* x, int rows, int width, T* shifts, int block, T* sums, T* scratch)
    {
        int from = block * RowBlock;
        T* target = block == 0 ? sums : scratch + ((nint)(block - 1) * width);
        BlockOfRows(x + ((nint)from * width), Math.Min(RowBlock, rows - from), width, shifts, target);
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
    private static T BlockSum(T* x, int count, T shift)
    {
        var shifts = TLanes.Broadcast(&shift);
        TVector a = default, b = default, c = default, d = default, e = default, f = default, g = default, h = default;
        int i = 0;
        for (; i <= count - (8 * TLanes.Count); i += 8 * TLanes.Count)
        {
            a = TLanes.Add(a, Term(x + i, shifts));
            b = TLanes.Add(b, Term(x + i + TLanes.Count, shifts));
            c = TLanes.Add(c, Term(x + i + (2 * TLanes.Count), shifts));
            d = TLanes.Add(d, Term(x + i + (3 * TLanes.Count), shifts));
            e = TLanes.Add(e, Term(x + i + (4 * TLanes.Count), shifts));
            f = TLanes.Add(f, Term(x + i + (5 * TLanes.Count), shifts));
            g = TLanes.Add(g, Term(x + i + (6 * TLanes.Count), shifts));
            h = TLanes.Add(h, Term(x + i + (7 * TLanes.Count), shifts));
        }

        for (; i <= count - TLanes.Count; i += TLanes.Count)
            a = TLanes.Add(a, Term(x + i, shifts));
        if (i < count)
        {
            var rest = TTerm.Of<TLanes, TVector, T>(TLanes.LoadFirst(x + i, count - i), shifts);
            b = TLanes.Add(b, TLanes.And(rest, TLanes.FirstLanes(count - i)));
        }

        var (left, right) = (TLanes.Add(TLanes.Add(a, b), TLanes.Add(c, d)), TLanes.Add(TLanes.Add(e, f), TLanes.Add(g, h)));
        return TLanes.Sum(TLanes.Add(left, right));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector Term(T* x, TVector shifts) => TTerm.Of<TLanes, TVector, T>(TLanes.Load(x), shifts);

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void BlockOfRows(T* x, int rows, int width, T* shifts, T* sums)
    {
        new Span<T>(sums, width).Clear();
        int row = 0;
        for (; row + 4 <= rows; row += 4)
        {
            T* a = x + ((nint)row * width), b = a + width, c = b + width, d = c + width;
            int j = 0;
            for (; j <= width - TLanes.Count; j += TLanes.Count)
            {
                var shift = shifts == null ? default : TLanes.Load(shifts + j);
                var two = TLanes.Add(Term(a + j, shift), Term(b + j, shift));
                var four = TLanes.Add(two, TLanes.Add(Term(c + j, shift), Term(d + j, shift)));
                TLanes.Store(sums + j, TLanes.Add(TLanes.Load(sums + j), four));
            }

            if (j < width)
            {
                for (int i = 0; i < 4; i++)
                    AddPart(sums + j, a + ((nint)i * width) + j, width - j, shifts == null ? null : shifts + j);
            }
        }

        for (; row < rows; row++)
        {
            T* from = x + ((nint)row * width);
            int j = 0;
            for (; j <= width - TLanes.Count; j += TLanes.Count)
            {
                var term = Term(from + j, shifts == null ? default : TLanes.Load(shifts + j));
                TLanes.Store(sums + j, TLanes.Add(TLanes.Load(sums + j), term));
            }

            if (j < width)
                AddPart(sums + j, from + j, width - j, shifts == null ? null : shifts + j);
        }
    }

    // Fewer columns than a vector has lanes.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void AddPart(T* sums, T* x, int columns, T* shifts)
    {
        var shift = shifts == null ? default : TLanes.LoadFirst(shifts, columns);
        var terms = TTerm.Of<TLanes, TVector, T>(TLanes.LoadFirst(x, columns), shift);
        TLanes.StoreFirst(sums, TLanes.Add(TLanes.LoadFirst(sums, columns), terms), columns);
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
