using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Tortue.Tensors.Kernels;

/// <summary>Moves numbers between two bounds, in one pass over packed float32 or float64 memory.</summary>
internal static unsafe class LaneClamp
{
    /// <summary>y = min(max(x, low), high); what is not a number wins. The memories are the same or do not overlap.</summary>
    /// <param name="x">The numbers.</param>
    /// <param name="low">The lower bound.</param>
    /// <param name="high">The upper bound; it wins where it is below the lower one.</param>
    /// <param name="y">Room for the results.</param>
    /// <param name="stream">Whether to write them past the caches.</param>
    public static void Clamp<T>(ReadOnlySpan<T> x, T low, T high, Span<T> y, bool stream)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        fixed (T* from = x, to = y)
        {
            switch (KernelWidths.Current)
            {
                case KernelWidth.Vector512: Run<Lanes512<T>, Vector512<T>, T>(from, low, high, to, x.Length, stream); break;
                case KernelWidth.Vector256: Run<Lanes256<T>, Vector256<T>, T>(from, low, high, to, x.Length, stream); break;
                case KernelWidth.Vector128: Run<Lanes128<T>, Vector128<T>, T>(from, low, high, to, x.Length, stream); break;
                default: Run<LanesPortable<T>, Vector<T>, T>(from, low, high, to, x.Length, stream); break;
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Run<TLanes, TVector, T>(T* x, T low, T high, T* y, nint count, bool stream)
        where TLanes : struct, ILanes<TVector, T>
        where TVector : struct
        where T : unmanaged
    {
        TVector lows = TLanes.Broadcast(&low), highs = TLanes.Broadcast(&high);
        nint i = 0;
        if (stream)
        {
            nint head = Streaming.Head(y, TLanes.Count, count);
            for (; i < head; i++)
                TLanes.StoreFirst(y + i, Between<TLanes, TVector, T>(lows, TLanes.LoadFirst(x + i, 1), highs), 1);
            for (; i <= count - TLanes.Count; i += TLanes.Count)
                TLanes.Stream(y + i, Between<TLanes, TVector, T>(lows, TLanes.Load(x + i), highs));
        }

        for (; i <= count - TLanes.Count; i += TLanes.Count)
            TLanes.Store(y + i, Between<TLanes, TVector, T>(lows, TLanes.Load(x + i), highs));
        if (i < count)
        {
            int rest = (int)(count - i);
            TLanes.StoreFirst(y + i, Between<TLanes, TVector, T>(lows, TLanes.LoadFirst(x + i, rest), highs), rest);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector Between<TLanes, TVector, T>(TVector low, TVector x, TVector high)
        where TLanes : struct, ILanes<TVector, T>
        where TVector : struct
        where T : unmanaged =>
        Minimum.Invoke<TLanes, TVector, T>(Maximum.Invoke<TLanes, TVector, T>(x, low), high);
}
