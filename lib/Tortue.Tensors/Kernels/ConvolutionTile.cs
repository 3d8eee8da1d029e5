using System.Runtime.CompilerServices;

namespace Tortue.Tensors.Kernels;

/// <summary>The innermost steps of a convolution: sums over shifted rows that are kept in registers.</summary>
/// <remarks>The sums are locals with a name each because the compiler keeps those in registers, and an array not.</remarks>
internal static unsafe class ConvolutionTile<TLanes, TVector, T>
    where TLanes : struct, ILanes<TVector, T>
    where TVector : struct
    where T : unmanaged
{
    /// <summary>Outputs that are computed together.</summary>
    public const int Outputs = 8;

    /// <summary>Gradients, and shifts, whose products are summed together.</summary>
    public const int Side = 4;

    /// <summary>Eight outputs at two vectors of positions: y = first + Σ w · x[shift].</summary>
    /// <param name="taps">Weights of an output.</param>
    /// <param name="shifts">One for each of them.</param>
    /// <param name="x">The pixel at the first position.</param>
    /// <param name="w">The weights of eight outputs together, one shift after another.</param>
    /// <param name="first">Where the sums begin, for each output.</param>
    /// <param name="y">The results.</param>
    /// <param name="yRow">Elements from one output to the next.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void EightByTwo(int taps, nint* shifts, T* x, T* w, T* first, T* y, nint yRow)
    {
        TVector l0 = TLanes.Broadcast(first), l1 = TLanes.Broadcast(first + 1);
        TVector l2 = TLanes.Broadcast(first + 2), l3 = TLanes.Broadcast(first + 3);
        TVector l4 = TLanes.Broadcast(first + 4), l5 = TLanes.Broadcast(first + 5);
        TVector l6 = TLanes.Broadcast(first + 6), l7 = TLanes.Broadcast(first + 7);
        TVector r0 = l0, r1 = l1, r2 = l2, r3 = l3, r4 = l4, r5 = l5, r6 = l6, r7 = l7;
        for (int k = 0; k < taps; k++, w += Outputs)
        {
            T* at = x + shifts[k];
            TVector left = TLanes.Load(at), right = TLanes.Load(at + TLanes.Count);
            var weight = TLanes.Broadcast(w);
            l0 = TLanes.MultiplyAdd(weight, left, l0);
            r0 = TLanes.MultiplyAdd(weight, right, r0);
            weight = TLanes.Broadcast(w + 1);
            l1 = TLanes.MultiplyAdd(weight, left, l1);
            r1 = TLanes.MultiplyAdd(weight, right, r1);
            weight = TLanes.Broadcast(w + 2);
            l2 = TLanes.MultiplyAdd(weight, left, l2);
            r2 = TLanes.MultiplyAdd(weight, right, r2);
            weight = TLanes.Broadcast(w + 3);
            l3 = TLanes.MultiplyAdd(weight, left, l3);
            r3 = TLanes.MultiplyAdd(weight, right, r3);
            weight = TLanes.Broadcast(w + 4);
            l4 = TLanes.MultiplyAdd(weight, left, l4);
            r4 = TLanes.MultiplyAdd(weight, right, r4);
            weight = TLanes.Broadcast(w + 5);
            l5 = TLanes.MultiplyAdd(weight, left, l5);
            r5 = TLanes.MultiplyAdd(weight, right, r5);
            weight = TLanes.Broadcast(w + 6);
            l6 = TLanes.MultiplyAdd(weight, left, l6);
            r6 = TLanes.MultiplyAdd(weight, right, r6);
            weight = TLanes.Broadcast(w + 7);
            l7 = TLanes.MultiplyAdd(weight, left, l7);
            r7 = TLanes.MultiplyAdd(weight, right, r7);
        }

        PutEight(y, yRow, l0, l1, l2, l3, l4, l5, l6, l7);
        PutEight(y + TLanes.Count, yRow, r0, r1, r2, r3, r4, r5, r6, r7);
    }

    /// <summary>The same at one vector of positions.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void EightByOne(int taps, nint* shifts, T* x, T* w, T* first, T* y, nint yRow)
    {
        TVector c0 = TLanes.Broadcast(first), c1 = TLanes.Broadcast(first + 1);
        TVector c2 = TLanes.Broadcast(first + 2), c3 = TLanes.Broadcast(first + 3);
        TVector c4 = TLanes.Broadcast(first + 4), c5 = TLanes.Broadcast(first + 5);
        TVector c6 = TLanes.Broadcast(first + 6), c7 = TLanes.Broadcast(first + 7);
        for (int k = 0; k < taps; k++, w += Outputs)
        {
            var pixels = TLanes.Load(x + shifts[k]);
            c0 = TLanes.MultiplyAdd(TLanes.Broadcast(w), pixels, c0);
            c1 = TLanes.MultiplyAdd(TLanes.Broadcast(w + 1), pixels, c1);
            c2 = TLanes.MultiplyAdd(TLanes.Broadcast(w + 2), pixels, c2);
            c3 = TLanes.MultiplyAdd(TLanes.Broadcast(w + 3), pixels, c3);
            c4 = TLanes.MultiplyAdd(TLanes.Broadcast(w + 4), pixels, c4);
            c5 = TLanes.MultiplyAdd(TLanes.Broadcast(w + 5), pixels, c5);
            c6 = TLanes.MultiplyAdd(TLanes.Broadcast(w + 6), pixels, c6);
            c7 = TLanes.MultiplyAdd(TLanes.Broadcast(w + 7), pixels, c7);
        }

        PutEight(y, yRow, c0, c1, c2, c3, c4, c5, c6, c7);
    }

    /// <summary>The products of four gradients' rows with four shifted rows, summed over positions: a 4 × 4 table.</summary>
    /// <param name="vectors">Vectors of positions.</param>
    /// <param name="g">The gradient of the first output.</param>
    /// <param name="gRow">Elements from one output to the next.</param>
    /// <param name="x">The pixel at the first position.</param>
    /// <param name="shifts">Four shifts.</param>
    /// <param name="sums">Four rows, one an output, of four sums.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void FourByFour(int vectors, T* g, nint gRow, T* x, nint* shifts, T* sums)
    {
        TVector c00 = default, c01 = default, c02 = default, c03 = default, c10 = default, c11 = default, c12 = default, c13 = default;
        TVector c20 = default, c21 = default, c22 = default, c23 = default, c30 = default, c31 = default, c32 = default, c33 = default;
        T* xa = x + shifts[0], xb = x + shifts[1], xc = x + shifts[2], xd = x + shifts[3];
        T* g2 = g + (2 * gRow);
        for (nint p = 0; p < (nint)vectors * TLanes.Count; p += TLanes.Count)
        {
            TVector a = TLanes.Load(xa + p), b = TLanes.Load(xb + p), c = TLanes.Load(xc + p), d = TLanes.Load(xd + p);
            var row = TLanes.Load(g + p);
            c00 = TLanes.MultiplyAdd(row, a, c00);
            c01 = TLanes.MultiplyAdd(row, b, c01);
            c02 = TLanes.MultiplyAdd(row, c, c02);
            c03 = TLanes.MultiplyAdd(row, d, c03);
            row = TLanes.Load(g + gRow + p);
            c10 = TLanes.MultiplyAdd(row, a, c10);
            c11 = TLanes.MultiplyAdd(row, b, c11);
            c12 = TLanes.MultiplyAdd(row, c, c12);
            c13 = TLanes.MultiplyAdd(row, d, c13);
            row = TLanes.Load(g2 + p);
            c20 = TLanes.MultiplyAdd(row, a, c20);
            c21 = TLanes.MultiplyAdd(row, b, c21);
            c22 = TLanes.MultiplyAdd(row, c, c22);
            c23 = TLanes.MultiplyAdd(row, d, c23);
            row = TLanes.Load(g2 + gRow + p);
            c30 = TLanes.MultiplyAdd(row, a, c30);
            c31 = TLanes.MultiplyAdd(row, b, c31);
            c32 = TLanes.MultiplyAdd(row, c, c32);
            c33 = TLanes.MultiplyAdd(row, d, c33);
        }

        PutSums(sums, c00, c01, c02, c03);
        PutSums(sums + Side, c10, c11, c12, c13);
        PutSums(sums + (2 * Side), c20, c21, c22, c23);
        PutSums(sums + (3 * Side), c30, c31, c32, c33);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void PutEight(
        T* y, nint row, TVector a, TVector b, TVector c, TVector d, TVector e, TVector f, TVector g, TVector h)
    {
        TLanes.Store(y, a);
        TLanes.Store(y + row, b);
        TLanes.Store(y + (2 * row), c);
        TLanes.Store(y + (3 * row), d);
        TLanes.Store(y + (4 * row), e);
        TLanes.Store(y + (5 * row), f);
        TLanes.Store(y + (6 * row), g);
        TLanes.Store(y + (7 * row), h);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void PutSums(T* sums, TVector a, TVector b, TVector c, TVector d)
    {
        sums[0] = TLanes.Sum(a);
        sums[1] = TLanes.Sum(b);
        sums[2] = TLanes.Sum(c);
        sums[3] = TLanes.Sum(d);
    }
}
