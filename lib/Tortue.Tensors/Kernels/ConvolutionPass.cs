namespace Tortue.Tensors.Kernels;

/// <summary>
/// One pass of a convolution over a batch, forward or backward: images are laid out one by one, and each thread computes whole images.
/// </summary>
/// <remarks>Every sum is taken in one order, so the same input gives the same bits whatever the number of threads.</remarks>
internal static unsafe class ConvolutionPass<TLanes, TVector, T>
    where TLanes : struct, ILanes<TVector, T>
    where TVector : struct
    where T : unmanaged, System.Numerics.INumber<T>
{
    private const int Together = ConvolutionTile<TLanes, TVector, T>.Outputs;
    private const int Side = ConvolutionTile<TLanes, TVector, T>.Side;

    /// <summary>Parts of a batch whose weight gradients are summed apart, and then in order.</summary>
    private const int Parts = 8;

    /// <summary>Positions whose gradients stay in the first cache while all shifts pass by.</summary>
    private const int PositionBlock = 2048;

    [ThreadStatic]
    private static AlignedBuffer? scratch;

    /// <summary>y = x ∗ w + b.</summary>
    public static void Forward(ConvolutionSize size, T* x, T* w, T* b, T* y)
    {
        var planes = ConvolutionPlanes.OfImages(size);
        fixed (T* packed = Packed(size, w, backward: false), first = Firsts(size, b))
        fixed (nint* shifts = ForwardShifts(size, planes))
        {
            T* weights = packed, begin = first;
            nint* moves = shifts;
            Workers.For(0, size.Batch, 1, (from, to) =>
            {
                T* laid = Scratch((size.Channels * planes.ChannelSize) + Slack + (Together * Rounded(planes.Positions)));
                for (int n = from; n < to; n++)
                {
                    T* image = x + ((nint)n * size.Channels * size.Image.Y * size.Image.X);
                    ConvolutionCopy<T>.Spread(image, size.Channels, size.Image, size.Padding, planes, laid);
                    Sum(planes, (size.Groups, size.GroupChannels, size.GroupOutputs), size.KernelCount, laid, moves, weights, begin,
                        y + ((nint)n * size.Outputs * size.Result.Y * size.Result.X));
                }
            });
        }
    }

    /// <summary>The gradient with respect to x, given the one with respect to y.</summary>
    public static void BackwardToImages(ConvolutionSize size, T* g, T* w, T* gradient)
    {
        var planes = ConvolutionPlanes.OfGradients(size);
        fixed (T* packed = Packed(size, w, backward: true), first = Firsts(size with { Outputs = size.Channels }, null))
        fixed (nint* shifts = BackwardShifts(size, planes))
        {
            T* weights = packed, begin = first;
            nint* moves = shifts;
            var margin = (size.Span.Y - 1 - size.Padding.Y, size.Span.X - 1 - size.Padding.X);
            Workers.For(0, size.Batch, 1, (from, to) =>
            {
                T* laid = Scratch((size.Outputs * planes.ChannelSize) + Slack + (Together * Rounded(planes.Positions)));
                for (int n = from; n < to; n++)
                {
                    ConvolutionCopy<T>.Place(
                        g + ((nint)n * size.Outputs * size.Result.Y * size.Result.X), size.Outputs, size.Result, size.Stride, margin,
                        laid, (planes.Rows, planes.Pitch), planes.PlaneSize);
                    Sum(planes, (size.Groups, size.GroupOutputs, size.GroupChannels), size.KernelCount, laid, moves, weights, begin,
                        gradient + ((nint)n * size.Channels * size.Image.Y * size.Image.X));
                }
            });
        }
    }

    /// <summary>The gradient with respect to w, given the one with respect to y.</summary>
    public static void BackwardToWeights(ConvolutionSize size, T* x, T* g, T* gradient)
    {
        var planes = ConvolutionPlanes.OfImages(size);
        int count = size.Outputs * size.GroupChannels * size.KernelCount;
        int parts = Math.Min(Parts, size.Batch);
        fixed (T* partial = new T[(long)count * parts])
        fixed (nint* shifts = ForwardShifts(size, planes))
        {
            T* sums = partial;
            nint* moves = shifts;
            Workers.For(0, parts, 1, (from, to) =>
            {
                int row = Rounded(planes.Positions);
                int images = (size.Channels * planes.ChannelSize) + Slack;
                T* laid = Scratch(images + ((size.Outputs + Side) * row));
                // Gradients are zero where positions do not count; what they meet there must be a number.
                new Span<T>(laid + images - Slack, Slack).Clear();
                new Span<T>(laid + images + (size.Outputs * row), Side * row).Clear();
                for (int part = from; part < to; part++)
                {
                    var (first, end) = ((int)((long)size.Batch * part / parts), (int)((long)size.Batch * (part + 1) / parts));
                    for (int n = first; n < end; n++)
                    {
                        ConvolutionCopy<T>.Spread(
                            x + ((nint)n * size.Channels * size.Image.Y * size.Image.X), size.Channels, size.Image, size.Padding, planes,
                            laid);
                        ConvolutionCopy<T>.Place(
                            g + ((nint)n * size.Outputs * size.Result.Y * size.Result.X), size.Outputs, size.Result, (1, 1), (0, 0),
                            laid + images, (planes.Result.Y, planes.Pitch), row);
                        AddProducts(size, planes, laid, moves, laid + images, row, sums + ((nint)part * count));
                    }
                }
            });
            for (int i = 0; i < count; i++)
            {
                T sum = T.Zero;
                for (int part = 0; part < parts; part++)
                    sum += sums[((nint)part * count) + i];
                gradient[i] = sum;
            }
        }
    }

    // Vectors are read past the last position, two at a time at most.
    private static int Slack => 2 * TLanes.Count;

    private static int Rounded(int positions) => (positions + Slack - 1) / Slack * Slack;

    private static T* Scratch(nint length) => (scratch ??= new()).Get<T>(length);

    private static void Sum(
        in ConvolutionPlanes planes, (int Groups, int Channels, int Outputs) parts, int kernel, T* x, nint* shifts, T* weights, T* first,
        T* y)
    {
        int taps = parts.Channels * kernel;
        int row = Rounded(planes.Positions);
        T* sums = x + ((nint)parts.Groups * parts.Channels * planes.ChannelSize) + Slack;
        for (int group = 0; group < parts.Groups; group++, x += parts.Channels * planes.ChannelSize)
        {
            for (int output = 0; output < parts.Outputs; output += Together, weights += taps * Together, first += Together)
            {
                int p = 0;
                for (; TLanes.Registers >= 32 && p + TLanes.Count < planes.Positions; p += 2 * TLanes.Count)
                    ConvolutionTile<TLanes, TVector, T>.EightByTwo(taps, shifts, x + p, weights, first, sums + p, row);
                for (; p < planes.Positions; p += TLanes.Count)
                    ConvolutionTile<TLanes, TVector, T>.EightByOne(taps, shifts, x + p, weights, first, sums + p, row);
                for (int i = 0; i < Math.Min(Together, parts.Outputs - output); i++, y += planes.Result.Y * planes.Result.X)
                    ConvolutionCopy<T>.Take(sums + (i * row), planes, y);
            }
        }
    }

    private static void AddProducts(
        ConvolutionSize size, in ConvolutionPlanes planes, T* x, nint* shifts, T* g, int row, T* gradient)
    {
        int taps = size.GroupChannels * size.KernelCount;
        T* table = stackalloc T[Side * Side];
        for (int group = 0; group < size.Groups; group++, x += size.GroupChannels * planes.ChannelSize, g += size.GroupOutputs * row,
            gradient += size.GroupOutputs * taps)
        {
            for (int p = 0; p < planes.Positions; p += PositionBlock)
            {
                int vectors = (Math.Min(PositionBlock, planes.Positions - p) + TLanes.Count - 1) / TLanes.Count;
                for (int output = 0; output < size.GroupOutputs; output += Side)
                {
                    for (int tap = 0; tap < taps; tap += Side)
                    {
                        ConvolutionTile<TLanes, TVector, T>.FourByFour(vectors, g + (output * row) + p, row, x + p, shifts + tap, table);
                        for (int o = 0; o < Math.Min(Side, size.GroupOutputs - output); o++)
                        {
                            for (int t = 0; t < Math.Min(Side, taps - tap); t++)
                                gradient[((nint)(output + o) * taps) + tap + t] += table[(o * Side) + t];
                        }
                    }
                }
            }
        }
    }

    // Those of the last table's columns that no weight has repeat the first shift.
    private static nint[] ForwardShifts(ConvolutionSize size, in ConvolutionPlanes planes)
    {
        var shifts = new nint[(size.GroupChannels * size.KernelCount) + Side];
        for (int tap = 0; tap < shifts.Length - Side; tap++)
        {
            int weight = tap % size.KernelCount;
            shifts[tap] = ((tap / size.KernelCount) * planes.ChannelSize)
                + planes.Shift((weight / size.Kernel.X) * size.Dilation.Y, (weight % size.Kernel.X) * size.Dilation.X);
        }

        return shifts;
    }

    private static nint[] BackwardShifts(ConvolutionSize size, in ConvolutionPlanes planes)
    {
        var shifts = new nint[size.GroupOutputs * size.KernelCount];
        for (int tap = 0; tap < shifts.Length; tap++)
        {
            int weight = size.KernelCount - 1 - (tap % size.KernelCount);
            shifts[tap] = ((tap / size.KernelCount) * planes.ChannelSize)
                + planes.Shift((weight / size.Kernel.X) * size.Dilation.Y, (weight % size.Kernel.X) * size.Dilation.X);
        }

        return shifts;
    }

    // The weights of eight outputs side by side, for each group in turn; backward, channels and outputs change places.
    private static T[] Packed(ConvolutionSize size, T* w, bool backward)
    {
        var (sources, targets) = (size.GroupChannels, size.GroupOutputs);
        if (backward)
            (sources, targets) = (targets, sources);
        int taps = sources * size.KernelCount;
        int blocks = (targets + Together - 1) / Together;
        var packed = new T[(long)size.Groups * blocks * taps * Together];
        for (int group = 0; group < size.Groups; group++)
        {
            for (int target = 0; target < targets; target++)
            {
                int place = ((((group * blocks) + (target / Together)) * taps) * Together) + (target % Together);
                for (int tap = 0; tap < taps; tap++)
                {
                    var (source, weight) = (tap / size.KernelCount, tap % size.KernelCount);
                    var (output, channel) = backward ? (source, target) : (target, source);
                    nint from = (((nint)((group * size.GroupOutputs) + output) * size.GroupChannels) + channel) * size.KernelCount;
                    packed[place + (tap * Together)] = w[from + weight];
                }
            }
        }

        return packed;
    }

    // The biases in the order of the packed weights, or zeros.
    private static T[] Firsts(ConvolutionSize size, T* bias)
    {
        int blocks = (size.GroupOutputs + Together - 1) / Together;
        var firsts = new T[size.Groups * blocks * Together];
        for (int output = 0; bias is not null && output < size.Outputs; output++)
        {
            var (group, inside) = (output / size.GroupOutputs, output % size.GroupOutputs);
            firsts[(group * blocks * Together) + inside] = bias[output];
        }

        return firsts;
    }
}
