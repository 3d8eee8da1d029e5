using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Tortue.Tensors.Kernels;

/// <summary>
/// Normal numbers from uniform ones (Box and Muller, 1958), in blocks of sixteen: the first eight give the radii √(−2 log(1 − u)), the last
/// eight the angles 2πu, and the results are radius times cosine and radius times sine in their places.
/// </summary>
internal static class BoxMuller
{
    private const int Block = 16;
    private const int Half = Block / 2;

    /// <summary>Turns uniform numbers on [0, 1) into normal ones, in place.</summary>
    /// <param name="values">A multiple of sixteen.</param>
    /// <param name="mean">The mean of the result.</param>
    /// <param name="deviation">The standard deviation of the result.</param>
    public static void Transform(Span<float> values, float mean, float deviation)
    {
        ref var first = ref MemoryMarshal.GetReference(values);
        for (nuint at = 0; at < (nuint)values.Length; at += Block)
        {
            var radius = Vector256.Sqrt(Vector256.Log(Vector256<float>.One - Vector256.LoadUnsafe(ref first, at)) * -2f) * deviation;
            var (sine, cosine) = Vector256.SinCos(Vector256.LoadUnsafe(ref first, at + Half) * (2 * MathF.PI));
            ((radius * cosine) + Vector256.Create(mean)).StoreUnsafe(ref first, at);
            ((radius * sine) + Vector256.Create(mean)).StoreUnsafe(ref first, at + Half);
        }
    }

    /// <inheritdoc cref="Transform(Span{float}, float, float)"/>
    public static void Transform(Span<double> values, double mean, double deviation)
    {
        ref var first = ref MemoryMarshal.GetReference(values);
        for (nuint at = 0; at < (nuint)values.Length; at += Block)
        {
            for (var part = at; part < at + Half; part += (nuint)Vector256<double>.Count)
            {
                var logarithm = Vector256.Log(Vector256<double>.One - Vector256.LoadUnsafe(ref first, part));
                var radius = Vector256.Sqrt(logarithm * -2.0) * deviation;
                var (sine, cosine) = Vector256.SinCos(Vector256.LoadUnsafe(ref first, part + Half) * (2 * Math.PI));
                ((radius * cosine) + Vector256.Create(mean)).StoreUnsafe(ref first, part);
                ((radius * sine) + Vector256.Create(mean)).StoreUnsafe(ref first, part + Half);
            }
        }
    }
}
