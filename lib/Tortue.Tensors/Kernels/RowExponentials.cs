using System.Runtime.CompilerServices;

namespace Tortue.Tensors.Kernels;

/// <summary>Softmax and its logarithm for rows of float32 numbers, forwards and backwards, each row in the nearest cache.</summary>
internal static unsafe class RowExponentials<TLanes, TVector>
    where TLanes : struct, ILanes<TVector, float>
    where TVector : struct
{
    /// <summary>y = eˣ / Σ eˣ.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Softmax(float* x, float* y, int count)
    {
        float largest = Largest(x, count);
        var shift = TLanes.Broadcast(&largest);
        TVector sums = default;
        int i = 0;
        for (; i <= count - TLanes.Count; i += TLanes.Count)
        {
            var power = SingleMath<TLanes, TVector>.Exp(TLanes.Subtract(TLanes.Load(x + i), shift));
            TLanes.Store(y + i, power);
            sums = TLanes.Add(sums, power);
        }

        if (i < count)
        {
            var power = SingleMath<TLanes, TVector>.Exp(TLanes.Subtract(TLanes.LoadFirst(x + i, count - i), shift));
            TLanes.StoreFirst(y + i, power, count - i);
            sums = TLanes.Add(sums, TLanes.And(power, TLanes.FirstLanes(count - i)));
        }

        float factor = 1 / TLanes.Sum(sums);
        var factors = TLanes.Broadcast(&factor);
        for (i = 0; i <= count - TLanes.Count; i += TLanes.Count)
            TLanes.Store(y + i, TLanes.Multiply(TLanes.Load(y + i), factors));
        if (i < count)
            TLanes.StoreFirst(y + i, TLanes.Multiply(TLanes.LoadFirst(y + i, count - i), factors), count - i);
    }

    /// <summary>y = x − log Σ eˣ.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void LogSoftmax(float* x, float* y, int count)
    {
        float largest = Largest(x, count);
        var shift = TLanes.Broadcast(&largest);
        TVector sums = default;
        int i = 0;
        for (; i <= count - TLanes.Count; i += TLanes.Count)
            sums = TLanes.Add(sums, SingleMath<TLanes, TVector>.Exp(TLanes.Subtract(TLanes.Load(x + i), shift)));
        if (i < count)
        {
            var power = SingleMath<TLanes, TVector>.Exp(TLanes.Subtract(TLanes.LoadFirst(x + i, count - i), shift));
            sums = TLanes.Add(sums, TLanes.And(power, TLanes.FirstLanes(count - i)));
        }

        // The shift is taken off first: it may be much larger than what is left.
        float logarithm = MathF.Log(TLanes.Sum(sums));
        var logarithms = TLanes.Broadcast(&logarithm);
        for (i = 0; i <= count - TLanes.Count; i += TLanes.Count)
            TLanes.Store(y + i, TLanes.Subtract(TLanes.Subtract(TLanes.Load(x + i), shift), logarithms));
        if (i < count)
            TLanes.StoreFirst(y + i, TLanes.Subtract(TLanes.Subtract(TLanes.LoadFirst(x + i, count - i), shift), logarithms), count - i);
    }

    /// <summary>The gradient through softmax: (g − Σ g y) y, where y is its result.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void SoftmaxGradient(float* g, float* y, float* result, int count)
    {
        TVector sums = default;
        int i = 0;
        for (; i <= count - TLanes.Count; i += TLanes.Count)
            sums = TLanes.MultiplyAdd(TLanes.Load(g + i), TLanes.Load(y + i), sums);
        if (i < count)
            sums = TLanes.MultiplyAdd(TLanes.LoadFirst(g + i, count - i), TLanes.LoadFirst(y + i, count - i), sums);

        float sum = TLanes.Sum(sums);
        var all = TLanes.Broadcast(&sum);
        for (i = 0; i <= count - TLanes.Count; i += TLanes.Count)
            TLanes.Store(result + i, TLanes.Multiply(TLanes.Subtract(TLanes.Load(g + i), all), TLanes.Load(y + i)));
        if (i < count)
        {
            var rest = TLanes.Subtract(TLanes.LoadFirst(g + i, count - i), all);
            TLanes.StoreFirst(result + i, TLanes.Multiply(rest, TLanes.LoadFirst(y + i, count - i)), count - i);
        }
    }

    /// <summary>The gradient through softmax's logarithm: g − eʸ Σ g, where y is its result.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void LogSoftmaxGradient(float* g, float* y, float* result, int count)
    {
        float sum = -LaneReductions<TLanes, TVector, float, PlainTerm>.Sum(g, count, 0);
        var all = TLanes.Broadcast(&sum);
        int i = 0;
        for (; i <= count - TLanes.Count; i += TLanes.Count)
        {
            var power = SingleMath<TLanes, TVector>.Exp(TLanes.Load(y + i));
            TLanes.Store(result + i, TLanes.MultiplyAdd(power, all, TLanes.Load(g + i)));
        }

        if (i < count)
        {
            var power = SingleMath<TLanes, TVector>.Exp(TLanes.LoadFirst(y + i, count - i));
            TLanes.StoreFirst(result + i, TLanes.MultiplyAdd(power, all, TLanes.LoadFirst(g + i, count - i)), count - i);
        }
    }

    // Where something is not a number, it or a number: either way the results are none.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static float Largest(float* x, int count)
    {
        float largest = *x;
        int i = 0;
        if (count >= TLanes.Count)
        {
            var best = TLanes.Load(x);
            for (i = TLanes.Count; i <= count - TLanes.Count; i += TLanes.Count)
                best = TLanes.Most(best, TLanes.Load(x + i));
            best = TLanes.Most(best, TLanes.Load(x + count - TLanes.Count));
            float* lanes = stackalloc float[TLanes.Count];
            TLanes.Store(lanes, best);
            for (i = 0; i < TLanes.Count; i++)
                largest = lanes[i] > largest ? lanes[i] : largest;
            return largest;
        }

        for (; i < count; i++)
            largest = x[i] > largest ? x[i] : largest;
        return largest;
    }
}
