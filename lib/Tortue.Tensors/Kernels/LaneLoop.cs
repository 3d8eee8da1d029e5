using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Tortue.Tensors.Kernels;

/// <summary>Runs functions of float32 vectors over memory, with registers of the width at hand.</summary>
internal static unsafe class LaneLoop
{
    /// <summary>y = f(x) where T is float, and nothing otherwise. The memories are the same or do not overlap.</summary>
    /// <returns>Whether T is float.</returns>
    public static bool TryMap<TFunction, T>(ReadOnlySpan<T> x, Span<T> y)
        where TFunction : ILaneFunction
        where T : unmanaged
    {
        if (typeof(T) != typeof(float))
            return false;

        Map<TFunction>(MemoryMarshal.Cast<T, float>(x), MemoryMarshal.Cast<T, float>(y));
        return true;
    }

    /// <summary>y = f(x). The memories are the same or do not overlap.</summary>
    public static void Map<TFunction>(ReadOnlySpan<float> x, Span<float> y)
        where TFunction : ILaneFunction
    {
        int count = Math.Min(x.Length, y.Length);
        fixed (float* from = x, to = y)
        {
            switch (KernelWidths.Current)
            {
                case KernelWidth.Vector512: Map<Lanes512<float>, Vector512<float>, TFunction>(from, to, count); break;
                case KernelWidth.Vector256: Map<Lanes256<float>, Vector256<float>, TFunction>(from, to, count); break;
                case KernelWidth.Vector128: Map<Lanes128<float>, Vector128<float>, TFunction>(from, to, count); break;
                default: Map<LanesPortable<float>, Vector<float>, TFunction>(from, to, count); break;
            }
        }
    }

    /// <summary>z = f(x, y). An operand of one element is used for all.</summary>
    public static void Combine<TFunction>(ReadOnlySpan<float> x, ReadOnlySpan<float> y, Span<float> z)
        where TFunction : ILanePairFunction
    {
        fixed (float* left = x, right = y, to = z)
        {
            bool oneX = x.Length == 1, oneY = y.Length == 1;
            switch (KernelWidths.Current)
            {
                case KernelWidth.Vector512:
                    Combine<Lanes512<float>, Vector512<float>, TFunction>(left, oneX, right, oneY, to, z.Length);
                    break;
                case KernelWidth.Vector256:
                    Combine<Lanes256<float>, Vector256<float>, TFunction>(left, oneX, right, oneY, to, z.Length);
                    break;
                case KernelWidth.Vector128:
                    Combine<Lanes128<float>, Vector128<float>, TFunction>(left, oneX, right, oneY, to, z.Length);
                    break;
                default:
                    Combine<LanesPortable<float>, Vector<float>, TFunction>(left, oneX, right, oneY, to, z.Length);
                    break;
            }
        }
    }

    // Compiled in full at once: the first of a program's steps would otherwise run in code that the compiler has not improved yet.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Map<TLanes, TVector, TFunction>(float* x, float* y, int count)
        where TLanes : struct, ILanes<TVector, float>
        where TVector : struct
        where TFunction : ILaneFunction
    {
        int i = 0;
        for (; i <= count - TLanes.Count; i += TLanes.Count)
            TLanes.Store(y + i, TFunction.Invoke<TLanes, TVector>(TLanes.Load(x + i)));
        if (i < count)
            TLanes.StoreFirst(y + i, TFunction.Invoke<TLanes, TVector>(TLanes.LoadFirst(x + i, count - i)), count - i);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Combine<TLanes, TVector, TFunction>(float* x, bool oneX, float* y, bool oneY, float* z, int count)
        where TLanes : struct, ILanes<TVector, float>
        where TVector : struct
        where TFunction : ILanePairFunction
    {
        if (count == 0)
            return;

        TVector allX = TLanes.Broadcast(x), allY = TLanes.Broadcast(y);
        int i = 0;
        for (; i <= count - TLanes.Count; i += TLanes.Count)
        {
            var left = oneX ? allX : TLanes.Load(x + i);
            var right = oneY ? allY : TLanes.Load(y + i);
            TLanes.Store(z + i, TFunction.Invoke<TLanes, TVector>(left, right));
        }

        if (i < count)
        {
            var left = oneX ? allX : TLanes.LoadFirst(x + i, count - i);
            var right = oneY ? allY : TLanes.LoadFirst(y + i, count - i);
            TLanes.StoreFirst(z + i, TFunction.Invoke<TLanes, TVector>(left, right), count - i);
        }
    }
}
