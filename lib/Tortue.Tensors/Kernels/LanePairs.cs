using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Tortue.Tensors.Kernels;

/// <summary>Runs functions of two numbers over rows of float32 or float64 numbers, with registers of the width at hand.</summary>
internal static unsafe partial class LanePairs
{
    /// <summary>z = f(x, y) where T is float or double, and nothing otherwise. An operand of one element is used for all.</summary>
    /// <returns>Whether T is float or double.</returns>
    public static bool TryCombine<TFunction, T>(ReadOnlySpan<T> x, ReadOnlySpan<T> y, Span<T> z)
        where TFunction : IVectorPair
        where T : unmanaged, INumber<T>
    {
        if (typeof(T) != typeof(float) && typeof(T) != typeof(double))
            return false;

        fixed (T* left = x, right = y, to = z)
        {
            bool oneX = x.Length == 1 && z.Length > 1, oneY = y.Length == 1 && z.Length > 1;
            return TryCombineRows<TFunction, T>(new(left, 0, oneX), new(right, 0, oneY), to, 0, 1, z.Length);
        }
    }

    /// <summary>z = f(x, y) for rows, where T is float or double, and nothing otherwise.</summary>
    /// <returns>Whether T is float or double.</returns>
    public static bool TryCombineRows<TFunction, T>(RowOperand<T> x, RowOperand<T> y, T* z, nint nextZ, int rows, int columns)
        where TFunction : IVectorPair
        where T : unmanaged, INumber<T>
    {
        if (typeof(T) != typeof(float) && typeof(T) != typeof(double))
            return false;

        switch (KernelWidths.Current)
        {
            case KernelWidth.Vector512:
                Rows<Lanes512<T>, Vector512<T>, T, TFunction>(x, y, z, nextZ, rows, columns);
                break;
            case KernelWidth.Vector256:
                Rows<Lanes256<T>, Vector256<T>, T, TFunction>(x, y, z, nextZ, rows, columns);
                break;
            case KernelWidth.Vector128:
                Rows<Lanes128<T>, Vector128<T>, T, TFunction>(x, y, z, nextZ, rows, columns);
                break;
            default:
                Rows<LanesPortable<T>, Vector<T>, T, TFunction>(x, y, z, nextZ, rows, columns);
                break;
        }

        return true;
    }

    // Compiled in full at once: the first of a program's steps would otherwise run in code that the compiler has not improved yet.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Rows<TLanes, TVector, T, TFunction>(RowOperand<T> x, RowOperand<T> y, T* z, nint nextZ, int rows, nint columns)
        where TLanes : struct, ILanes<TVector, T>
        where TVector : struct
        where T : unmanaged
        where TFunction : IVectorPair
    {
        T* left = x.Start, right = y.Start;
        for (int row = 0; row < rows; row++, left += x.Next, right += y.Next, z += nextZ)
        {
            if (columns == 0)
                continue;
            if (x.Repeats)
                OneAndRow<TLanes, TVector, T, TFunction>(left, right, z, columns);
            else if (y.Repeats)
                RowAndOne<TLanes, TVector, T, TFunction>(left, right, z, columns);
            else
                RowAndRow<TLanes, TVector, T, TFunction>(left, right, z, columns);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void RowAndRow<TLanes, TVector, T, TFunction>(T* x, T* y, T* z, nint count)
        where TLanes : struct, ILanes<TVector, T>
        where TVector : struct
        where T : unmanaged
        where TFunction : IVectorPair
    {
        nint i = 0;
        for (; i <= count - (2 * TLanes.Count); i += 2 * TLanes.Count)
        {
            var first = TFunction.Invoke<TLanes, TVector, T>(TLanes.Load(x + i), TLanes.Load(y + i));
            nint next = i + TLanes.Count;
            var second = TFunction.Invoke<TLanes, TVector, T>(TLanes.Load(x + next), TLanes.Load(y + next));
            TLanes.Store(z + i, first);
            TLanes.Store(z + next, second);
        }

        for (; i < count; i += TLanes.Count)
        {
            if (i <= count - TLanes.Count)
            {
                TLanes.Store(z + i, TFunction.Invoke<TLanes, TVector, T>(TLanes.Load(x + i), TLanes.Load(y + i)));
                continue;
            }

            int rest = (int)(count - i);
            TVector left = TLanes.LoadFirst(x + i, rest), right = TLanes.LoadFirst(y + i, rest);
            TLanes.StoreFirst(z + i, TFunction.Invoke<TLanes, TVector, T>(left, right), rest);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void RowAndOne<TLanes, TVector, T, TFunction>(T* x, T* y, T* z, nint count)
        where TLanes : struct, ILanes<TVector, T>
        where TVector : struct
        where T : unmanaged
        where TFunction : IVectorPair
    {
        var all = TLanes.Broadcast(y);
        nint i = 0;
        for (; i <= count - TLanes.Count; i += TLanes.Count)
            TLanes.Store(z + i, TFunction.Invoke<TLanes, TVector, T>(TLanes.Load(x + i), all));
        if (i < count)
        {
            int rest = (int)(count - i);
            TLanes.StoreFirst(z + i, TFunction.Invoke<TLanes, TVector, T>(TLanes.LoadFirst(x + i, rest), all), rest);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void OneAndRow<TLanes, TVector, T, TFunction>(T* x, T* y, T* z, nint count)
        where TLanes : struct, ILanes<TVector, T>
        where TVector : struct
        where T : unmanaged
        where TFunction : IVectorPair
    {
        var all = TLanes.Broadcast(x);
        nint i = 0;
        for (; i <= count - TLanes.Count; i += TLanes.Count)
            TLanes.Store(z + i, TFunction.Invoke<TLanes, TVector, T>(all, TLanes.Load(y + i)));
        if (i < count)
        {
            int rest = (int)(count - i);
            TLanes.StoreFirst(z + i, TFunction.Invoke<TLanes, TVector, T>(all, TLanes.LoadFirst(y + i, rest)), rest);
        }
    }
}
