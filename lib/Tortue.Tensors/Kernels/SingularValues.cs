using System.Numerics.Tensors;

namespace Tortue.Tensors.Kernels;

/// <summary>
/// The factorisation A = U diag(S) Vᵀ by Hestenes's one-sided rotations, of A's factor R where A is taller than wide: as accurate as can be
/// also for small singular values. Matrices lie in memory column by column.
/// </summary>
internal static class SingularValues
{
    private const int MostSweeps = 60;
    private const double UnitRoundoff = 1.1102230246251565e-16;

    /// <summary>Decomposes a matrix that is at least as tall as wide.</summary>
    /// <param name="a">Columns of A, one after another; overwritten.</param>
    /// <param name="rows">The length of a column.</param>
    /// <param name="columns">The number of columns, at most rows.</param>
    /// <param name="full">Whether U is to be square.</param>
    /// <returns>Columns of U, singular values in descending order, columns of V.</returns>
    public static (double[] U, double[] S, double[] V) Decompose(Span<double> a, int rows, int columns, bool full)
    {
        var factors = Reflections.Factor(a, rows, columns);
        var core = new double[columns * columns];
        for (var j = 0; j < columns; j++)
        {
            // Rᵀ, whose columns differ more in length than R's, needs fewer rotations.
            for (var i = 0; i <= j; i++)
                core[(i * columns) + j] = a[(j * rows) + i];
        }

        var (rotations, values) = (new double[columns * columns], new double[columns]);
        for (var j = 0; j < columns; j++)
            rotations[(j * columns) + j] = 1;
        Orthogonalize(core, rotations, columns);
        var right = Sorted(core, rotations, values, columns);

        // Rᵀ = V S Wᵀ, so A = Q R = (Q W) S Vᵀ.
        var width = full ? rows : columns;
        var q = Reflections.Orthonormal(a, rows, factors, width);
        return (Times(q, rotations, rows, columns, width), values, right);
    }

    private static void Orthogonalize(Span<double> x, Span<double> rotations, int size)
    {
        var tolerance = 4 * UnitRoundoff * Math.Sqrt(size);
        for (int sweep = 0, turned = 1; turned > 0 && sweep < MostSweeps; sweep++)
        {
            turned = 0;
            for (var p = 0; p < size - 1; p++)
            {
                for (var q = p + 1; q < size; q++)
                {
                    var first = x.Slice(p * size, size);
                    var second = x.Slice(q * size, size);
                    var (a, b) = (TensorPrimitives.SumOfSquares<double>(first), TensorPrimitives.Dot<double>(first, second));
                    var d = TensorPrimitives.SumOfSquares<double>(second);
                    if (Math.Abs(b) <= tolerance * Math.Sqrt(a) * Math.Sqrt(d))
                        continue;

                    turned++;
                    var rotation = Rotation.Diagonalizing(a, b, d);
                    rotation.Apply(first, second);
                    rotation.Apply(rotations.Slice(p * size, size), rotations.Slice(q * size, size));
                }
            }
        }
    }

    // Lengths of the columns in descending order; the columns themselves, with length one; the rotations in the same order.
    private static double[] Sorted(double[] x, double[] rotations, double[] values, int size)
    {
        double[] lengths = [.. Enumerable.Range(0, size).Select(j => TensorPrimitives.Norm<double>(x.AsSpan(j * size, size)))];
        int[] order = [.. Enumerable.Range(0, size).OrderByDescending(j => lengths[j])];
        var (vectors, former) = (new double[size * size], (double[])rotations.Clone());
        var present = 0;
        for (var j = 0; j < size; j++)
        {
            values[j] = lengths[order[j]];
            former.AsSpan(order[j] * size, size).CopyTo(rotations.AsSpan(j * size));
            if (values[j] == 0)
                continue;
            TensorPrimitives.Divide(x.AsSpan(order[j] * size, size), values[j], vectors.AsSpan(j * size, size));
            present = j + 1;
        }

        Reflections.Complete(vectors, size, present, size);
        return vectors;
    }

    private static double[] Times(double[] q, double[] w, int rows, int columns, int width)
    {
        var product = new double[rows * width];
        q.AsSpan(columns * rows).CopyTo(product.AsSpan(columns * rows));
        for (var j = 0; j < columns; j++)
        {
            var result = product.AsSpan(j * rows, rows);
            for (var k = 0; k < columns; k++)
                TensorPrimitives.MultiplyAdd(q.AsSpan(k * rows, rows), w[(j * columns) + k], result, result);
        }

        return product;
    }
}
