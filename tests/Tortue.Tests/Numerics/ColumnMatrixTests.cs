using FsCheck;
using FsCheck.Fluent;
using Tortue.Numerics;
using Xunit;

namespace Tortue.Tests.Numerics;

public class ColumnMatrixTests
{
    [Fact]
    public void MultipliesAsTheDefinitionSays() =>
        Prop.ForAll<byte, byte, ulong>((rowByte, columnByte, seed) =>
        {
            int rows = rowByte % 120 + 1, columns = columnByte % 120 + 1;
            var (matrix, vector, _) = Random(rows, columns, seed);
            var result = Enumerable.Repeat(float.NaN, ColumnMatrix.Padded(rows)).ToArray();

            ColumnMatrix.Multiply(matrix, vector, result, rows, columns);

            return Enumerable.Range(0, result.Length).All(i => Math.Abs(result[i] - (i < rows
                ? Enumerable.Range(0, columns).Sum(j => (double)matrix[j * rows + i] * vector[j])
                : 0)) < 1e-5);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void MultipliesTransposedAsTheDefinitionSays() =>
        Prop.ForAll<byte, byte, ulong>((rowByte, columnByte, seed) =>
        {
            int rows = rowByte % 120 + 1, columns = columnByte % 120 + 1;
            var (matrix, _, vector) = Random(rows, columns, seed);
            var result = Enumerable.Repeat(float.NaN, ColumnMatrix.Padded(columns)).ToArray();

            ColumnMatrix.MultiplyTransposed(matrix, vector, result, rows, columns);

            return Enumerable.Range(0, result.Length).All(j => Math.Abs(result[j] - (j < columns
                ? Enumerable.Range(0, rows).Sum(i => (double)matrix[j * rows + i] * vector[i])
                : 0)) < 1e-5);
        }).QuickCheckThrowOnFailure();

    private static (float[] Matrix, float[] ColumnVector, float[] RowVector) Random(int rows, int columns, ulong seed)
    {
        var matrix = new float[rows * columns + ColumnMatrix.Overread];
        var columnVector = new float[ColumnMatrix.Padded(columns)];
        var rowVector = new float[ColumnMatrix.Padded(rows)];
        Philox4x32.FillUniform(matrix, 1, new(0, 0, 0, 0), seed);
        Philox4x32.FillUniform(columnVector.AsSpan(0, columns), 1, new(0, 1, 0, 0), seed);
        Philox4x32.FillUniform(rowVector.AsSpan(0, rows), 1, new(0, 2, 0, 0), seed);
        return (matrix, columnVector, rowVector);
    }
}
