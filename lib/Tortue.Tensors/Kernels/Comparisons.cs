using System.Numerics;
using System.Runtime.CompilerServices;

namespace Tortue.Tensors.Kernels;

/// <summary>x == y</summary>
internal readonly struct Equal : IComparison
{
    public static bool Invoke<T>(T x, T y)
        where T : unmanaged, INumber<T> => x == y;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Invoke<TLanes, TVector, T>(TVector x, TVector y)
        where TLanes : struct, ILanes<TVector, T>
        where TVector : struct
        where T : unmanaged => TLanes.Equal(x, y);
}

/// <summary>x != y</summary>
internal readonly struct NotEqual : IComparison
{
    public static bool Invoke<T>(T x, T y)
        where T : unmanaged, INumber<T> => x != y;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Invoke<TLanes, TVector, T>(TVector x, TVector y)
        where TLanes : struct, ILanes<TVector, T>
        where TVector : struct
        where T : unmanaged =>
        TLanes.Select(TLanes.Equal(x, y), default, TLanes.Equal(default, default));
}

/// <summary>x &lt; y</summary>
internal readonly struct Less : IComparison
{
    public static bool Invoke<T>(T x, T y)
        where T : unmanaged, INumber<T> => x < y;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Invoke<TLanes, TVector, T>(TVector x, TVector y)
        where TLanes : struct, ILanes<TVector, T>
        where TVector : struct
        where T : unmanaged => TLanes.Less(x, y);
}

/// <summary>x &lt;= y</summary>
internal readonly struct LessOrEqual : IComparison
{
    public static bool Invoke<T>(T x, T y)
        where T : unmanaged, INumber<T> => x <= y;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Invoke<TLanes, TVector, T>(TVector x, TVector y)
        where TLanes : struct, ILanes<TVector, T>
        where TVector : struct
        where T : unmanaged => TLanes.LessOrEqual(x, y);
}

/// <summary>x > y</summary>
internal readonly struct Greater : IComparison
{
    public static bool Invoke<T>(T x, T y)
        where T : unmanaged, INumber<T> => x > y;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Invoke<TLanes, TVector, T>(TVector x, TVector y)
        where TLanes : struct, ILanes<TVector, T>
        where TVector : struct
        where T : unmanaged => TLanes.Less(y, x);
}

/// <summary>x >= y</summary>
internal readonly struct GreaterOrEqual : IComparison
{
    public static bool Invoke<T>(T x, T y)
        where T : unmanaged, INumber<T> => x >= y;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Invoke<TLanes, TVector, T>(TVector x, TVector y)
        where TLanes : struct, ILanes<TVector, T>
        where TVector : struct
        where T : unmanaged => TLanes.LessOrEqual(y, x);
}
