using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Tortue.Tensors.Kernels;

/// <summary>Comparisons over packed memory, and choices by their results.</summary>
internal static unsafe class LaneComparison
{
    /// <summary>z = f(x, y). An operand of one element is used for all.</summary>
    public static void Compare<T, TFunction>(ReadOnlySpan<T> x, ReadOnlySpan<T> y, Span<bool> z)
        where T : unmanaged, INumber<T>
        where TFunction : IComparison
    {
        if (z.IsEmpty)
            return;
        bool oneX = x.Length == 1, oneY = y.Length == 1;
        fixed (T* left = x, right = y)
        {
            fixed (bool* to = z)
            {
                switch (KernelWidths.Current)
                {
                    case KernelWidth.Vector512:
                        Compare<Lanes512<T>, Vector512<T>, T, TFunction>(left, oneX, right, oneY, to, z.Length);
                        break;
                    case KernelWidth.Vector256:
                        Compare<Lanes256<T>, Vector256<T>, T, TFunction>(left, oneX, right, oneY, to, z.Length);
                        break;
                    case KernelWidth.Vector128:
                        Compare<Lanes128<T>, Vector128<T>, T, TFunction>(left, oneX, right, oneY, to, z.Length);
                        break;
                    default:
                        Compare<LanesPortable<T>, Vector<T>, T, TFunction>(left, oneX, right, oneY, to, z.Length);
                        break;
                }
            }
        }
    }

    /// <summary>z = x where the condition holds, and y elsewhere. An operand of one element is used for all.</summary>
    public static void Select<T>(ReadOnlySpan<bool> condition, ReadOnlySpan<T> x, ReadOnlySpan<T> y, Span<T> z)
        where T : unmanaged
    {
        fixed (bool* chosen = condition)
        {
            fixed (T* left = x, right = y, to = z)
            {
                // Through bits, without a jump that the processor could guess wrongly.
                if (sizeof(T) == sizeof(int))
                    Choose((byte*)chosen, (int*)left, Step(x), (int*)right, Step(y), (int*)to, z.Length);
                else if (sizeof(T) == sizeof(long))
                    Choose((byte*)chosen, (long*)left, Step(x), (long*)right, Step(y), (long*)to, z.Length);
                else
                    Choose((byte*)chosen, (byte*)left, Step(x), (byte*)right, Step(y), (byte*)to, z.Length);
            }
        }
    }

    private static int Step<T>(ReadOnlySpan<T> operand) => operand.Length == 1 ? 0 : 1;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Choose<T>(byte* chosen, T* x, nint stepX, T* y, nint stepY, T* z, nint count)
        where T : unmanaged, IBinaryInteger<T>
    {
        for (nint i = 0; i < count; i++, x += stepX, y += stepY)
        {
            var mask = -T.CreateTruncating(chosen[i]);
            z[i] = (*x & mask) | (*y & ~mask);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Compare<TLanes, TVector, T, TFunction>(T* x, bool oneX, T* y, bool oneY, bool* z, int count)
        where TLanes : struct, ILanes<TVector, T>
        where TVector : struct
        where T : unmanaged, INumber<T>
        where TFunction : IComparison
    {
        TVector allX = TLanes.Broadcast(x), allY = TLanes.Broadcast(y);
        int step = Math.Max(8, TLanes.Count);
        int i = 0;
        for (; i <= count - step; i += step)
        {
            uint bits = 0;
            for (int lane = 0; lane < step; lane += TLanes.Count)
            {
                var left = oneX ? allX : TLanes.Load(x + i + lane);
                var right = oneY ? allY : TLanes.Load(y + i + lane);
                bits |= TLanes.Bits(TFunction.Invoke<TLanes, TVector, T>(left, right)) << lane;
            }

            for (int lane = 0; lane < step; lane += 8)
                Put(bits >> lane, (ulong*)(z + i + lane));
        }

        for (; i < count; i++)
            z[i] = TFunction.Invoke(x[oneX ? 0 : i], y[oneY ? 0 : i]);
    }

    // The lowest eight bits as eight truth values.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Put(ulong bits, ulong* destination)
    {
        const ulong One = 0x0101_0101_0101_0101;
        if (Bmi2.X64.IsSupported)
        {
            *destination = Bmi2.X64.ParallelBitDeposit(bits, One);
            return;
        }

        // Each byte keeps a bit of its own, which a carry brings to the byte's top.
        ulong spread = ((bits & 0xFF) * One) & 0x8040_2010_0804_0201;
        *destination = ((((spread & 0x7F7F_7F7F_7F7F_7F7F) + 0x7F7F_7F7F_7F7F_7F7F) | spread) >> 7) & One;
    }
}
