namespace Tortue.Tensors.Kernels;

/// <summary>
/// One pass of a convolution over a batch, forward or backward: bands of images are laid out one by one, and each thread computes whole
/// bands.
/// </summary>
/// <remarks>
/// Every sum is taken in one order, so the same input gives the same bits whatever the number of threads. Scratch memory belongs to the
/// threads and is used again.
/// </remarks>
internal static unsafe partial class ConvolutionPass<TLanes, TVector, T>
    where TLanes : struct, ILanes<TVector, T>
    where TVector : struct
    where T : unmanaged, System.Numerics.INumber<T>
{
    /// <summary>Products that are worth another thread.</summary>
    private const long Grain = 1 << 20;

    [ThreadStatic]
    private static AlignedBuffer? scratch;

    [ThreadStatic]
    private static AlignedBuffer? shared;

    // Vectors are read past the last position, so many at a time at most.
    private static int Slack => ConvolutionTile<TLanes, TVector, T>.Vectors * TLanes.Count;

    /// <summary>y = x ∗ w + b.</summary>
    public static void Forward(ConvolutionSize size, T* x, T* w, T* b, T* y) =>
        Run(ConvolutionPlan.Forward(size, TLanes.Count), size, x, w, b, y, backward: false);

    /// <summary>The gradient with respect to x, given the one with respect to y.</summary>
    public static void BackwardToImages(ConvolutionSize size, T* g, T* w, T* gradient) =>
        Run(ConvolutionPlan.Backward(size, TLanes.Count), size, g, w, null, gradient, backward: true);

    private static void Run(ConvolutionPlan plan, ConvolutionSize size, T* x, T* w, T* b, T* y, bool backward)
    {
        var packing = new ConvolutionPacking(plan, ConvolutionTile<TLanes, TVector, T>.Outputs);
        T* packed = Room(ref shared, packing.Length);
        packing.Pack(size, w, b, backward, packed);
        int row = Rounded(plan.Planes.Positions(plan.BandRows, plan.Phases.Max(static p => p.Count.X)));
        nint laidSize = (nint)plan.Groups * plan.Sources * plan.Planes.ChannelSize;
        nint sourceSize = (nint)plan.Groups * plan.Sources * plan.Source.Y * plan.Source.X;
        nint targetSize = (nint)plan.Groups * plan.Targets * plan.Target.Y * plan.Target.X;
        int grain = (int)Math.Clamp(Grain / Math.Max(1, plan.BandWork), 1, int.MaxValue);
        Workers.For(0, size.Batch * plan.Bands, grain, (from, to) =>
        {
            T* laid = Room(ref scratch, laidSize + Slack + (packing.Together * row));
            for (int i = from; i < to; i++)
            {
                var (n, first) = (i / plan.Bands, i % plan.Bands * plan.BandRows);
                ConvolutionCopy<TLanes, TVector, T>.Spread(
                    x + (n * sourceSize), plan.Groups * plan.Sources, plan.Source, plan.Planes, first, laid, plan.Planes.ChannelSize);
                for (int p = 0; p < plan.Phases.Length; p++)
                {
                    int rows = Math.Min(plan.BandRows, plan.Phases[p].Count.Y - first);
                    if (rows <= 0)
                        continue;
                    fixed (nint* shifts = packing.Shifts[p])
                    {
                        new Sums(plan, plan.Phases[p], (first, rows), shifts, laid + laidSize + Slack, row)
                            .Run(laid, packed + packing.Start(p), packed, y + (n * targetSize));
                    }
                }
            }
        });
    }

    private static int Rounded(int positions) => (positions + Slack - 1) / Slack * Slack;

    private static T* Room(ref AlignedBuffer? buffer, nint length) => (buffer ??= new()).Get<T>(length);
}
