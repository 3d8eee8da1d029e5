namespace Tortue.Tensors.Kernels;

/// <summary>How a forward pass, or the one back to the images, is taken as sums over shifts.</summary>
/// <param name="Source">Rows and columns of what is read.</param>
/// <param name="Target">Rows and columns of what is written.</param>
/// <param name="Groups">Parts of the channels.</param>
/// <param name="Sources">Channels of a group that are read.</param>
/// <param name="Targets">Channels of a group that are written.</param>
/// <param name="Planes">The layout of what is read, for a band.</param>
/// <param name="Phases">The sums.</param>
/// <param name="BandRows">Rows of each phase that are computed at a time.</param>
/// <param name="Bands">How many bands there are.</param>
internal sealed record ConvolutionPlan(
    (int Y, int X) Source, (int Y, int X) Target, int Groups, int Sources, int Targets, ConvolutionPlanes Planes,
    ConvolutionPhase[] Phases, int BandRows, int Bands)
{
    // What is laid out at a time stays in the second cache beside weights and results.
    private const int BandElements = 1 << 16;

    // Bands are not made for the sake of other threads when they would be smaller.
    private const long BandProducts = 1 << 20;

    // So many pieces of work for each thread keep all of them equally busy.
    private const int PiecesPerThread = 4;

    /// <summary>Up to so many results of a group are computed one by one, for they are too few to share pixels.</summary>
    public const int Alone = 2;

    /// <summary>
    /// Whether results are stored row by row where they belong. Otherwise vectors run over the ends of rows, which leaves fewer lanes idle
    /// where rows are short; then what counts is copied.
    /// </summary>
    public static bool IsByRows(int columns, int pitch, int lanes)
    {
        int used = (columns + lanes - 1) / lanes * lanes;
        return columns >= lanes && used - pitch <= used / 8;
    }

    /// <summary>Products of one band of one image.</summary>
    public long BandWork => (long)BandRows * Phases[0].Count.X * Groups * Sources * Targets * Phases.Sum(static p => p.Weights.Length);

    /// <summary>The forward pass.</summary>
    /// <param name="size">The convolution's sizes.</param>
    /// <param name="lanes">Lanes of a vector.</param>
    public static ConvolutionPlan Forward(ConvolutionSize size, int lanes)
    {
        bool dense = IsDense(size, ConvolutionPlanes.OfImages(size, 1, dense: false).Pitch, lanes);
        int rows = RowsOfBand(size, size.Channels * size.Stride.Y * (dense ? size.Kernel.X : size.Stride.X), size.Result);
        var planes = ConvolutionPlanes.OfImages(size, rows, dense);
        int[] weights = [.. Enumerable.Range(0, size.KernelCount)];
        nint[] shifts = [.. weights.Select(k => (nint)planes.Shift(size, k))];
        return new ConvolutionPlan(
            size.Image, size.Result, size.Groups, size.GroupChannels, size.GroupOutputs, planes,
            [new ConvolutionPhase(weights, shifts, size.Result, (0, 0), (1, 1))], rows, Quotient(size.Result.Y, rows));
    }

    /// <summary>
    /// The pass back to the images. Result o sees pixel i = o s − p + k d through weight k (s the stride, p the padding, d the dilation),
    /// so with i + p = r + s t the pixels of remainder r see exactly the weights with k d ≡ r modulo s, each at o = t − ⌊k d / s⌋.
    /// </summary>
    /// <param name="size">The convolution's sizes.</param>
    /// <param name="lanes">Lanes of a vector.</param>
    public static ConvolutionPlan Backward(ConvolutionSize size, int lanes)
    {
        if (size.Stride == (1, 1))
            return Reversed(size, lanes);

        var vertical = Remainders(size.Image.Y, size.Kernel.Y, size.Stride.Y, size.Padding.Y, size.Dilation.Y);
        var horizontal = Remainders(size.Image.X, size.Kernel.X, size.Stride.X, size.Padding.X, size.Dilation.X);
        var (firstY, spanY) = Reach(vertical);
        var (firstX, spanX) = Reach(horizontal);
        var count = (Y: vertical.Max(static r => r.Count), X: horizontal.Max(static r => r.Count));
        int rows = RowsOfBand(size, size.Outputs, count);
        var planes = new ConvolutionPlanes((firstY, firstX), (1, 1), rows + spanY, count.X + spanX, [0], IsDense: false);
        var phases =
            from y in vertical
            from x in horizontal
            where y.Count > 0 && x.Count > 0
            let taps = (from ky in y.Weights from kx in x.Weights select (ky, kx)).ToArray()
            select new ConvolutionPhase(
                [.. taps.Select(k => (k.ky * size.Kernel.X) + k.kx)],
                [.. taps.Select(k => (nint)((y.First - (k.ky * size.Dilation.Y / size.Stride.Y) - firstY) * planes.Pitch)
                    + (x.First - (k.kx * size.Dilation.X / size.Stride.X) - firstX))],
                (y.Count, x.Count), (y.Start, x.Start), size.Stride);
        return new ConvolutionPlan(
            size.Result, size.Image, size.Groups, size.GroupOutputs, size.GroupChannels, planes, [.. phases], rows,
            Quotient(count.Y, rows));
    }

    // Without strides the way back is the convolution of the gradient with the kernels turned round.
    private static ConvolutionPlan Reversed(ConvolutionSize size, int lanes)
    {
        var margin = (size.Span.Y - 1 - size.Padding.Y, size.Span.X - 1 - size.Padding.X);
        var after = (size.Span.Y - 1 - size.PaddingAfter.Y, size.Span.X - 1 - size.PaddingAfter.X);
        var turned = Forward(
            size with { Channels = size.Outputs, Outputs = size.Channels, Image = size.Result, Padding = margin, PaddingAfter = after },
            lanes);
        var phase = turned.Phases[0];
        return turned with { Phases = [phase with { Weights = [.. phase.Weights.Reverse()] }] };
    }

    private static bool IsDense(ConvolutionSize size, int pitch, int lanes) => size.GroupOutputs > Alone
        && ConvolutionPlanes.SavesByDense(size, IsByRows(size.Result.X, pitch, lanes) ? Quotient(size.Result.X, lanes) * lanes : pitch);

    // For each remainder: the weights, the first t of a pixel in the image, that pixel, and how many there are.
    private static (int[] Weights, int First, int Start, int Count, int Deepest)[] Remainders(
        int image, int kernel, int stride, int padding, int dilation) => [.. Enumerable.Range(0, stride).Select(r =>
    {
        int[] weights = [.. Enumerable.Range(0, kernel).Where(k => k * dilation % stride == r)];
        int first = padding <= r ? 0 : Quotient(padding - r, stride);
        int start = r + (stride * first) - padding;
        int count = start < image ? Quotient(image - start, stride) : 0;
        return (weights, first, start, count, weights.Length == 0 ? 0 : weights[^1] * dilation / stride);
    })];

    // The first o that any remainder sees, and how many follow the one that the last position sees first.
    private static (int First, int Span) Reach((int[] Weights, int First, int Start, int Count, int Deepest)[] remainders)
    {
        int first = remainders.Min(static r => r.First - r.Deepest);
        return (first, remainders.Max(static r => r.First) - first);
    }

    private static int RowsOfBand(ConvolutionSize size, int channels, (int Y, int X) count)
    {
        long products = (long)size.Outputs * size.GroupChannels * size.KernelCount * size.Result.Y * size.Result.X;
        long forMemory = Quotient((long)channels * count.Y * count.X, BandElements);
        long pieces = Workers.Count == 1 ? 1 : Workers.Count * PiecesPerThread;
        long forThreads = Math.Min(Quotient(pieces, size.Batch), products / BandProducts);
        // The rows above and below a band are laid out twice; that should not be most of them.
        int fewest = Math.Max(2, size.Span.Y / size.Stride.Y);
        return Math.Clamp((int)Quotient(count.Y, Math.Max(1, Math.Max(forMemory, forThreads))), Math.Min(fewest, count.Y), count.Y);
    }

    private static long Quotient(long dividend, long divisor) => (dividend + divisor - 1) / divisor;

    private static int Quotient(int dividend, int divisor) => (dividend + divisor - 1) / divisor;
}
