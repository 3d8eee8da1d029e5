using System.Numerics;
using System.Numerics.Tensors;
using System.Runtime.CompilerServices;

namespace Tortue.Tensors.Kernels;

/// <summary>eˣ</summary>
internal readonly struct Exp : IUnaryFunction, ILaneFunction
{
    public static int Grain => 8192;

    public static void Invoke<T>(ReadOnlySpan<T> x, Span<T> y)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (!LaneLoop.TryMap<Exp, T>(x, y))
            TensorPrimitives.Exp(x, y);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Invoke<TLanes, TVector>(TVector x)
        where TLanes : struct, ILanes<TVector, float>
        where TVector : struct => SingleMath<TLanes, TVector>.Exp(x);
}

/// <summary>log x</summary>
internal readonly struct Log : IUnaryFunction, ILaneFunction
{
    public static int Grain => 8192;

    public static void Invoke<T>(ReadOnlySpan<T> x, Span<T> y)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (!LaneLoop.TryMap<Log, T>(x, y))
            TensorPrimitives.Log(x, y);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Invoke<TLanes, TVector>(TVector x)
        where TLanes : struct, ILanes<TVector, float>
        where TVector : struct => SingleMath<TLanes, TVector>.Log(x);
}

/// <summary>The logistic function 1 / (1 + e⁻ˣ).</summary>
internal readonly struct Sigmoid : IUnaryFunction, ILaneFunction
{
    public static int Grain => 8192;

    public static void Invoke<T>(ReadOnlySpan<T> x, Span<T> y)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (!LaneLoop.TryMap<Sigmoid, T>(x, y) && x.Length > 0)
            TensorPrimitives.Sigmoid(x, y);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Invoke<TLanes, TVector>(TVector x)
        where TLanes : struct, ILanes<TVector, float>
        where TVector : struct => SingleMath<TLanes, TVector>.Sigmoid(x);
}
