using System.Numerics.Tensors;

namespace Tortue.Tensors.Kernels;

/// <summary>The factorisation A = V diag(λ) Vᵀ of symmetric matrices by Jacobi's rotations.</summary>
internal static class SymmetricEigenvalues
{
    private const int MostSweeps = 60;

    /// <summary>Decomposes a matrix.</summary>
    /// <param name="a">The whole symmetric matrix; overwritten.</param>
    /// <param name="size">Its rows.</param>
    /// <returns>Eigenvalues in ascending order, and the eigenvectors one after another.</returns>
    public static (double[] Values, double[] Vectors) Decompose(Span<double> a, int size)
    {
        var vectors = new double[size * size];
        for (var i = 0; i < size; i++)
            vectors[(i * size) + i] = 1;
        var negligible = 1e-18 * TensorPrimitives.Norm<double>(a);
        for (int sweep = 0, turned = 1; turned > 0 && sweep < MostSweeps; sweep++)
        {
            turned = 0;
            for (var p = 0; p < size - 1; p++)
            {
                for (var q = p + 1; q < size; q++)
                {
                    if (Math.Abs(a[(p * size) + q]) <= negligible)
                        continue;
                    turned++;
                    Turn(a, vectors, size, p, q);
                }
            }
        }

        var diagonal = new double[size];
        for (var i = 0; i < size; i++)
            diagonal[i] = a[(i * size) + i];
        int[] order = [.. Enumerable.Range(0, size).OrderBy(i => diagonal[i])];
        return ([.. order.Select(i => diagonal[i])], [.. order.SelectMany(i => vectors.AsSpan(i * size, size).ToArray())]);
    }

    private static void Turn(Span<double> a, double[] vectors, int size, int p, int q)
    {
        var first = a.Slice(p * size, size);
        var second = a.Slice(q * size, size);
        var (app, apq, aqq) = (first[p], first[q], second[q]);
        var rotation = Rotation.Diagonalizing(app, apq, aqq);
        var tangent = rotation.Sine / rotation.Cosine;
        rotation.Apply(first, second);
        rotation.Apply(vectors.AsSpan(p * size, size), vectors.AsSpan(q * size, size));
        for (var k = 0; k < size; k++)
            (a[(k * size) + p], a[(k * size) + q]) = (first[k], second[k]);
        (first[p], second[q]) = (app - (tangent * apq), aqq + (tangent * apq));
        (first[q], second[p]) = (0, 0);
    }
}
