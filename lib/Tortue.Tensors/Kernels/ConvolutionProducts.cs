using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Tortue.Tensors.Kernels;

/// <summary>The innermost steps of the gradient with respect to weights: products of rows with shifted rows, summed up.</summary>
internal static unsafe class ConvolutionProducts<TLanes, TVector, T>
    where TLanes : struct, ILanes<TVector, T>
    where TVector : struct
    where T : unmanaged, System.Numerics.INumber<T>
{
    /// <summary>Gradients, and shifts, whose products are summed together.</summary>
    public const int Side = 4;

    /// <summary>
    /// Adds the products of four gradients' rows with four shifted rows to a 4 × 4 table. The positions are runs of vectors, and runs of
    /// those, and runs of those again, so that several short rows and small images are summed before lanes are.
    /// </summary>
    /// <param name="images">The outermost runs: how many, and elements of g and of x from one to the next.</param>
    /// <param name="rows">The runs within.</param>
    /// <param name="vectors">Vectors of a row, which follow one another.</param>
    /// <param name="g">The gradient of the first output.</param>
    /// <param name="gRows">Where the gradients of the other three outputs begin.</param>
    /// <param name="x">The pixel at the first position.</param>
    /// <param name="shifts">Four shifts.</param>
    /// <param name="sums">Four rows, one an output, of four sums.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void FourByFour(
        (int Count, nint G, nint X) images, (int Count, nint G, nint X) rows, int vectors, T* g, (nint B, nint C, nint D) gRows, T* x,
        nint* shifts, T* sums)
    {
        TVector c00 = default, c01 = default, c02 = default, c03 = default, c10 = default, c11 = default, c12 = default, c13 = default;
        TVector c20 = default, c21 = default, c22 = default, c23 = default, c30 = default, c31 = default, c32 = default, c33 = default;
        nint shiftA = shifts[0], shiftB = shifts[1], shiftC = shifts[2], shiftD = shifts[3];
        var (rowB, rowC, rowD) = gRows;
        for (int image = 0; image < images.Count; image++)
        {
            for (int row = 0; row < rows.Count; row++)
            {
                T* pixels = x + (image * images.X) + (row * rows.X);
                T* atG = g + (image * images.G) + (row * rows.G);
                T* end = atG + ((nint)vectors * TLanes.Count);
                for (; atG < end; atG += TLanes.Count, pixels += TLanes.Count)
                {
                    TVector a = TLanes.Load(pixels + shiftA), b = TLanes.Load(pixels + shiftB);
                    TVector c = TLanes.Load(pixels + shiftC), d = TLanes.Load(pixels + shiftD);
                    var gradient = TLanes.Load(atG);
                    c00 = TLanes.MultiplyAdd(gradient, a, c00);
                    c01 = TLanes.MultiplyAdd(gradient, b, c01);
                    c02 = TLanes.MultiplyAdd(gradient, c, c02);
                    c03 = TLanes.MultiplyAdd(gradient, d, c03);
                    gradient = TLanes.Load(atG + rowB);
                    c10 = TLanes.MultiplyAdd(gradient, a, c10);
                    c11 = TLanes.MultiplyAdd(gradient, b, c11);
                    c12 = TLanes.MultiplyAdd(gradient, c, c12);
                    c13 = TLanes.MultiplyAdd(gradient, d, c13);
                    gradient = TLanes.Load(atG + rowC);
                    c20 = TLanes.MultiplyAdd(gradient, a, c20);
                    c21 = TLanes.MultiplyAdd(gradient, b, c21);
                    c22 = TLanes.MultiplyAdd(gradient, c, c22);
                    c23 = TLanes.MultiplyAdd(gradient, d, c23);
                    gradient = TLanes.Load(atG + rowD);
                    c30 = TLanes.MultiplyAdd(gradient, a, c30);
                    c31 = TLanes.MultiplyAdd(gradient, b, c31);
                    c32 = TLanes.MultiplyAdd(gradient, c, c32);
                    c33 = TLanes.MultiplyAdd(gradient, d, c33);
                }
            }
        }

        if (typeof(TVector) == typeof(Vector512<float>) && Avx512F.IsSupported)
        {
            // Sums of four vectors' lanes, a vector's four sums in each quarter; and then over the quarters of four of those.
            TVector first = AddFour(c00, c01, c02, c03), second = AddFour(c10, c11, c12, c13);
            TVector third = AddFour(c20, c21, c22, c23), fourth = AddFour(c30, c31, c32, c33);
            TLanes.Store(sums, TLanes.Add(TLanes.Load(sums), AddQuarters(first, second, third, fourth)));
            return;
        }

        AddSums(sums, c00, c01, c02, c03);
        AddSums(sums + Side, c10, c11, c12, c13);
        AddSums(sums + (2 * Side), c20, c21, c22, c23);
        AddSums(sums + (3 * Side), c30, c31, c32, c33);
    }

    /// <summary>The sum of elements that follow one another.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static double Sum(T* x, nint count)
    {
        TVector left = default, right = default;
        nint i = 0;
        for (; i <= count - (2 * TLanes.Count); i += 2 * TLanes.Count)
        {
            left = TLanes.Add(left, TLanes.Load(x + i));
            right = TLanes.Add(right, TLanes.Load(x + i + TLanes.Count));
        }

        double sum = double.CreateTruncating(TLanes.Sum(TLanes.Add(left, right)));
        for (; i < count; i++)
            sum += double.CreateTruncating(x[i]);
        return sum;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector AddFour(TVector a, TVector b, TVector c, TVector d)
    {
        var (va, vb, vc, vd) = (Floats(a), Floats(b), Floats(c), Floats(d));
        var left = Avx512F.UnpackLow(va, vb) + Avx512F.UnpackHigh(va, vb);
        var right = Avx512F.UnpackLow(vc, vd) + Avx512F.UnpackHigh(vc, vd);
        return Back(Avx512F.Shuffle(left, right, 0b01_00_01_00) + Avx512F.Shuffle(left, right, 0b11_10_11_10));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector AddQuarters(TVector a, TVector b, TVector c, TVector d)
    {
        var (va, vb, vc, vd) = (Floats(a), Floats(b), Floats(c), Floats(d));
        var left = Avx512F.Shuffle4x128(va, vb, 0b01_00_01_00) + Avx512F.Shuffle4x128(va, vb, 0b11_10_11_10);
        var right = Avx512F.Shuffle4x128(vc, vd, 0b01_00_01_00) + Avx512F.Shuffle4x128(vc, vd, 0b11_10_11_10);
        return Back(Avx512F.Shuffle4x128(left, right, 0b10_00_10_00) + Avx512F.Shuffle4x128(left, right, 0b11_01_11_01));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<float> Floats(TVector vector) => Unsafe.BitCast<TVector, Vector512<float>>(vector);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector Back(Vector512<float> vector) => Unsafe.BitCast<Vector512<float>, TVector>(vector);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void AddSums(T* sums, TVector a, TVector b, TVector c, TVector d)
    {
        sums[0] += TLanes.Sum(a);
        sums[1] += TLanes.Sum(b);
        sums[2] += TLanes.Sum(c);
        sums[3] += TLanes.Sum(d);
    }
}
