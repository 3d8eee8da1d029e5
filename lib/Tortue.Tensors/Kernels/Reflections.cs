using System.Numerics.Tensors;

namespace Tortue.Tensors.Kernels;

/// <summary>
/// The factorisation A = QR by Householder's reflections, with LAPACK's signs. Matrices lie in memory column by column.
/// </summary>
internal static class Reflections
{
    /// <summary>Overwrites A by R, above and on the diagonal, and the reflections' vectors below it.</summary>
    /// <param name="a">Columns of A, one after another.</param>
    /// <param name="rows">The length of a column.</param>
    /// <param name="columns">The number of columns.</param>
    /// <returns>The factors τ of the reflections I − τ v vᵀ, where v begins with one.</returns>
    public static double[] Factor(Span<double> a, int rows, int columns)
    {
        var factors = new double[Math.Min(rows, columns)];
        for (var k = 0; k < factors.Length; k++)
        {
            var column = a.Slice((k * rows) + k, rows - k);
            var rest = TensorPrimitives.Norm<double>(column[1..]);
            if (rest == 0)
                continue;

            var length = -Math.CopySign(double.Hypot(column[0], rest), column[0]);
            factors[k] = (length - column[0]) / length;
            TensorPrimitives.Divide(column[1..], column[0] - length, column[1..]);
            column[0] = 1;
            for (var j = k + 1; j < columns; j++)
                Reflect(column, factors[k], a.Slice((j * rows) + k, rows - k));
            column[0] = length;
        }

        return factors;
    }

    /// <summary>The first columns of Q, from what <see cref="Factor"/> left.</summary>
    /// <param name="a">The reflections' vectors, below the diagonal.</param>
    /// <param name="rows">The length of a column.</param>
    /// <param name="factors">The reflections' factors.</param>
    /// <param name="columns">How many columns are wanted.</param>
    public static double[] Orthonormal(Span<double> a, int rows, double[] factors, int columns)
    {
        var q = new double[rows * columns];
        for (var j = 0; j < columns; j++)
            q[(j * rows) + j] = 1;
        for (var k = factors.Length - 1; k >= 0; k--)
        {
            var vector = a.Slice((k * rows) + k, rows - k);
            var first = vector[0];
            vector[0] = 1;
            for (var j = 0; j < columns; j++)
                Reflect(vector, factors[k], q.AsSpan((j * rows) + k, rows - k));
            vector[0] = first;
        }

        return q;
    }

    /// <summary>Adds columns until there are as many as wanted, all orthonormal.</summary>
    /// <param name="columns">Room for all columns, of which the first are there.</param>
    /// <param name="rows">The length of a column.</param>
    /// <param name="present">Columns that are there, and orthonormal.</param>
    /// <param name="wanted">Columns wanted, at most as many as rows.</param>
    public static void Complete(Span<double> columns, int rows, int present, int wanted)
    {
        for (var axis = 0; present < wanted; axis = (axis + 1) % rows)
        {
            var column = columns.Slice(present * rows, rows);
            column.Clear();
            column[axis] = 1;
            for (var pass = 0; pass < 2; pass++)
            {
                for (var j = 0; j < present; j++)
                {
                    ReadOnlySpan<double> other = columns.Slice(j * rows, rows);
                    TensorPrimitives.MultiplyAdd(other, -TensorPrimitives.Dot(other, column), column, column);
                }
            }

            // On average over the axes, this share of a unit vector is left: some axis has half of it.
            var left = TensorPrimitives.SumOfSquares<double>(column);
            if (left < 0.5 * (rows - present) / rows)
                continue;
            TensorPrimitives.Divide(column, Math.Sqrt(left), column);
            present++;
        }
    }

    private static void Reflect(ReadOnlySpan<double> vector, double factor, Span<double> column) =>
        TensorPrimitives.MultiplyAdd(vector, -factor * TensorPrimitives.Dot(vector, column), column, column);
}
