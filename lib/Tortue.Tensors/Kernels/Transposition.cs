using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;

namespace Tortue.Tensors.Kernels;

/// <summary>
/// Copies where neighbours in the source are rows apart in the destination: by small squares, so that each cache line that is read or
/// written is used as a whole.
/// </summary>
internal static unsafe class Transposition
{
    private const int Square = 16;

    // Elements that are worth a thread.
    private const int Grain = 1 << 14;

    /// <summary>
    /// Copies a tensor whose innermost dimension is not the source's, when there is another one in which the source's elements are
    /// neighbours.
    /// </summary>
    /// <returns>Whether it was such a tensor, and was copied.</returns>
    public static bool TryCopy<T>(Strided<T> from, Strided<T> to)
        where T : unmanaged
    {
        int across = Neighbours(from), along = Neighbours(to);
        if (across < 0 || along < 0 || across == along)
            return false;

        var outer = (long[])to.Sizes.Clone();
        (int rows, int columns) = ((int)to.Sizes[across], (int)to.Sizes[along]);
        outer[across] = outer[along] = 1;
        (int fromRow, int toRow) = ((int)from.Strides[along], (int)to.Strides[across]);
        bool share = to.Count >= 2 * Grain;
        var places = new StridedRows(outer, from.Strides, to.Strides);
        while (places.Next())
        {
            for (int i = 0; i < places.Length; i++)
            {
                int source = from.Start + places.Offsets[0] + (i * places.Strides[0]);
                int target = to.Start + places.Offsets[1] + (i * places.Strides[1]);
                if (share)
                    Shared(from.Array, source, fromRow, to.Array, target, toRow, rows, columns);
                else
                    Copy(from.Array, source, fromRow, to.Array, target, toRow, 0, rows, columns);
            }
        }

        return true;
    }

    // The dimension along which neighbours lie, -1 where there is none.
    private static int Neighbours<T>(Strided<T> tensor)
        where T : unmanaged
    {
        for (int d = tensor.Sizes.Length - 1; d >= 0; d--)
        {
            if (tensor.Strides[d] == 1 && tensor.Sizes[d] > 1)
                return d;
        }

        return -1;
    }

    private static void Shared<T>(T[] from, int source, int fromRow, T[] to, int target, int toRow, int rows, int columns)
        where T : unmanaged
    {
        int grain = Math.Max(1, Grain / columns / Square) * Square;
        Workers.For(0, rows, grain, (first, end) => Copy(from, source, fromRow, to, target, toRow, first, end, columns));
    }

    // to[r, c] = from[c, r] for rows r of the destination from first to end.
    private static void Copy<T>(T[] from, int source, int fromRow, T[] to, int target, int toRow, int first, int end, int columns)
        where T : unmanaged
    {
        fixed (T* start = from, destination = to)
        {
            for (int r = first; r < end; r += Square)
            {
                for (int c = 0; c < columns; c += Square)
                {
                    CopySquare(
                        start + source + ((nint)c * fromRow) + r, fromRow, destination + target + ((nint)r * toRow) + c, toRow,
                        Math.Min(Square, end - r), Math.Min(Square, columns - c));
                }
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void CopySquare<T>(T* from, nint fromRow, T* to, nint toRow, int rows, int columns)
        where T : unmanaged
    {
        int block = sizeof(T) != sizeof(float) ? 1 : Avx.IsSupported ? 8 : Sse.IsSupported ? 4 : 1;
        int wholeRows = block == 1 ? 0 : rows & -block;
        int wholeColumns = block == 1 ? 0 : columns & -block;
        for (int c = 0; c < wholeColumns; c += block)
        {
            for (int r = 0; r < wholeRows; r += block)
            {
                float* source = (float*)(from + (c * fromRow) + r);
                float* target = (float*)(to + (r * toRow) + c);
                if (block == 8)
                    Squares.TransposeEight(source, fromRow, target, toRow);
                else
                    Squares.TransposeFour(source, fromRow, target, toRow);
            }
        }

        for (int r = 0; r < rows; r++)
        {
            for (int c = r < wholeRows ? wholeColumns : 0; c < columns; c++)
                to[(r * toRow) + c] = from[(c * fromRow) + r];
        }
    }
}
