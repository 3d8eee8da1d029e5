using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Tortue.Tensors.Kernels;

/// <summary>Functions of two numbers whose results go past the caches.</summary>
internal static unsafe partial class LanePairs
{
    /// <summary>As <see cref="TryCombine"/>, past the caches.</summary>
    /// <returns>Whether T is float or double.</returns>
    public static bool TryStream<TFunction, T>(ReadOnlySpan<T> x, ReadOnlySpan<T> y, Span<T> z)
        where TFunction : IVectorPair
        where T : unmanaged, INumber<T>
    {
        if (typeof(T) != typeof(float) && typeof(T) != typeof(double))
            return false;

        bool oneX = x.Length == 1 && z.Length > 1, oneY = y.Length == 1 && z.Length > 1;
        fixed (T* left = x, right = y, to = z)
        {
            switch (KernelWidths.Current)
            {
                case KernelWidth.Vector512: Stream<Lanes512<T>, Vector512<T>, T, TFunction>(left, oneX, right, oneY, to, z.Length); break;
                case KernelWidth.Vector256: Stream<Lanes256<T>, Vector256<T>, T, TFunction>(left, oneX, right, oneY, to, z.Length); break;
                case KernelWidth.Vector128: Stream<Lanes128<T>, Vector128<T>, T, TFunction>(left, oneX, right, oneY, to, z.Length); break;
                default: Stream<LanesPortable<T>, Vector<T>, T, TFunction>(left, oneX, right, oneY, to, z.Length); break;
            }
        }

        return true;
    }

    private static void Stream<TLanes, TVector, T, TFunction>(T* x, bool oneX, T* y, bool oneY, T* z, nint count)
        where TLanes : struct, ILanes<TVector, T>
        where TVector : struct
        where T : unmanaged
        where TFunction : IVectorPair
    {
        nint head = Streaming.Head(z, TLanes.Count, count), whole = (count - head) / TLanes.Count * TLanes.Count, tail = head + whole;
        (nint stepX, nint stepY) = (oneX ? 0 : 1, oneY ? 0 : 1);
        Some(0, head);
        StreamVectors<TLanes, TVector, T, TFunction>(x + (head * stepX), oneX, y + (head * stepY), oneY, z + head, whole);
        Some(tail, count - tail);

        void Some(nint from, nint length) =>
            Rows<TLanes, TVector, T, TFunction>(
                new(x + (from * stepX), 0, oneX), new(y + (from * stepY), 0, oneY), z + from, 0, 1, length);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void StreamVectors<TLanes, TVector, T, TFunction>(T* x, bool oneX, T* y, bool oneY, T* z, nint count)
        where TLanes : struct, ILanes<TVector, T>
        where TVector : struct
        where T : unmanaged
        where TFunction : IVectorPair
    {
        if (count == 0)
            return;

        TVector allX = TLanes.Broadcast(x), allY = TLanes.Broadcast(y);
        for (nint i = 0; i < count; i += TLanes.Count)
        {
            TVector left = oneX ? allX : TLanes.Load(x + i), right = oneY ? allY : TLanes.Load(y + i);
            TLanes.Stream(z + i, TFunction.Invoke<TLanes, TVector, T>(left, right));
        }
    }
}
