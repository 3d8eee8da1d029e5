using System.Runtime.CompilerServices;

namespace Tortue.Tensors.Kernels;

/// <inheritdoc/>
/// <remarks>A step's sums are in the element type, one a lane of two vectors; those over steps are taken in double precision.</remarks>
internal sealed unsafe class NormalizationSteps<TLanes, TVector, T> : NormalizationSteps<T>
    where TLanes : struct, ILanes<TVector, T>
    where TVector : struct
    where T : unmanaged, System.Numerics.IFloatingPointIeee754<T>
{
    public static readonly NormalizationSteps<T> Instance = new NormalizationSteps<TLanes, TVector, T>();

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override (double Mean, double Squares) Moments(T* x, int count)
    {
        int whole = count - (count % (2 * TLanes.Count));
        TVector left = default, right = default;
        for (int i = 0; i < whole; i += 2 * TLanes.Count)
        {
            left = TLanes.Add(left, TLanes.Load(x + i));
            right = TLanes.Add(right, TLanes.Load(x + i + TLanes.Count));
        }

        double sum = double.CreateTruncating(TLanes.Sum(TLanes.Add(left, right)));
        for (int i = whole; i < count; i++)
            sum += double.CreateTruncating(x[i]);
        double mean = sum / count;

        var middle = TLanes.Create(mean);
        (left, right) = (default, default);
        for (int i = 0; i < whole; i += 2 * TLanes.Count)
        {
            TVector a = TLanes.Subtract(TLanes.Load(x + i), middle), b = TLanes.Subtract(TLanes.Load(x + i + TLanes.Count), middle);
            left = TLanes.MultiplyAdd(a, a, left);
            right = TLanes.MultiplyAdd(b, b, right);
        }

        double squares = double.CreateTruncating(TLanes.Sum(TLanes.Add(left, right)));
        for (int i = whole; i < count; i++)
        {
            double distance = double.CreateTruncating(x[i]) - mean;
            squares += distance * distance;
        }

        return (mean, squares);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override void Apply(T* x, T* y, int count, T mean, T scale, T shift)
    {
        TVector middle = TLanes.Broadcast(&mean), factor = TLanes.Broadcast(&scale), addend = TLanes.Broadcast(&shift);
        int i = 0;
        for (; i <= count - TLanes.Count; i += TLanes.Count)
            TLanes.Store(y + i, TLanes.MultiplyAdd(TLanes.Subtract(TLanes.Load(x + i), middle), factor, addend));
        for (; i < count; i++)
            y[i] = ((x[i] - mean) * scale) + shift;
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override (double Sum, double Product) GradientSums(T* g, T* x, int count, T mean)
    {
        var middle = TLanes.Broadcast(&mean);
        TVector sumA = default, sumB = default, productA = default, productB = default;
        int i = 0;
        for (; i <= count - (2 * TLanes.Count); i += 2 * TLanes.Count)
        {
            TVector a = TLanes.Load(g + i), b = TLanes.Load(g + i + TLanes.Count);
            sumA = TLanes.Add(sumA, a);
            sumB = TLanes.Add(sumB, b);
            productA = TLanes.MultiplyAdd(a, TLanes.Subtract(TLanes.Load(x + i), middle), productA);
            productB = TLanes.MultiplyAdd(b, TLanes.Subtract(TLanes.Load(x + i + TLanes.Count), middle), productB);
        }

        double sum = double.CreateTruncating(TLanes.Sum(TLanes.Add(sumA, sumB)));
        double product = double.CreateTruncating(TLanes.Sum(TLanes.Add(productA, productB)));
        for (; i < count; i++)
        {
            sum += double.CreateTruncating(g[i]);
            product += double.CreateTruncating(g[i] * (x[i] - mean));
        }

        return (sum, product);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override void Gradient(T* g, T* x, T* gradient, int count, T mean, T scale, T slope, T shift)
    {
        TVector middle = TLanes.Broadcast(&mean), factor = TLanes.Broadcast(&scale);
        TVector steepness = TLanes.Broadcast(&slope), addend = TLanes.Broadcast(&shift);
        int i = 0;
        for (; i <= count - TLanes.Count; i += TLanes.Count)
        {
            var line = TLanes.MultiplyAdd(TLanes.Subtract(TLanes.Load(x + i), middle), steepness, addend);
            TLanes.Store(gradient + i, TLanes.MultiplyAdd(TLanes.Load(g + i), factor, line));
        }

        for (; i < count; i++)
            gradient[i] = (g[i] * scale) + ((x[i] - mean) * slope) + shift;
    }
}
