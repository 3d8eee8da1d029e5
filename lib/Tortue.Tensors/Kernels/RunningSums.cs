using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Tortue.Tensors.Kernels;

/// <summary>Running sums of packed float32 numbers, added up in float64, four at a time.</summary>
internal static unsafe class RunningSums
{
    private const int AtOnce = 8;

    /// <summary>y[i] = sum + x[0] + … + x[i] for as many of the first elements as fill vectors; the sum then includes them.</summary>
    /// <returns>How many were added up.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static int Add(float* x, float* y, int count, ref double sum)
    {
        var all = Vector256.Create(sum);
        int i = 0;
        for (; i <= count - AtOnce; i += AtOnce)
        {
            var numbers = Vector256.Load(x + i);
            Vector256<double> first = OfFour(Vector256.WidenLower(numbers)), second = OfFour(Vector256.WidenUpper(numbers));
            var lower = all + first;
            all += Vector256.Shuffle(first, Vector256.Create(3L));
            var upper = all + second;
            all += Vector256.Shuffle(second, Vector256.Create(3L));
            Vector256.Narrow(lower, upper).Store(y + i);
        }

        sum = all.ToScalar();
        return i;
    }

    // a, a + b, a + (b + c) and (a + b) + (c + d): an index past the end gives zero.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> OfFour(Vector256<double> numbers)
    {
        var pairs = numbers + Vector256.Shuffle(numbers, Vector256.Create(4L, 0, 1, 2));
        return pairs + Vector256.Shuffle(pairs, Vector256.Create(4L, 4, 0, 1));
    }
}
