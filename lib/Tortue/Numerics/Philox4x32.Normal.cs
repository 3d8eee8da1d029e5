using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Tortue.Numerics;

public static partial class Philox4x32
{
    private const int NormalChunk = 32;

    /// <summary>
    /// Fills a span with numbers of the normal law of mean 0, by Box and Muller's method: each chunk of 32 words gives 16 radii, from
    /// its first half, and 16 angles. Only operations with one correct rounding are used, so the bits are the same on every processor.
    /// </summary>
    /// <param name="destination">The numbers to write.</param>
    /// <param name="deviation">The standard deviation, finite and positive.</param>
    /// <param name="counter">The counter of the first block.</param>
    /// <param name="key">The 64-bit key.</param>
    /// <exception cref="ArgumentOutOfRangeException">The deviation is not a finite positive number.</exception>
    public static void FillNormal(Span<float> destination, float deviation, PhiloxCounter counter, ulong key)
    {
        if (!(deviation > 0 && float.IsFinite(deviation)))
        {
            throw new ArgumentOutOfRangeException(
                nameof(deviation), deviation, "The standard deviation of a normal law must be a finite positive number.");
        }

        Span<uint> words = stackalloc uint[NormalChunk];
        Span<float> rest = stackalloc float[NormalChunk];
        for (var start = 0; start < destination.Length; start += NormalChunk)
        {
            Fill(words, counter.Advance(start / WordsPerBlock), key);
            var left = destination.Length - start;
            var target = left >= NormalChunk ? destination.Slice(start, NormalChunk) : rest;
            BoxMuller(words, deviation, target);
            if (left < NormalChunk)
                rest[..left].CopyTo(destination[start..]);
        }
    }

    private static void BoxMuller(ReadOnlySpan<uint> words, float deviation, Span<float> target)
    {
        const float Unit = 1f / (1 << 24);
        var uniform = Vector512.ConvertToSingle((Vector512.Create(words) >>> 8).AsInt32() | Vector512<int>.One) * Unit;
        var turn = Vector512.ConvertToSingle((Vector512.Create(words[16..]).AsInt32() >> UniformShift) | Vector512<int>.One) * Unit;
        var radius = Vector512.Sqrt(Log(uniform) * -2f) * deviation;
        var (sine, cosine) = SinCosPi(turn);
        (radius * cosine).CopyTo(target);
        (radius * sine).CopyTo(target[16..]);
    }

    // ln(m · 2^e) = e ln 2 + 2 artanh(s), s = (m − 1)/(m + 1), with m in [√½, √2): |s| < 0.172, and s¹¹ is below float's resolution.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<float> Log(Vector512<float> x)
    {
        var bits = x.AsInt32() - Vector512.Create(0x3F3504F3);
        var exponent = bits >> 23;
        var mantissa = ((bits & Vector512.Create(0x007FFFFF)) + Vector512.Create(0x3F3504F3)).AsSingle();
        var s = (mantissa - Vector512<float>.One) / (mantissa + Vector512<float>.One);
        var s2 = s * s;
        var series = (((s2 * (1f / 9)) + Vector512.Create(1f / 7)) * s2) + Vector512.Create(1f / 5);
        series = (((series * s2) + Vector512.Create(1f / 3)) * s2) + Vector512<float>.One;
        return (Vector512.ConvertToSingle(exponent) * 0.6931472f) + (s * 2f * series);
    }

    // t = q/2 + r with |r| ≤ ¼: Taylor's series for π r, then q quarter turns.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (Vector512<float> Sine, Vector512<float> Cosine) SinCosPi(Vector512<float> t)
    {
        var halves = Vector512.Round(t * 2f);
        var quarter = Vector512.ConvertToInt32(halves);
        var x = (t - (halves * 0.5f)) * MathF.PI;
        var x2 = x * x;
        var sine = (((x2 * (1f / 362880)) - Vector512.Create(1f / 5040)) * x2) + Vector512.Create(1f / 120);
        sine = ((((sine * x2) - Vector512.Create(1f / 6)) * x2) + Vector512<float>.One) * x;
        var cosine = (((x2 * (1f / 40320)) - Vector512.Create(1f / 720)) * x2) + Vector512.Create(1f / 24);
        cosine = (((cosine * x2) - Vector512.Create(0.5f)) * x2) + Vector512<float>.One;

        var swap = Vector512.Equals(quarter & Vector512<int>.One, Vector512<int>.One).AsSingle();
        var sineSign = ((quarter & Vector512.Create(2)) << 30).AsSingle();
        var cosineSign = (((quarter + Vector512<int>.One) & Vector512.Create(2)) << 30).AsSingle();
        return (
            Vector512.ConditionalSelect(swap, cosine, sine) ^ sineSign,
            Vector512.ConditionalSelect(swap, sine, cosine) ^ cosineSign);
    }
}
