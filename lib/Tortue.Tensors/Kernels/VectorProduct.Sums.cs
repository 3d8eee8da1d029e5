using System.Runtime.CompilerServices;

namespace Tortue.Tensors.Kernels;

internal sealed unsafe partial class VectorProduct<TLanes, TVector, T>
{
    // Rows of M are contiguous: a dot product each, four at a time to use each vector of x four times.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Dots(T* matrix, int rows, T* sums)
    {
        int whole = _length - (_length % TLanes.Count);
        int rest = _length - whole;
        bool overlap = whole > 0 && rest > 0;
        var mask = TLanes.LastLanes(rest);
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

            // The last elements as one more vector, of which the lanes that were already counted are cleared.
            if (overlap)
            {
                int last = _length - TLanes.Count;
                var x = TLanes.And(mask, TLanes.Load(_x + last));
                sumA = TLanes.MultiplyAdd(x, TLanes.And(mask, TLanes.Load(a + last)), sumA);
                sumB = TLanes.MultiplyAdd(x, TLanes.And(mask, TLanes.Load(b + last)), sumB);
                sumC = TLanes.MultiplyAdd(x, TLanes.And(mask, TLanes.Load(c + last)), sumC);
                sumD = TLanes.MultiplyAdd(x, TLanes.And(mask, TLanes.Load(d + last)), sumD);
            }

            sums[0] = TLanes.Sum(sumA);
            sums[1] = TLanes.Sum(sumB);
            sums[2] = TLanes.Sum(sumC);
            sums[3] = TLanes.Sum(sumD);
            for (int p = 0; !overlap && p < rest; p++)
            {
                sums[0] += _x[whole + p] * a[whole + p];
                sums[1] += _x[whole + p] * b[whole + p];
                sums[2] += _x[whole + p] * c[whole + p];
                sums[3] += _x[whole + p] * d[whole + p];
            }
        }

        for (; i < rows; i++, sums++)
        {
            T* a = matrix + (i * _row);
            TVector sum = default;
            for (int p = 0; p < whole; p += TLanes.Count)
                sum = TLanes.MultiplyAdd(TLanes.Load(_x + p), TLanes.Load(a + p), sum);
            if (overlap)
            {
                int last = _length - TLanes.Count;
                sum = TLanes.MultiplyAdd(TLanes.And(mask, TLanes.Load(_x + last)), TLanes.And(mask, TLanes.Load(a + last)), sum);
            }

            *sums = TLanes.Sum(sum);
            for (int p = 0; !overlap && p < rest; p++)
                *sums += _x[whole + p] * a[whole + p];
        }
    }

    // Columns of M are contiguous: a combination of them, four at a time to touch each vector of sums a quarter as often.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Combination(T* matrix, int rows, T* sums)
    {
        new Span<T>(sums, rows).Clear();
        int whole = rows - (rows % TLanes.Count);
        int p = 0;
        for (; p + 4 <= _length; p += 4)
        {
            T* a = matrix + (p * _column), b = a + _column, c = b + _column, d = c + _column;
            TVector xA = TLanes.Broadcast(_x + p), xB = TLanes.Broadcast(_x + p + 1);
            TVector xC = TLanes.Broadcast(_x + p + 2), xD = TLanes.Broadcast(_x + p + 3);
            for (int i = 0; i < whole; i += TLanes.Count)
            {
                var sum = TLanes.MultiplyAdd(xA, TLanes.Load(a + i), TLanes.Load(sums + i));
                sum = TLanes.MultiplyAdd(xB, TLanes.Load(b + i), sum);
                sum = TLanes.MultiplyAdd(xC, TLanes.Load(c + i), sum);
                TLanes.Store(sums + i, TLanes.MultiplyAdd(xD, TLanes.Load(d + i), sum));
            }

            for (int i = whole; i < rows; i++)
                sums[i] = sums[i] + (_x[p] * a[i]) + (_x[p + 1] * b[i]) + (_x[p + 2] * c[i]) + (_x[p + 3] * d[i]);
        }

        for (; p < _length; p++)
        {
            T* a = matrix + (p * _column);
            var x = TLanes.Broadcast(_x + p);
            for (int i = 0; i < whole; i += TLanes.Count)
                TLanes.Store(sums + i, TLanes.MultiplyAdd(x, TLanes.Load(a + i), TLanes.Load(sums + i)));
            for (int i = whole; i < rows; i++)
                sums[i] += _x[p] * a[i];
        }
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
