using System.Runtime.CompilerServices;

namespace Tortue.Tensors.Kernels;

/// <summary>Powers of two, put together from their bits.</summary>
internal static class PowersOfTwo<TLanes, TVector, T>
    where TLanes : struct, ILanes<TVector, T>
    where TVector : struct
    where T : unmanaged
{
    /// <summary>Bits of the fraction.</summary>
    public static int Fraction => typeof(T) == typeof(float) ? 23 : 52;

    /// <summary>
    /// 1.5 · 2^<see cref="Fraction"/>: added to a number that is small beside it, it leaves that number, rounded to a whole one, in the
    /// sum's lowest bits.
    /// </summary>
    public static double Rounder => typeof(T) == typeof(float) ? 12_582_912 : 6_755_399_441_055_744;

    private static double Bias => typeof(T) == typeof(float) ? 127 : 1023;

    /// <summary>2ⁿ for whole n where that is a normal number.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Power(TVector n) => TLanes.ShiftLeft(TLanes.Add(n, TLanes.Create(Rounder + Bias)), Fraction);

    /// <summary>The whole number next to x, which is small beside 2^<see cref="Fraction"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Round(TVector x) => TLanes.Subtract(TLanes.Add(x, TLanes.Create(Rounder)), TLanes.Create(Rounder));

    /// <summary>value · 2ⁿ in two steps, of which only the second rounds, so that results may be too small or large for one.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Scale(TVector value, TVector n)
    {
        var half = Round(TLanes.Multiply(n, TLanes.Create(0.5)));
        return TLanes.Multiply(TLanes.Multiply(value, Power(half)), Power(TLanes.Subtract(n, half)));
    }
}
