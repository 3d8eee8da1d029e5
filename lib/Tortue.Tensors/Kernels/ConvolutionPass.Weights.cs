using System.Runtime.CompilerServices;

namespace Tortue.Tensors.Kernels;

internal static unsafe partial class ConvolutionPass<TLanes, TVector, T>
{
    private const int Side = ConvolutionProducts<TLanes, TVector, T>.Side;

    /// <summary>The gradients with respect to w and, where there is room for it, to b, given the one with respect to y.</summary>
    public static void BackwardToWeights(ConvolutionSize size, T* x, T* g, T* gradient, T* biases)
    {
        var plan = ConvolutionWeightsPlan.Of(size, TLanes.Count, Side);
        nint count = plan.SumsSize;
        T* sums = Room(ref shared, count * plan.Parts);
        var totals = biases is null ? null : new double[plan.Parts * size.Outputs];
        // Parts of the batch are summed apart, and then in order; there are as many of them whatever the number of threads.
        Workers.For(0, plan.Parts * plan.Ranges, 1, (from, to) =>
        {
            T* laid = Room(ref scratch, (plan.Images * (plan.ImageSize + plan.GradientSize)) + (2 * TLanes.Count));
            fixed (nint* shifts = plan.Shifts)
            {
                fixed (double* total = totals)
                {
                    for (int i = from; i < to; i++)
                    {
                        var (part, range) = (i / plan.Ranges, i % plan.Ranges);
                        var outputs = (plan.FirstOutput(size, range), plan.FirstOutput(size, range + 1));
                        double* partTotal = total is null ? null : total + (part * size.Outputs);
                        new WeightSums(size, plan, outputs, shifts, sums + (part * count), partTotal).AddPart(part, x, g, laid);
                    }
                }
            }
        });
        for (int part = 1; part < plan.Parts; part++)
            Add(sums, sums + (part * count), count);
        plan.TakeOut(size, sums, gradient);
        for (int output = 0; totals is not null && output < size.Outputs; output++)
        {
            double total = 0;
            for (int part = 0; part < plan.Parts; part++)
                total += totals[(part * size.Outputs) + output];
            biases[output] = T.CreateTruncating(total);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Add(T* sums, T* addend, nint count)
    {
        for (nint i = 0; i < count; i += TLanes.Count)
            TLanes.Store(sums + i, TLanes.Add(TLanes.Load(sums + i), TLanes.Load(addend + i)));
    }
}
