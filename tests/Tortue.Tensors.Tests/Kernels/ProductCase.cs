using System.Numerics;
using FsCheck;
using FsCheck.Fluent;
using Tortue.Tensors.Kernels;

namespace Tortue.Tensors.Tests.Kernels;

/// <summary>A matrix product's sizes and layout; the seed gives its numbers.</summary>
/// <param name="M">Rows of C.</param>
/// <param name="N">Columns of C.</param>
/// <param name="K">Length of the sums.</param>
/// <param name="TransposedA">A's columns are contiguous.</param>
/// <param name="TransposedB">B's columns are contiguous.</param>
/// <param name="Padding">Elements between rows, or columns, of every matrix.</param>
/// <param name="Spacing">Distance of neighbours in A and B.</param>
/// <param name="Accumulate">Adds to C.</param>
/// <param name="Seed">Of the numbers.</param>
internal sealed record ProductCase(
    int M, int N, int K, bool TransposedA, bool TransposedB, int Padding, int Spacing, bool Accumulate, int Seed)
{
    private (int Row, int Column) StridesOfA => Strides(M, K, TransposedA);

    private (int Row, int Column) StridesOfB => Strides(K, N, TransposedB);

    private int RowOfC => N + Padding;

    public static Arbitrary<ProductCase> Arbitrary(int largest)
    {
        var size = Gen.Frequency((4, Gen.Choose(0, largest)), (1, Gen.Choose(0, 3)));
        var flag = Gen.Elements(false, true);
        var generator =
            from m in size
            from n in size
            from k in size
            from transposedA in flag
            from transposedB in flag
            from padding in Gen.Choose(0, 3)
            from spacing in Gen.Frequency((3, Gen.Constant(1)), (1, Gen.Choose(0, 3)))
            from accumulate in flag
            from seed in Gen.Choose(0, 1 << 20)
            select new ProductCase(m, n, k, transposedA, transposedB, padding, spacing, accumulate, seed);
        return generator.ToArbitrary();
    }

    public (T[] A, T[] B, T[] C) Draw<T>()
        where T : INumber<T>
    {
        var random = new Random(Seed);
        return (Numbers(Length(M, K, StridesOfA)), Numbers(Length(K, N, StridesOfB)), Numbers(Length(M, N, (RowOfC, 1))));

        T[] Numbers(int length) => [.. Enumerable.Range(0, length).Select(_ => T.CreateTruncating((random.NextDouble() * 2) - 1))];
    }

    /// <summary>All of C's memory after the product, its margins included.</summary>
    public T[] Multiply<T>((T[] A, T[] B, T[] C) operands, KernelWidth width)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        var c = (T[])operands.C.Clone();
        MatrixProduct.Multiply<T>(
            operands.A, StridesOfA.Row, StridesOfA.Column, operands.B, StridesOfB.Row, StridesOfB.Column,
            c, RowOfC, M, N, K, Accumulate, width);
        return c;
    }

    /// <summary>
    /// The product in double precision, and how far from it rounding can take one in T: k + 1 units of roundoff of the sum of
    /// the terms' sizes, for the product and as much again for this loop (Higham, Accuracy and Stability, section 3.1).
    /// </summary>
    public (double Value, double Tolerance)[] TripleLoop<T>((T[] A, T[] B, T[] C) operands, double roundoff)
        where T : INumber<T>
    {
        var a = operands.A.Select(double.CreateChecked).ToArray();
        var b = operands.B.Select(double.CreateChecked).ToArray();
        var c = operands.C.Select(value => (Value: double.CreateChecked(value), Tolerance: 0.0)).ToArray();
        for (int i = 0; i < M; i++)
        {
            for (int j = 0; j < N; j++)
            {
                double sum = Accumulate ? c[(i * RowOfC) + j].Value : 0;
                double size = Math.Abs(sum);
                for (int p = 0; p < K; p++)
                {
                    double term = a[(i * StridesOfA.Row) + (p * StridesOfA.Column)] * b[(p * StridesOfB.Row) + (j * StridesOfB.Column)];
                    sum += term;
                    size += Math.Abs(term);
                }

                c[(i * RowOfC) + j] = (sum, 2 * (K + 1) * roundoff * size);
            }
        }

        return c;
    }

    private static int Length(int rows, int columns, (int Row, int Column) strides) =>
        rows == 0 || columns == 0 ? 0 : ((rows - 1) * strides.Row) + ((columns - 1) * strides.Column) + 1;

    private (int Row, int Column) Strides(int rows, int columns, bool transposed) =>
        transposed ? (Spacing, (rows * Spacing) + Padding) : ((columns * Spacing) + Padding, Spacing);
}
