using System.Numerics.Tensors;

namespace Tortue.Tensors.Kernels;

/// <summary>Square matrices as products of triangular ones. Matrices lie in memory row by row.</summary>
internal static class TriangularFactors
{
    /// <summary>P A = L U with row exchanges: L below the diagonal, which is one, and U above and on it.</summary>
    /// <param name="a">The matrix; overwritten by its factors.</param>
    /// <param name="size">Its rows.</param>
    /// <returns>For each row of P A, the row of A; the sign of P; and the number of the first zero on U's diagonal, from 1, or 0.</returns>
    public static (int[] Rows, int Sign, int FirstZero) Decompose(Span<double> a, int size)
    {
        var (order, sign, zero) = (Enumerable.Range(0, size).ToArray(), 1, 0);
        for (var k = 0; k < size; k++)
        {
            var pivot = k;
            for (var i = k + 1; i < size; i++)
            {
                if (Math.Abs(a[(i * size) + k]) > Math.Abs(a[(pivot * size) + k]))
                    pivot = i;
            }

            if (a[(pivot * size) + k] == 0)
            {
                zero = zero == 0 ? k + 1 : zero;
                continue;
            }

            if (pivot != k)
            {
                for (var j = 0; j < size; j++)
                    (a[(k * size) + j], a[(pivot * size) + j]) = (a[(pivot * size) + j], a[(k * size) + j]);
                (order[k], order[pivot]) = (order[pivot], order[k]);
                sign = -sign;
            }

            ReadOnlySpan<double> row = a.Slice((k * size) + k + 1, size - k - 1);
            for (var i = k + 1; i < size; i++)
            {
                var factor = a[(i * size) + k] /= a[(k * size) + k];
                var target = a.Slice((i * size) + k + 1, size - k - 1);
                TensorPrimitives.MultiplyAdd(row, -factor, target, target);
            }
        }

        return (order, sign, zero);
    }

    /// <summary>Solves L U X = B, where B has its rows in the order of P A.</summary>
    /// <param name="factors">What <see cref="Decompose"/> left.</param>
    /// <param name="size">Rows of the matrix.</param>
    /// <param name="x">B, size × columns; overwritten by X.</param>
    /// <param name="columns">Columns of B.</param>
    public static void Solve(ReadOnlySpan<double> factors, int size, Span<double> x, int columns)
    {
        SubstituteForward(factors, size, x, columns, unit: true);
        SubstituteBackward(factors, size, x, columns, unit: false);
    }

    /// <summary>Solves L X = B for a lower triangular matrix, from what lies below and on its diagonal.</summary>
    public static void SubstituteForward(ReadOnlySpan<double> lower, int size, Span<double> x, int columns, bool unit)
    {
        for (var i = 0; i < size; i++)
        {
            var row = x.Slice(i * columns, columns);
            for (var k = 0; k < i; k++)
                TensorPrimitives.MultiplyAdd(x.Slice(k * columns, columns), -lower[(i * size) + k], row, row);
            if (!unit)
                TensorPrimitives.Divide(row, lower[(i * size) + i], row);
        }
    }

    /// <summary>Solves U X = B for an upper triangular matrix, from what lies above and on its diagonal.</summary>
    public static void SubstituteBackward(ReadOnlySpan<double> upper, int size, Span<double> x, int columns, bool unit)
    {
        for (var i = size - 1; i >= 0; i--)
        {
            var row = x.Slice(i * columns, columns);
            for (var k = i + 1; k < size; k++)
                TensorPrimitives.MultiplyAdd(x.Slice(k * columns, columns), -upper[(i * size) + k], row, row);
            if (!unit)
                TensorPrimitives.Divide(row, upper[(i * size) + i], row);
        }
    }

    /// <summary>A = L Lᵀ for a symmetric positive definite matrix, from what lies below and on its diagonal.</summary>
    /// <param name="a">The matrix; overwritten by L, with zeros above the diagonal.</param>
    /// <param name="size">Its rows.</param>
    /// <returns>The order of the first leading minor that is not positive, or 0.</returns>
    public static int Root(Span<double> a, int size)
    {
        for (var i = 0; i < size; i++)
        {
            var row = a.Slice(i * size, size);
            for (var j = 0; j < i; j++)
                row[j] = (row[j] - TensorPrimitives.Dot<double>(row[..j], a.Slice(j * size, j))) / a[(j * size) + j];
            var square = row[i] - TensorPrimitives.SumOfSquares<double>(row[..i]);
            if (!(square > 0))
                return i + 1;
            row[i] = Math.Sqrt(square);
            row[(i + 1)..].Clear();
        }

        return 0;
    }
}
