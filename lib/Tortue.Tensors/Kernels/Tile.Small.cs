using System.Runtime.CompilerServices;

namespace Tortue.Tensors.Kernels;

internal static unsafe partial class Tile<TLanes, TVector, T>
{
    /// <summary>Twelve rows of C, one vector wide. Arguments as <see cref="TwelveByTwo"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void TwelveByOne(int k, T* a, nint aRow, nint aStep, T* b, nint bStep, T* c, nint cRow, bool accumulate)
    {
        TVector c0 = default, c1 = default, c2 = default, c3 = default;
        TVector c4 = default, c5 = default, c6 = default, c7 = default;
        TVector c8 = default, c9 = default, c10 = default, c11 = default;
        nint aSecond = 2 * aRow;
        T* a3 = a + (3 * aRow);
        T* a6 = a + (6 * aRow);
        T* a9 = a + (9 * aRow);
        for (; k > 0; k--)
        {
            TVector row = TLanes.Load(b);
            c0 = TLanes.MultiplyAdd(TLanes.Broadcast(a), row, c0);
            c1 = TLanes.MultiplyAdd(TLanes.Broadcast(a + aRow), row, c1);
            c2 = TLanes.MultiplyAdd(TLanes.Broadcast(a + aSecond), row, c2);
            c3 = TLanes.MultiplyAdd(TLanes.Broadcast(a3), row, c3);
            c4 = TLanes.MultiplyAdd(TLanes.Broadcast(a3 + aRow), row, c4);
            c5 = TLanes.MultiplyAdd(TLanes.Broadcast(a3 + aSecond), row, c5);
            c6 = TLanes.MultiplyAdd(TLanes.Broadcast(a6), row, c6);
            c7 = TLanes.MultiplyAdd(TLanes.Broadcast(a6 + aRow), row, c7);
            c8 = TLanes.MultiplyAdd(TLanes.Broadcast(a6 + aSecond), row, c8);
            c9 = TLanes.MultiplyAdd(TLanes.Broadcast(a9), row, c9);
            c10 = TLanes.MultiplyAdd(TLanes.Broadcast(a9 + aRow), row, c10);
            c11 = TLanes.MultiplyAdd(TLanes.Broadcast(a9 + aSecond), row, c11);
            a += aStep;
            a3 += aStep;
            a6 += aStep;
            a9 += aStep;
            b += bStep;
        }

        Put(c, c0, accumulate);
        Put(c + cRow, c1, accumulate);
        Put(c + (2 * cRow), c2, accumulate);
        Put(c + (3 * cRow), c3, accumulate);
        Put(c + (4 * cRow), c4, accumulate);
        Put(c + (5 * cRow), c5, accumulate);
        Put(c + (6 * cRow), c6, accumulate);
        Put(c + (7 * cRow), c7, accumulate);
        Put(c + (8 * cRow), c8, accumulate);
        Put(c + (9 * cRow), c9, accumulate);
        Put(c + (10 * cRow), c10, accumulate);
        Put(c + (11 * cRow), c11, accumulate);
    }

    /// <summary>Six rows of C, two vectors wide. Arguments as <see cref="TwelveByTwo"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void SixByTwo(int k, T* a, nint aRow, nint aStep, T* b, nint bStep, T* c, nint cRow, bool accumulate)
    {
        TVector c0l = default, c0r = default, c1l = default, c1r = default;
        TVector c2l = default, c2r = default, c3l = default, c3r = default;
        TVector c4l = default, c4r = default, c5l = default, c5r = default;
        nint aSecond = 2 * aRow;
        T* a3 = a + (3 * aRow);
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
            a += aStep;
            a3 += aStep;
            b += bStep;
        }

        Put(c, c0l, c0r, accumulate);
        Put(c + cRow, c1l, c1r, accumulate);
        Put(c + (2 * cRow), c2l, c2r, accumulate);
        Put(c + (3 * cRow), c3l, c3r, accumulate);
        Put(c + (4 * cRow), c4l, c4r, accumulate);
        Put(c + (5 * cRow), c5l, c5r, accumulate);
    }

    /// <summary>Six rows of C, one vector wide. Arguments as <see cref="TwelveByTwo"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void SixByOne(int k, T* a, nint aRow, nint aStep, T* b, nint bStep, T* c, nint cRow, bool accumulate)
    {
        TVector c0 = default, c1 = default, c2 = default, c3 = default;
        TVector c4 = default, c5 = default;
        nint aSecond = 2 * aRow;
        T* a3 = a + (3 * aRow);
        for (; k > 0; k--)
        {
            TVector row = TLanes.Load(b);
            c0 = TLanes.MultiplyAdd(TLanes.Broadcast(a), row, c0);
            c1 = TLanes.MultiplyAdd(TLanes.Broadcast(a + aRow), row, c1);
            c2 = TLanes.MultiplyAdd(TLanes.Broadcast(a + aSecond), row, c2);
            c3 = TLanes.MultiplyAdd(TLanes.Broadcast(a3), row, c3);
            c4 = TLanes.MultiplyAdd(TLanes.Broadcast(a3 + aRow), row, c4);
            c5 = TLanes.MultiplyAdd(TLanes.Broadcast(a3 + aSecond), row, c5);
            a += aStep;
            a3 += aStep;
            b += bStep;
        }

        Put(c, c0, accumulate);
        Put(c + cRow, c1, accumulate);
        Put(c + (2 * cRow), c2, accumulate);
        Put(c + (3 * cRow), c3, accumulate);
        Put(c + (4 * cRow), c4, accumulate);
        Put(c + (5 * cRow), c5, accumulate);
    }
}
