using System.Runtime.CompilerServices;

namespace Tortue.Tensors.Kernels;

internal static unsafe partial class Tile<TLanes, TVector, T>
{
    /// <summary>Four rows of C, two vectors wide. Arguments as <see cref="TwelveByTwo"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void FourByTwo(int k, T* a, nint aRow, nint aStep, T* b, nint bStep, T* c, nint cRow, bool accumulate)
    {
        TVector c0l = default, c0r = default, c1l = default, c1r = default;
        TVector c2l = default, c2r = default, c3l = default, c3r = default;
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
            a += aStep;
            a3 += aStep;
            b += bStep;
        }

        Put(c, c0l, c0r, accumulate);
        Put(c + cRow, c1l, c1r, accumulate);
        Put(c + (2 * cRow), c2l, c2r, accumulate);
        Put(c + (3 * cRow), c3l, c3r, accumulate);
    }

    /// <summary>Four rows of C, one vector wide. Arguments as <see cref="TwelveByTwo"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void FourByOne(int k, T* a, nint aRow, nint aStep, T* b, nint bStep, T* c, nint cRow, bool accumulate)
    {
        TVector c0 = default, c1 = default, c2 = default, c3 = default;
        nint aSecond = 2 * aRow;
        T* a3 = a + (3 * aRow);
        for (; k > 0; k--)
        {
            TVector row = TLanes.Load(b);
            c0 = TLanes.MultiplyAdd(TLanes.Broadcast(a), row, c0);
            c1 = TLanes.MultiplyAdd(TLanes.Broadcast(a + aRow), row, c1);
            c2 = TLanes.MultiplyAdd(TLanes.Broadcast(a + aSecond), row, c2);
            c3 = TLanes.MultiplyAdd(TLanes.Broadcast(a3), row, c3);
            a += aStep;
            a3 += aStep;
            b += bStep;
        }

        Put(c, c0, accumulate);
        Put(c + cRow, c1, accumulate);
        Put(c + (2 * cRow), c2, accumulate);
        Put(c + (3 * cRow), c3, accumulate);
    }
}
