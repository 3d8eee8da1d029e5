using System.Numerics;
using System.Numerics.Tensors;
using System.Runtime.CompilerServices;

namespace Tortue.Tensors.Kernels;

/// <summary>The sine.</summary>
internal readonly struct Sin : IUnaryFunction, ILaneFunction
{
    public static int Grain => 8192;

    public static void Invoke<T>(ReadOnlySpan<T> x, Span<T> y)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (!LaneLoop.TryMap<Sin, T>(x, y))
            TensorPrimitives.Sin(x, y);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Invoke<TLanes, TVector>(TVector x)
        where TLanes : struct, ILanes<TVector, float>
        where TVector : struct => SingleMath<TLanes, TVector>.Sin(x);
}

/// <summary>The cosine.</summary>
internal readonly struct Cos : IUnaryFunction, ILaneFunction
{
    public static int Grain => 8192;

    public static void Invoke<T>(ReadOnlySpan<T> x, Span<T> y)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (!LaneLoop.TryMap<Cos, T>(x, y))
            TensorPrimitives.Cos(x, y);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Invoke<TLanes, TVector>(TVector x)
        where TLanes : struct, ILanes<TVector, float>
        where TVector : struct => SingleMath<TLanes, TVector>.Cos(x);
}
