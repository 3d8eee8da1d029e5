using System.Numerics;

namespace Tortue.Tensors.Kernels;

/// <summary>Shares sums over the middle of three dimensions among the threads, in pieces that the sizes alone decide on.</summary>
internal static unsafe class Summation<TLanes, TVector, T, TTerm>
    where TLanes : struct, ILanes<TVector, T>
    where TVector : struct
    where T : unmanaged, INumber<T>
    where TTerm : ITerm
{
    // Elements that one thread sums without interruption, and elements that are worth a thread.
    private const int Piece = 1 << 14;
    private const int Grain = 1 << 15;

    /// <summary>Sums the terms of x, with a shift for each sum, or none where it is null.</summary>
    public static void Run(T* x, T* shifts, T* y, int outer, int length, int inner)
    {
        long each = (long)length * inner;
        bool worthSharing = outer * each >= 2 * Grain;
        if (worthSharing && (outer >= 16 || each < 2 * Piece))
            Shared(x, shifts, y, outer, length, inner);
        else
            Some(x, shifts, y, 0, outer, length, inner, worthSharing);
    }

    // A method of its own, so that small sums make no closure.
    private static void Shared(T* x, T* shifts, T* y, int outer, int length, int inner)
    {
        int grain = (int)Math.Max(1, Grain / ((long)length * inner));
        Workers.For(0, outer, grain, (from, to) => Some(x, shifts, y, from, to, length, inner, false));
    }

    private static void Some(T* x, T* shifts, T* y, int from, int to, int length, int inner, bool share)
    {
        for (int o = from; o < to; o++)
        {
            nint at = (nint)o * inner;
            One(x + (at * length), shifts == null ? null : shifts + at, y + at, length, inner, share);
        }
    }

    private static void One(T* x, T* shifts, T* y, int length, int inner, bool share)
    {
        T shift = shifts == null ? T.Zero : *shifts;
        if (inner > 1)
            Rows(x, shifts, y, length, inner, share);
        else
            *y = length <= Piece ? LaneReductions<TLanes, TVector, T, TTerm>.Sum(x, length, shift) : Pieces(x, length, shift, share);
    }

    private static T Pieces(T* x, int length, T shift, bool share)
    {
        int count = (length + Piece - 1) / Piece;
        var sums = new T[count];
        if (share)
            Workers.For(0, count, Grain / Piece, Sum);
        else
            Sum(0, count);
        fixed (T* first = sums)
            return LaneReductions<TLanes, TVector, T, PlainTerm>.Sum(first, count, T.Zero);

        void Sum(int from, int to)
        {
            for (int i = from; i < to; i++)
            {
                int start = i * Piece;
                sums[i] = LaneReductions<TLanes, TVector, T, TTerm>.Sum(x + start, Math.Min(Piece, length - start), shift);
            }
        }
    }

    private static void Rows(T* x, T* shifts, T* y, int rows, int width, bool share)
    {
        int blocks = LaneReductions<TLanes, TVector, T, TTerm>.Blocks(rows);
        fixed (T* scratch = blocks == 1 ? null : new T[(blocks - 1) * (long)width])
        {
            if (!share || blocks < 4)
                LaneReductions<TLanes, TVector, T, TTerm>.SumRows(x, rows, width, shifts, y, scratch);
            else
                SharedRows(x, shifts, y, rows, width, blocks, scratch);
        }
    }

    private static void SharedRows(T* x, T* shifts, T* y, int rows, int width, int blocks, T* scratch)
    {
        Workers.For(0, blocks, 1, (from, to) =>
        {
            for (int block = from; block < to; block++)
                LaneReductions<TLanes, TVector, T, TTerm>.RowsOfBlock(x, rows, width, shifts, block, y, scratch);
        });
        LaneReductions<TLanes, TVector, T, TTerm>.AddPairwise(y, scratch, blocks, width);
    }
}
