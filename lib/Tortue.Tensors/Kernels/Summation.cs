using System.Numerics;

namespace Tortue.Tensors.Kernels;

/// <summary>Shares sums over the middle of three dimensions among the threads, in pieces that the sizes alone decide on.</summary>
internal static unsafe class Summation<TLanes, TVector, T>
    where TLanes : struct, ILanes<TVector, T>
    where TVector : struct
    where T : unmanaged, INumber<T>
{
    // Elements that one thread sums without interruption, and elements that are worth a thread.
    private const int Piece = 1 << 14;
    private const int Grain = 1 << 15;

    public static void Run(T* x, T* y, int outer, int length, int inner)
    {
        long each = (long)length * inner;
        bool worthSharing = outer * each >= 2 * Grain;
        if (worthSharing && (outer >= 16 || each < 2 * Piece))
            Shared(x, y, outer, length, inner);
        else
            Some(x, y, 0, outer, length, inner, worthSharing);
    }

    // A method of its own, so that small sums make no closure.
    private static void Shared(T* x, T* y, int outer, int length, int inner)
    {
        int grain = (int)Math.Max(1, Grain / ((long)length * inner));
        Workers.For(0, outer, grain, (from, to) => Some(x, y, from, to, length, inner, false));
    }

    private static void Some(T* x, T* y, int from, int to, int length, int inner, bool share)
    {
        for (int o = from; o < to; o++)
            One(x + ((long)o * length * inner), y + ((nint)o * inner), length, inner, share);
    }

    private static void One(T* x, T* y, int length, int inner, bool share)
    {
        if (inner == 1)
            *y = length <= Piece ? LaneReductions<TLanes, TVector, T>.Sum(x, length) : Pieces(x, length, share);
        else
            Rows(x, y, length, inner, share);
    }

    private static T Pieces(T* x, int length, bool share)
    {
        int count = (length + Piece - 1) / Piece;
        var sums = new T[count];
        if (share)
            Workers.For(0, count, Grain / Piece, Sum);
        else
            Sum(0, count);
        fixed (T* first = sums)
            return LaneReductions<TLanes, TVector, T>.Sum(first, count);

        void Sum(int from, int to)
        {
            for (int i = from; i < to; i++)
            {
                int start = i * Piece;
                sums[i] = LaneReductions<TLanes, TVector, T>.Sum(x + start, Math.Min(Piece, length - start));
            }
        }
    }

    private static void Rows(T* x, T* y, int rows, int width, bool share)
    {
        int blocks = LaneReductions<TLanes, TVector, T>.Blocks(rows);
        fixed (T* scratch = blocks == 1 ? null : new T[(blocks - 1) * (long)width])
        {
            if (!share || blocks < 4)
                LaneReductions<TLanes, TVector, T>.SumRows(x, rows, width, y, scratch);
            else
                SharedRows(x, y, rows, width, blocks, scratch);
        }
    }

    private static void SharedRows(T* x, T* y, int rows, int width, int blocks, T* scratch)
    {
        Workers.For(0, blocks, 1, (from, to) =>
        {
            for (int block = from; block < to; block++)
                LaneReductions<TLanes, TVector, T>.RowsOfBlock(x, rows, width, block, y, scratch);
        });
        LaneReductions<TLanes, TVector, T>.AddPairwise(y, scratch, blocks, width);
    }
}
