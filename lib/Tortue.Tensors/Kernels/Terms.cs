using System.Runtime.CompilerServices;

namespace Tortue.Tensors.Kernels;

/// <summary>What a sum adds up for each element.</summary>
internal interface ITerm
{
    static abstract TVector Of<TLanes, TVector, T>(TVector x, TVector shift)
        where TLanes : struct, ILanes<TVector, T>
        where TVector : struct
        where T : unmanaged;
}

/// <summary>x itself.</summary>
internal readonly struct PlainTerm : ITerm
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Of<TLanes, TVector, T>(TVector x, TVector shift)
        where TLanes : struct, ILanes<TVector, T>
        where TVector : struct
        where T : unmanaged => x;
}

/// <summary>x − shift.</summary>
internal readonly struct Deviation : ITerm
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Of<TLanes, TVector, T>(TVector x, TVector shift)
        where TLanes : struct, ILanes<TVector, T>
        where TVector : struct
        where T : unmanaged => TLanes.Subtract(x, shift);
}

/// <summary>(x − shift)².</summary>
internal readonly struct SquaredDeviation : ITerm
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Of<TLanes, TVector, T>(TVector x, TVector shift)
        where TLanes : struct, ILanes<TVector, T>
        where TVector : struct
        where T : unmanaged
    {
        var deviation = TLanes.Subtract(x, shift);
        return TLanes.Multiply(deviation, deviation);
    }
}
