using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Tortue.Numerics;

/// <summary>
/// Products of a small matrix, stored column after column, with a vector. The shape of every sum is fixed, sixteen lanes and fused
/// multiply-adds, so that the bits do not depend on the width of the processor's vectors. (A processor without fused multiply-add, made
/// before 2013, computes them in software, slowly.)
/// </summary>
/// <remarks>
/// Vectors are padded with zeros to a multiple of sixteen (<see cref="Padded"/>); a matrix is followed by <see cref="Overread"/> finite
/// numbers, since the last lanes of a column read into the next one, where they meet a zero or are thrown away.
/// </remarks>
internal static partial class ColumnMatrix
{
    /// <summary>Numbers that may be read behind a matrix.</summary>
    public const int Overread = 16;

    private const int Lanes = 16;

    /// <summary>The length of a vector with its padding.</summary>
    public static int Padded(int length) => (length + Lanes - 1) / Lanes * Lanes;

    /// <summary>result = matrix · vector.</summary>
    /// <param name="matrix">rows × columns numbers, column after column, and <see cref="Overread"/> more.</param>
    /// <param name="vector">At least columns numbers.</param>
    /// <param name="result">rows numbers and their padding, which is set to zero.</param>
    /// <param name="rows">Rows of the matrix.</param>
    /// <param name="columns">Columns of the matrix.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Multiply(ReadOnlySpan<float> matrix, ReadOnlySpan<float> vector, Span<float> result, int rows, int columns)
    {
        Debug.Assert(matrix.Length >= rows * columns + Overread && vector.Length >= columns && result.Length >= Padded(rows), "sizes");
        ref var source = ref MemoryMarshal.GetReference(matrix);
        ref var x = ref MemoryMarshal.GetReference(vector);
        ref var target = ref MemoryMarshal.GetReference(result);
        var row = 0;
        for (; row + 2 * Lanes < rows; row += 3 * Lanes)
            ThreeVectors(ref Unsafe.Add(ref source, row), ref x, ref Unsafe.Add(ref target, row), rows, columns);
        for (; row < rows; row += Lanes)
            OneVector(ref Unsafe.Add(ref source, row), ref x, ref Unsafe.Add(ref target, row), rows, columns);
        result[rows..Padded(rows)].Clear();
    }

    /// <summary>result = matrixᵀ · vector.</summary>
    /// <param name="matrix">rows × columns numbers, column after column, and <see cref="Overread"/> more.</param>
    /// <param name="vector">rows numbers and their padding of zeros.</param>
    /// <param name="result">columns numbers and their padding, which is set to zero.</param>
    /// <param name="rows">Rows of the matrix.</param>
    /// <param name="columns">Columns of the matrix.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void MultiplyTransposed(
        ReadOnlySpan<float> matrix, ReadOnlySpan<float> vector, Span<float> result, int rows, int columns)
    {
        Debug.Assert(matrix.Length >= rows * columns + Overread && vector.Length >= Padded(rows), "sizes");
        ref var source = ref MemoryMarshal.GetReference(matrix);
        ref var x = ref MemoryMarshal.GetReference(vector);
        for (var column = 0; column < columns; column++)
        {
            var sum = Vector512<float>.Zero;
            for (var row = 0; row < rows; row += Lanes)
            {
                sum = Vector512.FusedMultiplyAdd(
                    Vector512.LoadUnsafe(ref source, (nuint)row), Vector512.LoadUnsafe(ref x, (nuint)row), sum);
            }

            result[column] = Sum(sum);
            source = ref Unsafe.Add(ref source, rows);
        }

        result[columns..Padded(columns)].Clear();
    }

    // Two chains a vector, of even and of odd columns: one alone would wait for the latency of its own additions.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void ThreeVectors(ref float source, ref float x, ref float target, int rows, int columns)
    {
        Vector512<float> even0 = default, even1 = default, even2 = default, odd0 = default, odd1 = default, odd2 = default;
        var column = 0;
        for (; column + 1 < columns; column += 2)
        {
            var first = Vector512.Create(Unsafe.Add(ref x, column));
            var second = Vector512.Create(Unsafe.Add(ref x, column + 1));
            even0 = Vector512.FusedMultiplyAdd(Vector512.LoadUnsafe(ref source), first, even0);
            even1 = Vector512.FusedMultiplyAdd(Vector512.LoadUnsafe(ref source, Lanes), first, even1);
            even2 = Vector512.FusedMultiplyAdd(Vector512.LoadUnsafe(ref source, 2 * Lanes), first, even2);
            source = ref Unsafe.Add(ref source, rows);
            odd0 = Vector512.FusedMultiplyAdd(Vector512.LoadUnsafe(ref source), second, odd0);
            odd1 = Vector512.FusedMultiplyAdd(Vector512.LoadUnsafe(ref source, Lanes), second, odd1);
            odd2 = Vector512.FusedMultiplyAdd(Vector512.LoadUnsafe(ref source, 2 * Lanes), second, odd2);
            source = ref Unsafe.Add(ref source, rows);
        }

        if (column < columns)
        {
            var last = Vector512.Create(Unsafe.Add(ref x, column));
            even0 = Vector512.FusedMultiplyAdd(Vector512.LoadUnsafe(ref source), last, even0);
            even1 = Vector512.FusedMultiplyAdd(Vector512.LoadUnsafe(ref source, Lanes), last, even1);
            even2 = Vector512.FusedMultiplyAdd(Vector512.LoadUnsafe(ref source, 2 * Lanes), last, even2);
        }

        (even0 + odd0).StoreUnsafe(ref target);
        (even1 + odd1).StoreUnsafe(ref target, Lanes);
        (even2 + odd2).StoreUnsafe(ref target, 2 * Lanes);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void OneVector(ref float source, ref float x, ref float target, int rows, int columns)
    {
        Vector512<float> even = default, odd = default;
        var column = 0;
        for (; column + 1 < columns; column += 2)
        {
            even = Vector512.FusedMultiplyAdd(Vector512.LoadUnsafe(ref source), Vector512.Create(Unsafe.Add(ref x, column)), even);
            source = ref Unsafe.Add(ref source, rows);
            odd = Vector512.FusedMultiplyAdd(Vector512.LoadUnsafe(ref source), Vector512.Create(Unsafe.Add(ref x, column + 1)), odd);
            source = ref Unsafe.Add(ref source, rows);
        }

        if (column < columns)
            even = Vector512.FusedMultiplyAdd(Vector512.LoadUnsafe(ref source), Vector512.Create(Unsafe.Add(ref x, column)), even);
        (even + odd).StoreUnsafe(ref target);
    }

    // Spelt out, since the order in which a vector's own Sum adds is the processor's choice.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static float Sum(Vector512<float> lanes)
    {
        var eight = lanes.GetLower() + lanes.GetUpper();
        var four = eight.GetLower() + eight.GetUpper();
        var two = four + Vector128.Shuffle(four, Vector128.Create(2, 3, 0, 1));
        return two[0] + two[1];
    }
}
