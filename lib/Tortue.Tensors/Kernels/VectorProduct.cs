using System.Numerics;
using System.Runtime.CompilerServices;

namespace Tortue.Tensors.Kernels;

/// <summary>The products where C is a single row or column: y = M · x. Nothing is rearranged, as every element of M is used once.</summary>
internal sealed unsafe partial class VectorProduct<TLanes, TVector, T>
    where TLanes : struct, ILanes<TVector, T>
    where TVector : struct
    where T : unmanaged, IFloatingPointIeee754<T>
{
    // Elements of M that are worth a thread: some 10 µs.
    private const int Grain = 1 << 16;

    // Elements of M that are read again from a near cache, in whatever order.
    private const int InnerCache = 1 << 15;

    [ThreadStatic]
    private static VectorProduct<TLanes, TVector, T>? _ofThread;

    [ThreadStatic]
    private static AlignedBuffer? _sumsOfThread;

    private readonly AlignedBuffer _gathered = new();
    private readonly Action<int, int> _multiply;

    private T* _matrix, _x, _y;
    private nint _row, _column, _yStride;
    private int _length;
    private bool _accumulate;

    private VectorProduct() => _multiply = MultiplyRows;

    /// <summary>C = A · B or C + A · B, where C has one row or one column; k is at least 1.</summary>
    public static void Run(in ProductTerms<T> terms) => (_ofThread ??= new()).Multiply(terms);

    private void Multiply(in ProductTerms<T> terms)
    {
        int rows;
        nint xStride;
        if (terms.N == 1)
        {
            (rows, _row, _column) = (terms.M, terms.ARow, terms.AColumn);
            (xStride, _yStride) = (terms.BRow, terms.CRow);
            _matrix = terms.A;
            _x = terms.B;
        }
        else
        {
            (rows, _row, _column) = (terms.N, terms.BColumn, terms.BRow);
            (xStride, _yStride) = (terms.AColumn, 1);
            _matrix = terms.B;
            _x = terms.A;
        }

        (_length, _accumulate) = (terms.K, terms.Accumulate);
        _y = terms.C;
        if (xStride != 1)
        {
            T* gathered = _gathered.Get<T>(_length);
            for (int p = 0; p < _length; p++)
                gathered[p] = _x[p * xStride];
            _x = gathered;
        }

        // Ranges that begin at whole vectors, so that an element's rounding does not depend on how the rows are shared out.
        int grain = (Math.Max(1, Grain / _length) + TLanes.Count - 1) / TLanes.Count * TLanes.Count;
        if (rows <= grain)
            MultiplyRows(0, rows);
        else
            Workers.For(0, rows, grain, _multiply);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void MultiplyRows(int from, int to)
    {
        T* sums = (_sumsOfThread ??= new()).Get<T>(to - from);
        T* matrix = _matrix + (from * _row);
        if (_column == 1)
            Dots(matrix, to - from, sums);
        else if (_row == 1)
            Combination(matrix, to - from, sums);
        else
            ScalarDots(matrix, to - from, sums);

        T* y = _y + (from * _yStride);
        for (int i = 0; i < to - from; i++, y += _yStride)
            *y = _accumulate ? *y + sums[i] : sums[i];
    }
}
