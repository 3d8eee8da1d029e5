using System.Runtime.CompilerServices;

namespace Tortue.Tensors.Kernels;

/// <summary>Sines and cosines.</summary>
internal static partial class SingleMath<TLanes, TVector>
    where TLanes : struct, ILanes<TVector, float>
    where TVector : struct
{
    // Up to here a number of quarter turns has so few digits that its products with the parts below are exact.
    private const double LargestAngle = 8192;

    // π/2, cut into three parts of at most eleven binary digits and the rest.
    private const double QuarterTurn0 = 1.5703125;
    private const double QuarterTurn1 = 0.0004837512969970703;
    private const double QuarterTurn2 = 7.549533620476723e-08;
    private const double QuarterTurn3 = 2.563344151594519e-12;

    /// <summary>The sine of x.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Sin(TVector x)
    {
        if (!AreSmallAngles(x))
            return OfAnyAngle(x, turned: false);
        var tiny = TLanes.Less(TLanes.Abs(x), TLanes.Create(1.0 / (1 << 13)));
        return TLanes.Select(tiny, x, SineAfter(x, 0));
    }

    /// <summary>The cosine of x.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Cos(TVector x) => AreSmallAngles(x) ? SineAfter(x, 1) : OfAnyAngle(x, turned: true);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool AreSmallAngles(TVector x) =>
        TLanes.Bits(TLanes.Less(TLanes.Abs(x), TLanes.Create(LargestAngle))) == TLanes.Bits(TLanes.Equal(default, default));

    // The sine of x, or after a quarter turn its cosine: x = rest + n π/2, and n decides on the function of the rest and its sign.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector SineAfter(TVector x, int quarterTurns)
    {
        var rounder = TLanes.Create(PowersOfTwo<TLanes, TVector, float>.Rounder);
        var turns = TLanes.MultiplyAdd(x, TLanes.Create(2 / Math.PI), rounder);
        var n = TLanes.Subtract(turns, rounder);
        var rest = TLanes.MultiplyAdd(n, TLanes.Create(-QuarterTurn0), x);
        rest = TLanes.MultiplyAdd(n, TLanes.Create(-QuarterTurn1), rest);
        rest = TLanes.MultiplyAdd(n, TLanes.Create(-QuarterTurn2), rest);
        rest = TLanes.MultiplyAdd(n, TLanes.Create(-QuarterTurn3), rest);

        var square = TLanes.Multiply(rest, rest);
        var sine = TLanes.MultiplyAdd(TLanes.Multiply(square, rest), SineTerms(square), rest);
        var cosine = TLanes.MultiplyAdd(square, TLanes.Create(-0.5), One);
        cosine = TLanes.MultiplyAdd(TLanes.Multiply(square, square), CosineTerms(square), cosine);

        // The number of quarter turns is in the lowest bits; each of its last two becomes a mask.
        var quadrant = quarterTurns == 0 ? turns : TLanes.Add(turns, TLanes.Create(quarterTurns));
        var odd = TLanes.ShiftRight(TLanes.ShiftLeft(quadrant, 31), 31);
        var negative = TLanes.ShiftRight(TLanes.ShiftLeft(quadrant, 30), 31);
        var value = TLanes.Select(odd, cosine, sine);
        return TLanes.Select(negative, TLanes.Subtract(TLanes.Create(-0.0), value), value);
    }

    /// <summary>(sin r − r) / r³ for |r| ≤ π/4, where s = r²; the error is 3.8e-9 of sin r / r³.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector SineTerms(TVector s)
    {
        var sum = TLanes.MultiplyAdd(TLanes.Create(-0.000195147838471), s, TLanes.Create(0.00833215715303));
        return TLanes.MultiplyAdd(sum, s, TLanes.Create(-0.166666545537));
    }

    /// <summary>(cos r − 1 + r²/2) / r⁴ for |r| ≤ π/4, where s = r²; the error is 1.2e-10 of cos r / r⁴.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector CosineTerms(TVector s)
    {
        var sum = TLanes.MultiplyAdd(TLanes.Create(2.4432586639e-05), s, TLanes.Create(-0.00138873113585));
        return TLanes.MultiplyAdd(sum, s, TLanes.Create(0.0416666455845));
    }

    // Where one angle is large, infinite or no number, it goes through float64; the others have the values that they have elsewhere.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static unsafe TVector OfAnyAngle(TVector x, bool turned)
    {
        float* angles = stackalloc float[2 * TLanes.Count], values = angles + TLanes.Count;
        TLanes.Store(angles, x);
        var small = TLanes.And(TLanes.Less(TLanes.Abs(x), TLanes.Create(LargestAngle)), x);
        TLanes.Store(values, turned ? Cos(small) : Sin(small));
        for (int i = 0; i < TLanes.Count; i++)
        {
            if (!(MathF.Abs(angles[i]) < LargestAngle))
                values[i] = (float)(turned ? Math.Cos(angles[i]) : Math.Sin(angles[i]));
        }

        return TLanes.Load(values);
    }
}
