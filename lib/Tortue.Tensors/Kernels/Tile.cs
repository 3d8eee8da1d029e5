using System.Runtime.CompilerServices;

namespace Tortue.Tensors.Kernels;

/// <summary>
/// The innermost step of the matrix product: a small tile of C, kept in registers while k runs. Every element of C is one chain
/// of multiply-adds in the order of k, whichever kernel computes it, so that the shape of the tile never changes a bit.
/// </summary>
/// <remarks>
/// The sums are locals with a name each because the compiler keeps those in registers, and an array not. Rows of A are
/// reached from every third one, as x86 addresses hold one index and a factor of two comes from a second register.
/// The tiling follows Van Zee and van de Geijn, "BLIS: a framework for rapidly instantiating BLAS functionality" (2015).
/// </remarks>
internal static unsafe partial class Tile<TLanes, TVector, T>
    where TLanes : struct, ILanes<TVector, T>
    where TVector : struct
    where T : unmanaged
{
    /// <summary>Twelve rows of C, two vectors wide: 24 sums, 2 vectors of B and 1 of A fill 27 of 32 registers.</summary>
    /// <param name="k">Length of the sums.</param>
    /// <param name="a">First element of the tile's first row of A.</param>
    /// <param name="aRow">Elements from one row of A to the next.</param>
    /// <param name="aStep">Elements from one column of A to the next.</param>
    /// <param name="b">First element of B's strip; its columns are neighbours.</param>
    /// <param name="bStep">Elements from one row of B to the next.</param>
    /// <param name="c">First element of the tile of C; its columns are neighbours.</param>
    /// <param name="cRow">Elements from one row of C to the next.</param>
    /// <param name="accumulate">Adds to C instead of overwriting it.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void TwelveByTwo(int k, T* a, nint aRow, nint aStep, T* b, nint bStep, T* c, nint cRow, bool accumulate)
    {
        TVector c0l = default, c0r = default, c1l = default, c1r = default;
        TVector c2l = default, c2r = default, c3l = default, c3r = default;
        TVector c4l = default, c4r = default, c5l = default, c5r = default;
        TVector c6l = default, c6r = default, c7l = default, c7r = default;
        TVector c8l = default, c8r = default, c9l = default, c9r = default;
        TVector c10l = default, c10r = default, c11l = default, c11r = default;
        nint aSecond = 2 * aRow;
        T* a3 = a + (3 * aRow);
        T* a6 = a + (6 * aRow);
        T* a9 = a + (9 * aRow);
        for (; k > 0; k--)
        {
            TVector left = TLanes.Load(b), right = TLanes.Load(b + TLanes.Count);
            var x = TLanes.Broadcast(a);
            c0l = TLanes.MultiplyAdd(x, left, c0l);
            c0r = TLanes.MultiplyAdd(x, right, c0r);
            x = TLanes.Broadcast(a + aRow);
            c1l = TLanes.MultiplyAdd(x, left, c1l);
            c1r = TLanes.MultiplyAdd(x, right, c1r);
            x = TLanes.Broadcast(a + aSecond);
            c2l = TLanes.MultiplyAdd(x, left, c2l);
            c2r = TLanes.MultiplyAdd(x, right, c2r);
            x = TLanes.Broadcast(a3);
            c3l = TLanes.MultiplyAdd(x, left, c3l);
            c3r = TLanes.MultiplyAdd(x, right, c3r);
            x = TLanes.Broadcast(a3 + aRow);
            c4l = TLanes.MultiplyAdd(x, left, c4l);
            c4r = TLanes.MultiplyAdd(x, right, c4r);
            x = TLanes.Broadcast(a3 + aSecond);
            c5l = TLanes.MultiplyAdd(x, left, c5l);
            c5r = TLanes.MultiplyAdd(x, right, c5r);
            x = TLanes.Broadcast(a6);
            c6l = TLanes.MultiplyAdd(x, left, c6l);
            c6r = TLanes.MultiplyAdd(x, right, c6r);
            x = TLanes.Broadcast(a6 + aRow);
            c7l = TLanes.MultiplyAdd(x, left, c7l);
            c7r = TLanes.MultiplyAdd(x, right, c7r);
            x = TLanes.Broadcast(a6 + aSecond);
            c8l = TLanes.MultiplyAdd(x, left, c8l);
            c8r = TLanes.MultiplyAdd(x, right, c8r);
            x = TLanes.Broadcast(a9);
            c9l = TLanes.MultiplyAdd(x, left, c9l);
            c9r = TLanes.MultiplyAdd(x, right, c9r);
            x = TLanes.Broadcast(a9 + aRow);
            c10l = TLanes.MultiplyAdd(x, left, c10l);
            c10r = TLanes.MultiplyAdd(x, right, c10r);
            x = TLanes.Broadcast(a9 + aSecond);
            c11l = TLanes.MultiplyAdd(x, left, c11l);
            c11r = TLanes.MultiplyAdd(x, right, c11r);
            a += aStep;
            a3 += aStep;
            a6 += aStep;
            a9 += aStep;
            b += bStep;
        }

        Put(c, c0l, c0r, accumulate);
        Put(c + cRow, c1l, c1r, accumulate);
        Put(c + (2 * cRow), c2l, c2r, accumulate);
        Put(c + (3 * cRow), c3l, c3r, accumulate);
        Put(c + (4 * cRow), c4l, c4r, accumulate);
        Put(c + (5 * cRow), c5l, c5r, accumulate);
        Put(c + (6 * cRow), c6l, c6r, accumulate);
        Put(c + (7 * cRow), c7l, c7r, accumulate);
        Put(c + (8 * cRow), c8l, c8r, accumulate);
        Put(c + (9 * cRow), c9l, c9r, accumulate);
        Put(c + (10 * cRow), c10l, c10r, accumulate);
        Put(c + (11 * cRow), c11l, c11r, accumulate);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Put(T* c, TVector left, TVector right, bool accumulate)
    {
        Put(c, left, accumulate);
        Put(c + TLanes.Count, right, accumulate);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Put(T* c, TVector sum, bool accumulate) =>
        TLanes.Store(c, accumulate ? TLanes.Add(TLanes.Load(c), sum) : sum);
}
