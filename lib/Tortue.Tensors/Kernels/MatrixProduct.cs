using System.Numerics;
using System.Runtime.Intrinsics;

namespace Tortue.Tensors.Kernels;

/// <summary>The product of two matrices in any layout: C = A · B, or C += A · B.</summary>
/// <remarks>
/// NaN and infinities go through as in the textbook's triple loop. The same input gives the same bits whatever
/// <see cref="Workers.Count"/> is.
/// </remarks>
internal static unsafe class MatrixProduct
{
    /// <summary>C (m × n) = A (m × k) · B (k × n), or C + A · B. Strides count elements and are not negative.</summary>
    /// <param name="a">A; its element (i, p) is at i · aRowStride + p · aColStride.</param>
    /// <param name="aRowStride">From one row of A to the next.</param>
    /// <param name="aColStride">From one column of A to the next.</param>
    /// <param name="b">B; its element (p, j) is at p · bRowStride + j · bColStride.</param>
    /// <param name="bRowStride">From one row of B to the next.</param>
    /// <param name="bColStride">From one column of B to the next.</param>
    /// <param name="c">C, which shares no memory with A or B; its element (i, j) is at i · ldc + j.</param>
    /// <param name="ldc">From one row of C to the next, at least n.</param>
    /// <param name="m">Rows of A and C.</param>
    /// <param name="n">Columns of B and C.</param>
    /// <param name="k">Columns of A and rows of B. An empty sum is 0.</param>
    /// <param name="accumulate">Adds to C instead of overwriting it.</param>
    /// <exception cref="ArgumentException">A span is too short for its sizes and strides.</exception>
    public static void Multiply(
        ReadOnlySpan<float> a, int aRowStride, int aColStride, ReadOnlySpan<float> b, int bRowStride, int bColStride,
        Span<float> c, int ldc, int m, int n, int k, bool accumulate) =>
        Multiply(a, aRowStride, aColStride, b, bRowStride, bColStride, c, ldc, m, n, k, accumulate, KernelWidths.Current);

    /// <inheritdoc cref="Multiply(ReadOnlySpan{float}, int, int, ReadOnlySpan{float}, int, int, Span{float}, int, int, int, int, bool)"/>
    public static void Multiply(
        ReadOnlySpan<double> a, int aRowStride, int aColStride, ReadOnlySpan<double> b, int bRowStride, int bColStride,
        Span<double> c, int ldc, int m, int n, int k, bool accumulate) =>
        Multiply(a, aRowStride, aColStride, b, bRowStride, bColStride, c, ldc, m, n, k, accumulate, KernelWidths.Current);

    /// <summary>The product with registers of a given width, which works on any machine but is slow where they must be imitated.</summary>
    internal static void Multiply<T>(
        ReadOnlySpan<T> a, int aRowStride, int aColStride, ReadOnlySpan<T> b, int bRowStride, int bColStride,
        Span<T> c, int ldc, int m, int n, int k, bool accumulate, KernelWidth width)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (m <= 0 || n <= 0)
            return;
        Require(c.Length, m, n, ldc, 1, "C");
        if (ldc < n && m > 1)
            throw new ArgumentException($"Rows of C overlap: they have {n} elements and start {ldc} apart.", nameof(ldc));
        if (k <= 0)
        {
            for (int i = 0; i < m && !accumulate; i++)
                c.Slice(i * ldc, n).Clear();
            return;
        }

        Require(a.Length, m, k, aRowStride, aColStride, "A");
        Require(b.Length, k, n, bRowStride, bColStride, "B");
        fixed (T* pointerA = a, pointerB = b, pointerC = c)
        {
            var terms = new ProductTerms<T>
            {
                A = pointerA,
                ARow = aRowStride,
                AColumn = aColStride,
                B = pointerB,
                BRow = bRowStride,
                BColumn = bColStride,
                C = pointerC,
                CRow = ldc,
                M = m,
                N = n,
                K = k,
                Accumulate = accumulate,
            };
            Run(terms, width);
        }
    }

    private static void Run<T>(in ProductTerms<T> terms, KernelWidth width)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        switch (width)
        {
            case KernelWidth.Vector512:
                Run<Lanes512<T>, Vector512<T>, T>(terms);
                break;
            case KernelWidth.Vector256:
                Run<Lanes256<T>, Vector256<T>, T>(terms);
                break;
            case KernelWidth.Vector128:
                Run<Lanes128<T>, Vector128<T>, T>(terms);
                break;
            default:
                Run<LanesPortable<T>, Vector<T>, T>(terms);
                break;
        }
    }

    private static void Run<TLanes, TVector, T>(in ProductTerms<T> terms)
        where TLanes : struct, ILanes<TVector, T>
        where TVector : struct
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (terms.M == 1 || terms.N == 1)
            VectorProduct<TLanes, TVector, T>.Run(terms);
        else
            BlockedProduct<TLanes, TVector, T>.Run(terms);
    }

    private static void Require(int length, int rows, int columns, int rowStride, int columnStride, string matrix)
    {
        if (rowStride < 0 || columnStride < 0)
            throw new ArgumentException($"{matrix} has a negative stride ({rowStride}, {columnStride}).");
        long needed = ((rows - 1) * (long)rowStride) + ((columns - 1) * (long)columnStride) + 1;
        if (needed > length)
        {
            throw new ArgumentException(
                $"{matrix} has {length} elements; {rows}x{columns} with strides ({rowStride}, {columnStride}) needs {needed}.");
        }
    }
}
