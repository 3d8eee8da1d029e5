using System.Runtime.CompilerServices;

namespace Tortue.Tensors.Kernels;

internal sealed unsafe partial class VectorProduct<TLanes, TVector, T>
{
    // Rows of M are contiguous: a dot product each, four at a time to use each vector of x four times.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Dots(T* matrix, int rows, T* sums)
    {
        int whole = _length - (_length % TLanes.Count);
        var mask = TLanes.LastLanes(_length - whole);
        int i = 0;
        for (; i + 4 <= rows; i += 4, sums += 4)
        {
            T* a = matrix + (i * _row), b = a + _row, c = b + _row, d = c + _row;
            TVector sumA = default, sumB = default, sumC = default, sumD = default;
            for (int p = 0; p < whole; p += TLanes.Count)
            {
                var x = TLanes.Load(_x + p);
                sumA = TLanes.MultiplyAdd(x, TLanes.Load(a + p), sumA);
                sumB = TLanes.MultiplyAdd(x, TLanes.Load(b + p), sumB);
                sumC = TLanes.MultiplyAdd(x, TLanes.Load(c + p), sumC);
                sumD = TLanes.MultiplyAdd(x, TLanes.Load(d + p), sumD);
            }

            if (whole < _length)
            {
                var x = Rest(_x, whole, mask);
                sumA = TLanes.MultiplyAdd(x, Rest(a, whole, mask), sumA);
                sumB = TLanes.MultiplyAdd(x, Rest(b, whole, mask), sumB);
                sumC = TLanes.MultiplyAdd(x, Rest(c, whole, mask), sumC);
                sumD = TLanes.MultiplyAdd(x, Rest(d, whole, mask), sumD);
            }

            sums[0] = TLanes.Sum(sumA);
            sums[1] = TLanes.Sum(sumB);
            sums[2] = TLanes.Sum(sumC);
            sums[3] = TLanes.Sum(sumD);
        }

        for (; i < rows; i++, sums++)
        {
            T* a = matrix + (i * _row);
            TVector sum = default;
            for (int p = 0; p < whole; p += TLanes.Count)
                sum = TLanes.MultiplyAdd(TLanes.Load(_x + p), TLanes.Load(a + p), sum);
            if (whole < _length)
                sum = TLanes.MultiplyAdd(Rest(_x, whole, mask), Rest(a, whole, mask), sum);
            *sums = TLanes.Sum(sum);
        }
    }

    // What is left after the whole vectors: the last vector without the lanes that were counted, or all there is where it fills none.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private TVector Rest(T* start, int whole, TVector mask) => whole > 0
        ? TLanes.And(mask, TLanes.Load(start + _length - TLanes.Count))
        : TLanes.LoadFirst(start, _length);

    // Columns of M are contiguous: y is a combination of them.
    private void Combination(T* matrix, int rows, T* sums)
    {
        if (rows < TLanes.Count)
        {
            LessThanAVector(matrix, rows, sums);
            return;
        }

        int last = rows - TLanes.Count;
        int start = 0;
        if ((long)rows * _length > InnerCache)
        {
            start = rows - (rows % TLanes.Count);
            WholeVectors(matrix, start, sums);
        }

        for (; start < rows; start += 4 * TLanes.Count)
        {
            int first = Math.Min(start, last);
            int second = Math.Min(start + TLanes.Count, last) - first;
            int third = Math.Min(start + (2 * TLanes.Count), last) - first;
            int fourth = Math.Min(start + (3 * TLanes.Count), last) - first;
            FourVectors(matrix + first, second, third, fourth, sums + first);
        }
    }

    // The sums are touched once for four columns, and M is read as it lies in memory.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void WholeVectors(T* matrix, int rows, T* sums)
    {
        new Span<T>(sums, rows).Clear();
        int p = 0;
        for (; p + 4 <= _length; p += 4)
        {
            T* a = matrix + (p * _column), b = a + _column, c = b + _column, d = c + _column;
            TVector xA = TLanes.Broadcast(_x + p), xB = TLanes.Broadcast(_x + p + 1);
            TVector xC = TLanes.Broadcast(_x + p + 2), xD = TLanes.Broadcast(_x + p + 3);
            for (int i = 0; i < rows; i += TLanes.Count)
            {
                var sum = TLanes.MultiplyAdd(xA, TLanes.Load(a + i), TLanes.Load(sums + i));
                sum = TLanes.MultiplyAdd(xB, TLanes.Load(b + i), sum);
                sum = TLanes.MultiplyAdd(xC, TLanes.Load(c + i), sum);
                TLanes.Store(sums + i, TLanes.MultiplyAdd(xD, TLanes.Load(d + i), sum));
            }
        }

        for (; p < _length; p++)
        {
            T* a = matrix + (p * _column);
            var x = TLanes.Broadcast(_x + p);
            for (int i = 0; i < rows; i += TLanes.Count)
                TLanes.Store(sums + i, TLanes.MultiplyAdd(x, TLanes.Load(a + i), TLanes.Load(sums + i)));
        }
    }

    // At four places, of which some may overlap or coincide: equal elements get equal sums.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void FourVectors(T* matrix, int second, int third, int fourth, T* sums)
    {
        TVector sumA = default, sumB = default, sumC = default, sumD = default;
        for (int p = 0; p < _length; p++, matrix += _column)
        {
            var x = TLanes.Broadcast(_x + p);
            sumA = TLanes.MultiplyAdd(x, TLanes.Load(matrix), sumA);
            sumB = TLanes.MultiplyAdd(x, TLanes.Load(matrix + second), sumB);
            sumC = TLanes.MultiplyAdd(x, TLanes.Load(matrix + third), sumC);
            sumD = TLanes.MultiplyAdd(x, TLanes.Load(matrix + fourth), sumD);
        }

        TLanes.Store(sums, sumA);
        TLanes.Store(sums + second, sumB);
        TLanes.Store(sums + third, sumC);
        TLanes.Store(sums + fourth, sumD);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void LessThanAVector(T* matrix, int rows, T* sums)
    {
        TVector sum = default;
        for (int p = 0; p < _length; p++, matrix += _column)
            sum = TLanes.MultiplyAdd(TLanes.Broadcast(_x + p), TLanes.LoadFirst(matrix, rows), sum);
        TLanes.StoreFirst(sums, sum, rows);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void ScalarDots(T* matrix, int rows, T* sums)
    {
        for (int i = 0; i < rows; i++, matrix += _row)
        {
            T sum = T.Zero;
            for (int p = 0; p < _length; p++)
                sum += _x[p] * matrix[p * _column];
            sums[i] = sum;
        }
    }
}
