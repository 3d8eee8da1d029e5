using System.Runtime.CompilerServices;

namespace Tortue.Tensors.Kernels;

/// <summary>The innermost steps of a convolution: sums over shifted rows that are kept in registers.</summary>
/// <remarks>
/// A register tile over outputs and neighbouring pixels as in Georganas et al., "Anatomy of high-performance deep learning convolutions on
/// SIMD architectures" (2018), with pixels in the lanes, so that images stay in the order in which they come. The sums are locals with a
/// name each because the compiler keeps those in registers, and an array not.
/// </remarks>
internal static unsafe class ConvolutionTile<TLanes, TVector, T>
    where TLanes : struct, ILanes<TVector, T>
    where TVector : struct
    where T : unmanaged
{
    /// <summary>Outputs whose weights lie side by side.</summary>
    public const int Outputs = 8;

    /// <summary>Vectors of positions that <see cref="OneByFour"/> takes at a time.</summary>
    public const int Vectors = 4;

    /// <summary>Eight outputs at two vectors of positions: y = first + Σ w · x[shift].</summary>
    /// <param name="taps">Weights of an output.</param>
    /// <param name="shifts">One for each of them.</param>
    /// <param name="x">The pixel at the first position.</param>
    /// <param name="second">
    /// How far the second vector of x, and of y, is from the first. They may overlap; positions in both get the same results twice.
    /// </param>
    /// <param name="w">The weights of eight outputs together, one shift after another.</param>
    /// <param name="first">Where the sums begin, for each output.</param>
    /// <param name="y">The results.</param>
    /// <param name="yRow">Elements from one output to the next.</param>
    /// <param name="outputs">How many of the eight are written.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void EightByTwo(
        int taps, nint* shifts, T* x, (nint X, nint Y) second, T* w, T* first, T* y, nint yRow, int outputs)
    {
        TVector l0 = TLanes.Broadcast(first), l1 = TLanes.Broadcast(first + 1);
        TVector l2 = TLanes.Broadcast(first + 2), l3 = TLanes.Broadcast(first + 3);
        TVector l4 = TLanes.Broadcast(first + 4), l5 = TLanes.Broadcast(first + 5);
        TVector l6 = TLanes.Broadcast(first + 6), l7 = TLanes.Broadcast(first + 7);
        TVector r0 = l0, r1 = l1, r2 = l2, r3 = l3, r4 = l4, r5 = l5, r6 = l6, r7 = l7;
        for (nint k = 0; k < taps; k++, w += Outputs)
        {
            T* at = x + shifts[k];
            TVector left = TLanes.Load(at), right = TLanes.Load(at + second.X);
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

        PutEight(y, yRow, outputs, l0, l1, l2, l3, l4, l5, l6, l7);
        PutEight(y + second.Y, yRow, outputs, r0, r1, r2, r3, r4, r5, r6, r7);
    }

    /// <summary>The same at one vector of positions.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void EightByOne(int taps, nint* shifts, T* x, T* w, T* first, T* y, nint yRow, int outputs)
    {
        TVector c0 = TLanes.Broadcast(first), c1 = TLanes.Broadcast(first + 1);
        TVector c2 = TLanes.Broadcast(first + 2), c3 = TLanes.Broadcast(first + 3);
        TVector c4 = TLanes.Broadcast(first + 4), c5 = TLanes.Broadcast(first + 5);
        TVector c6 = TLanes.Broadcast(first + 6), c7 = TLanes.Broadcast(first + 7);
        for (nint k = 0; k < taps; k++, w += Outputs)
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

        PutEight(y, yRow, outputs, c0, c1, c2, c3, c4, c5, c6, c7);
    }

    /// <summary>One output at four vectors of positions, one after the other: for groups with too few outputs to share pixels.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void OneByFour(int taps, nint* shifts, T* x, T* w, T* first, T* y)
    {
        var a = TLanes.Broadcast(first);
        TVector b = a, c = a, d = a;
        for (nint k = 0; k < taps; k++, w += Outputs)
        {
            T* at = x + shifts[k];
            var weight = TLanes.Broadcast(w);
            a = TLanes.MultiplyAdd(weight, TLanes.Load(at), a);
            b = TLanes.MultiplyAdd(weight, TLanes.Load(at + TLanes.Count), b);
            c = TLanes.MultiplyAdd(weight, TLanes.Load(at + (2 * TLanes.Count)), c);
            d = TLanes.MultiplyAdd(weight, TLanes.Load(at + (3 * TLanes.Count)), d);
        }

        TLanes.Store(y, a);
        TLanes.Store(y + TLanes.Count, b);
        TLanes.Store(y + (2 * TLanes.Count), c);
        TLanes.Store(y + (3 * TLanes.Count), d);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void PutEight(
        T* y, nint row, int count, TVector a, TVector b, TVector c, TVector d, TVector e, TVector f, TVector g, TVector h)
    {
        TLanes.Store(y, a);
        if (count == 1)
            return;
        TLanes.Store(y + row, b);
        if (count == 2)
            return;
        TLanes.Store(y + (2 * row), c);
        if (count == 3)
            return;
        TLanes.Store(y + (3 * row), d);
        if (count == 4)
            return;
        TLanes.Store(y + (4 * row), e);
        if (count == 5)
            return;
        TLanes.Store(y + (5 * row), f);
        if (count == 6)
            return;
        TLanes.Store(y + (6 * row), g);
        if (count == 7)
            return;
        TLanes.Store(y + (7 * row), h);
    }
}
