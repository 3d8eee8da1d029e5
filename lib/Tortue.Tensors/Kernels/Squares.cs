using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Tortue.Tensors.Kernels;

/// <summary>Transposes small squares of float32 numbers, or of anything else that has four bytes.</summary>
internal static unsafe class Squares
{
    /// <summary>Eight rows of eight become columns; needs AVX.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void TransposeEight(float* source, nint stride, float* destination, nint width)
    {
        float* lower = source + (4 * stride);
        var (a, b) = (Vector256.Load(source), Vector256.Load(source + stride));
        var (c, d) = (Vector256.Load(source + (2 * stride)), Vector256.Load(source + (3 * stride)));
        var (e, f) = (Vector256.Load(lower), Vector256.Load(lower + stride));
        var (g, h) = (Vector256.Load(lower + (2 * stride)), Vector256.Load(lower + (3 * stride)));
        TransposeFour(
            Avx.Permute2x128(a, e, 0x20), Avx.Permute2x128(b, f, 0x20), Avx.Permute2x128(c, g, 0x20), Avx.Permute2x128(d, h, 0x20),
            destination, width);
        TransposeFour(
            Avx.Permute2x128(a, e, 0x31), Avx.Permute2x128(b, f, 0x31), Avx.Permute2x128(c, g, 0x31), Avx.Permute2x128(d, h, 0x31),
            destination + (4 * width), width);
    }

    // In either half of the registers.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void TransposeFour(
        Vector256<float> a, Vector256<float> b, Vector256<float> c, Vector256<float> d, float* destination, nint width)
    {
        var (abLow, abHigh) = (Avx.UnpackLow(a, b), Avx.UnpackHigh(a, b));
        var (cdLow, cdHigh) = (Avx.UnpackLow(c, d), Avx.UnpackHigh(c, d));
        Avx.Shuffle(abLow, cdLow, 0x44).Store(destination);
        Avx.Shuffle(abLow, cdLow, 0xEE).Store(destination + width);
        Avx.Shuffle(abHigh, cdHigh, 0x44).Store(destination + (2 * width));
        Avx.Shuffle(abHigh, cdHigh, 0xEE).Store(destination + (3 * width));
    }

    /// <summary>Four rows of four become columns; needs SSE.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void TransposeFour(float* source, nint stride, float* destination, nint width)
    {
        var a = Vector128.Load(source);
        var b = Vector128.Load(source + stride);
        var c = Vector128.Load(source + (2 * stride));
        var d = Vector128.Load(source + (3 * stride));
        var abLow = Sse.UnpackLow(a, b);
        var abHigh = Sse.UnpackHigh(a, b);
        var cdLow = Sse.UnpackLow(c, d);
        var cdHigh = Sse.UnpackHigh(c, d);
        Sse.MoveLowToHigh(abLow, cdLow).Store(destination);
        Sse.MoveHighToLow(cdLow, abLow).Store(destination + width);
        Sse.MoveLowToHigh(abHigh, cdHigh).Store(destination + (2 * width));
        Sse.MoveHighToLow(cdHigh, abHigh).Store(destination + (3 * width));
    }
}
