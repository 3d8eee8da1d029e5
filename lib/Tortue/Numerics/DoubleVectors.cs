using System.Numerics;
using System.Runtime.InteropServices;

namespace Tortue.Numerics;

/// <summary>
/// Sums of scaled vectors in double precision, by fused multiply-adds entry after entry, so that the bits do not depend on the width of the
/// processor's vectors. Products of small matrices, stored column after column, are made of them.
/// </summary>
internal static class DoubleVectors
{
    /// <summary>target += scale · vector.</summary>
    /// <param name="vector">Any number of entries.</param>
    /// <param name="scale">The factor.</param>
    /// <param name="target">As many entries.</param>
    public static void AddScaled(ReadOnlySpan<double> vector, double scale, Span<double> target)
    {
        var source = MemoryMarshal.Cast<double, Vector<double>>(vector);
        var sums = MemoryMarshal.Cast<double, Vector<double>>(target[..vector.Length]);
        var factor = new Vector<double>(scale);
        for (var i = 0; i < sums.Length; i++)
            sums[i] = Vector.FusedMultiplyAdd(source[i], factor, sums[i]);
        for (var i = sums.Length * Vector<double>.Count; i < vector.Length; i++)
            target[i] = Math.FusedMultiplyAdd(vector[i], scale, target[i]);
    }

    /// <summary>target += scale · matrix · vector.</summary>
    /// <param name="matrix">rows × columns numbers, column after column.</param>
    /// <param name="vector">One number a column.</param>
    /// <param name="scale">The factor.</param>
    /// <param name="target">One number a row.</param>
    public static void AddProduct(ReadOnlySpan<double> matrix, ReadOnlySpan<double> vector, double scale, Span<double> target)
    {
        for (var column = 0; column < vector.Length; column++)
            AddScaled(matrix.Slice(column * target.Length, target.Length), scale * vector[column], target);
    }

    /// <summary>‖vector‖.</summary>
    /// <param name="vector">Any number of entries.</param>
    public static double Norm(ReadOnlySpan<double> vector)
    {
        var sum = 0.0;
        foreach (var entry in vector)
            sum += entry * entry;
        return Math.Sqrt(sum);
    }

    /// <summary>‖a − b‖.</summary>
    /// <param name="a">Any number of entries.</param>
    /// <param name="b">As many entries.</param>
    public static double Distance(ReadOnlySpan<double> a, ReadOnlySpan<double> b)
    {
        var sum = 0.0;
        for (var i = 0; i < a.Length; i++)
            sum += (a[i] - b[i]) * (a[i] - b[i]);
        return Math.Sqrt(sum);
    }
}
