using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Tortue.Numerics;

/// <summary>
/// Fourier transforms of sixteen sequences at once, by J. W. Cooley and J. W. Tukey's method for lengths that are powers of two. Only
/// operations with one correct rounding are used, so the bits are the same on every processor.
/// </summary>
internal sealed class LaneFourier
{
    /// <summary>Sequences that are transformed together.</summary>
    public const int Lanes = 16;

    private readonly float[] _cosines;
    private readonly float[] _sines;
    private readonly int[] _reversed;

    /// <summary>Makes the tables for one length.</summary>
    /// <param name="length">The length m of the sequences, a power of two of at least 2.</param>
    public LaneFourier(int length)
    {
        Length = length;
        _cosines = [.. Enumerable.Range(0, length / 2).Select(i => (float)Math.Cos(2 * Math.PI * i / length))];
        _sines = [.. Enumerable.Range(0, length / 2).Select(i => (float)-Math.Sin(2 * Math.PI * i / length))];
        _reversed = new int[length];
        for (var i = 1; i < length; i++)
            _reversed[i] = (_reversed[i >> 1] >> 1) | ((i & 1) == 0 ? 0 : length >> 1);
    }

    /// <summary>The length of the sequences.</summary>
    public int Length { get; }

    /// <summary>Replaces every sequence x by X_k = Σ_j x_j e^(−2πi jk/m).</summary>
    /// <param name="real">Real parts: entry k of sequence s is number 16 k + s.</param>
    /// <param name="imaginary">Imaginary parts, in the same places.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Forward(Span<float> real, Span<float> imaginary)
    {
        ref var re = ref MemoryMarshal.GetReference(real[..(Length * Lanes)]);
        ref var im = ref MemoryMarshal.GetReference(imaginary[..(Length * Lanes)]);
        for (var i = 0; i < Length; i++)
        {
            if (_reversed[i] <= i)
                continue;
            Swap(ref Unsafe.Add(ref re, i * Lanes), ref Unsafe.Add(ref re, _reversed[i] * Lanes));
            Swap(ref Unsafe.Add(ref im, i * Lanes), ref Unsafe.Add(ref im, _reversed[i] * Lanes));
        }

        for (var half = 1; half < Length; half *= 2)
        {
            var stride = Length / (2 * half);
            for (var start = 0; start < Length; start += 2 * half)
            {
                for (var i = 0; i < half; i++)
                {
                    var even = (start + i) * Lanes;
                    var odd = even + half * Lanes;
                    Butterfly(
                        ref Unsafe.Add(ref re, even), ref Unsafe.Add(ref im, even), ref Unsafe.Add(ref re, odd), ref Unsafe.Add(ref im, odd),
                        _cosines[i * stride], _sines[i * stride]);
                }
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Butterfly(
        ref float evenReal, ref float evenImaginary, ref float oddReal, ref float oddImaginary, float cosine, float sine)
    {
        var (a, b) = (Vector512.LoadUnsafe(ref oddReal), Vector512.LoadUnsafe(ref oddImaginary));
        var turnedReal = (a * cosine) - (b * sine);
        var turnedImaginary = (a * sine) + (b * cosine);
        var (c, d) = (Vector512.LoadUnsafe(ref evenReal), Vector512.LoadUnsafe(ref evenImaginary));
        (c + turnedReal).StoreUnsafe(ref evenReal);
        (d + turnedImaginary).StoreUnsafe(ref evenImaginary);
        (c - turnedReal).StoreUnsafe(ref oddReal);
        (d - turnedImaginary).StoreUnsafe(ref oddImaginary);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Swap(ref float one, ref float other)
    {
        var kept = Vector512.LoadUnsafe(ref one);
        Vector512.LoadUnsafe(ref other).StoreUnsafe(ref one);
        kept.StoreUnsafe(ref other);
    }
}
