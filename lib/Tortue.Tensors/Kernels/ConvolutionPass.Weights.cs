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
        var totals = biases is null ? [] : new double[plan.Parts * size.Outputs];
        // Parts of the batch are summed apart, and then in order; there are as many of them whatever the number of threads.
        Workers.For(0, plan.Parts, 1, (from, to) =>
        {
            T* laid = Room(ref scratch, (plan.Images * (plan.ImageSize + plan.GradientSize)) + (2 * TLanes.Count));
            for (int part = from; part < to; part++)
            {
                T* partial = sums + (part * count);
                for (nint i = 0; i < count; i += TLanes.Count)
                    TLanes.Store(partial + i, default);
                var (first, end) = ((int)((long)plan.Pieces * part / plan.Parts), (int)((long)plan.Pieces * (part + 1) / plan.Parts));
                for (int piece = first; piece < end; piece++)
                    AddPiece(size, plan, piece, x, g, laid, partial, totals.AsSpan(Math.Min(totals.Length, part * size.Outputs)));
            }
        });
        for (int part = 1; part < plan.Parts; part++)
            Add(sums, sums + (part * count), count);
        plan.TakeOut(size, sums, gradient);
        for (int output = 0; output < size.Outputs && biases is not null; output++)
        {
            double total = 0;
            for (int part = 0; part < plan.Parts; part++)
                total += totals[(part * size.Outputs) + output];
            biases[output] = T.CreateTruncating(total);
        }
    }

    private static void AddPiece(
        ConvolutionSize size, ConvolutionWeightsPlan plan, int piece, T* x, T* g, T* laid, T* sums, Span<double> totals)
    {
        var (firstImage, firstRow) = (piece / plan.Bands * plan.Images, piece % plan.Bands * plan.BandRows);
        int images = Math.Min(plan.Images, size.Batch - firstImage);
        int rows = Math.Min(plan.BandRows, size.Result.Y - firstRow);
        nint imageX = (nint)size.Channels * size.Image.Y * size.Image.X;
        nint imageG = (nint)size.Outputs * size.Result.Y * size.Result.X;
        x += firstImage * imageX;
        g += firstImage * imageG;
        for (int i = 0; i < images; i++)
        {
            ConvolutionCopy<TLanes, TVector, T>.Spread(
                x + (i * imageX), size.Channels, size.Image, plan.Planes, firstRow, laid + (i * plan.ImageSize), plan.Planes.ChannelSize);
        }

        if (plan.IsRowByRow)
        {
            nint plane = (nint)size.Result.Y * size.Result.X;
            g += (nint)firstRow * size.Result.X;
            AddProducts(
                size, plan, (images, imageG, plan.ImageSize), (rows, size.Result.X, plan.Planes.Pitch), size.Result.X / TLanes.Count, g,
                plane, laid, sums);
            AddTotals(size, g, (images, imageG), plane, (nint)rows * size.Result.X, totals);
            return;
        }

        // Gradients are zero where positions do not count; what they meet there must be a number.
        TLanes.Store(laid + (images * plan.ImageSize), default);
        T* laidG = laid + (plan.Images * plan.ImageSize) + TLanes.Count;
        for (int i = 0; i < images; i++)
        {
            ConvolutionCopy<TLanes, TVector, T>.Spread(
                g + (i * imageG), size.Outputs, size.Result, plan.GradientPlanes, firstRow, laidG + (i * plan.GradientSize),
                plan.GradientRow);
        }

        int vectors = (plan.Planes.Positions(rows, size.Result.X) + TLanes.Count - 1) / TLanes.Count;
        AddProducts(size, plan, (images, plan.GradientSize, plan.ImageSize), (1, 0, 0), vectors, laidG, plan.GradientRow, laid, sums);
        AddTotals(size, laidG, (images, plan.GradientSize), plan.GradientRow, plan.GradientRow, totals);
    }

    // While the gradients are in a cache.
    private static void AddTotals(
        ConvolutionSize size, T* g, (int Count, nint Size) images, nint gRow, nint count, Span<double> totals)
    {
        for (int output = 0; output < size.Outputs && !totals.IsEmpty; output++)
        {
            for (int image = 0; image < images.Count; image++)
                totals[output] += ConvolutionProducts<TLanes, TVector, T>.Sum(g + (image * images.Size) + (output * gRow), count);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void AddProducts(
        ConvolutionSize size, ConvolutionWeightsPlan plan, (int Count, nint G, nint X) images, (int Count, nint G, nint X) rows,
        int vectors, T* g, nint gRow, T* x, T* sums)
    {
        int taps = size.GroupChannels * size.KernelCount;
        fixed (nint* shifts = plan.Shifts)
        {
            for (int group = 0; group < size.Groups; group++, g += size.GroupOutputs * gRow,
                x += size.GroupChannels * plan.Planes.ChannelSize)
            {
                for (int output = 0; output < size.GroupOutputs; output += Side)
                {
                    // Outputs that there are not repeat the first one.
                    int more = Math.Min(Side, size.GroupOutputs - output) - 1;
                    (nint, nint, nint) gRows = (more > 0 ? gRow : 0, more > 1 ? 2 * gRow : 0, more > 2 ? 3 * gRow : 0);
                    for (int tap = 0; tap < taps; tap += Side, sums += Side * Side)
                    {
                        ConvolutionProducts<TLanes, TVector, T>.FourByFour(
                            images, rows, vectors, g + (output * gRow), gRows, x, shifts + tap, sums);
                    }
                }
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Add(T* sums, T* addend, nint count)
    {
        for (nint i = 0; i < count; i += TLanes.Count)
            TLanes.Store(sums + i, TLanes.Add(TLanes.Load(sums + i), TLanes.Load(addend + i)));
    }
}
