using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Tortue.Tensors.Kernels;

/// <summary>Runs functions of one number over float32 or float64 memory, with registers of the width at hand.</summary>
internal static unsafe class LaneNumbers
{
    /// <summary>y = f(x) where T is float or double, and nothing otherwise. The memories are the same or do not overlap.</summary>
    /// <returns>Whether T is float or double.</returns>
    public static bool TryMap<TFunction, T>(ReadOnlySpan<T> x, Span<T> y)
        where TFunction : IVectorFunction
        where T : unmanaged, INumber<T>
    {
        if (typeof(T) != typeof(float) && typeof(T) != typeof(double))
            return false;

        fixed (T* from = x, to = y)
        {
            switch (KernelWidths.Current)
            {
                case KernelWidth.Vector512: Map<Lanes512<T>, Vector512<T>, T, TFunction>(from, to, x.Length); break;
                case KernelWidth.Vector256: Map<Lanes256<T>, Vector256<T>, T, TFunction>(from, to, x.Length); break;
                case KernelWidth.Vector128: Map<Lanes128<T>, Vector128<T>, T, TFunction>(from, to, x.Length); break;
                default: Map<LanesPortable<T>, Vector<T>, T, TFunction>(from, to, x.Length); break;
            }
        }

        return true;
    }

    /// <summary>As <see cref="TryMap"/>, past the caches.</summary>
    /// <returns>Whether T is float or double.</returns>
    public static bool TryStream<TFunction, T>(ReadOnlySpan<T> x, Span<T> y)
        where TFunction : IVectorFunction
        where T : unmanaged, INumber<T>
    {
        if (typeof(T) != typeof(float) && typeof(T) != typeof(double))
            return false;

        fixed (T* from = x, to = y)
        {
            switch (KernelWidths.Current)
            {
                case KernelWidth.Vector512: Stream<Lanes512<T>, Vector512<T>, T, TFunction>(from, to, x.Length); break;
                case KernelWidth.Vector256: Stream<Lanes256<T>, Vector256<T>, T, TFunction>(from, to, x.Length); break;
                case KernelWidth.Vector128: Stream<Lanes128<T>, Vector128<T>, T, TFunction>(from, to, x.Length); break;
                default: Stream<LanesPortable<T>, Vector<T>, T, TFunction>(from, to, x.Length); break;
            }
        }

        return true;
    }

    // Compiled in full at once: the first of a program's steps would otherwise run in code that the compiler has not improved yet.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Map<TLanes, TVector, T, TFunction>(T* x, T* y, nint count)
        where TLanes : struct, ILanes<TVector, T>
        where TVector : struct
        where T : unmanaged
        where TFunction : IVectorFunction
    {
        nint i = 0;
        for (; i <= count - TLanes.Count; i += TLanes.Count)
            TLanes.Store(y + i, TFunction.Invoke<TLanes, TVector, T>(TLanes.Load(x + i)));
        if (i < count)
        {
            int rest = (int)(count - i);
            TLanes.StoreFirst(y + i, TFunction.Invoke<TLanes, TVector, T>(TLanes.LoadFirst(x + i, rest)), rest);
        }
    }

    private static void Stream<TLanes, TVector, T, TFunction>(T* x, T* y, nint count)
        where TLanes : struct, ILanes<TVector, T>
        where TVector : struct
        where T : unmanaged
        where TFunction : IVectorFunction
    {
        nint head = Streaming.Head(y, TLanes.Count, count), whole = (count - head) / TLanes.Count * TLanes.Count, tail = head + whole;
        Map<TLanes, TVector, T, TFunction>(x, y, head);
        StreamVectors<TLanes, TVector, T, TFunction>(x + head, y + head, whole);
        Map<TLanes, TVector, T, TFunction>(x + tail, y + tail, count - tail);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void StreamVectors<TLanes, TVector, T, TFunction>(T* x, T* y, nint count)
        where TLanes : struct, ILanes<TVector, T>
        where TVector : struct
        where T : unmanaged
        where TFunction : IVectorFunction
    {
        for (nint i = 0; i < count; i += TLanes.Count)
            TLanes.Stream(y + i, TFunction.Invoke<TLanes, TVector, T>(TLanes.Load(x + i)));
    }
}
