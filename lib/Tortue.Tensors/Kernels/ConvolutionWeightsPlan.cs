namespace Tortue.Tensors.Kernels;

/// <summary>
/// How the gradient with respect to weights is summed: over pieces of the batch, which are several small images or a band of rows of a
/// large one, in tables of side × side sums.
/// </summary>
internal sealed class ConvolutionWeightsPlan
{
    // The rows that meet in one table stay in the first cache while all shifts pass by.
    private const int RowElements = 1536;

    private const int MostParts = 8;

    // The images of a piece stay in the second cache.
    private const int PieceElements = 1 << 17;

    // The partial sums of all parts together, where there are enough weights to keep two threads busy anyway.
    private const long SumsElements = 1 << 22;

    // Outputs are not shared out for the sake of other threads when there would be less to do for each.
    private const long RangeProducts = 1 << 20;

    private readonly int _side;

    private ConvolutionWeightsPlan(ConvolutionSize size, int lanes, int side)
    {
        _side = side;
        int taps = size.GroupChannels * size.KernelCount;
        SumsSize = (nint)(size.Groups * Quotient(size.GroupOutputs, side) * Quotient(taps, side) * side * side);
        var whole = ConvolutionPlanes.OfImages(size, size.Result.Y, dense: false);
        bool dense = ConvolutionPlanes.SavesByDense(size, size.Result.X % lanes == 0 ? size.Result.X : whole.Pitch);
        int positions = size.Result.Y * (dense ? size.Result.X : whole.Pitch);
        Parts = (int)Math.Clamp(SumsElements / SumsSize, 2, MostParts);
        BandRows = (int)Math.Max(Math.Min(2, size.Result.Y), Quotient(size.Result.Y, Quotient(positions, RowElements)));
        Bands = (int)Quotient(size.Result.Y, BandRows);
        Planes = ConvolutionPlanes.OfImages(size, BandRows, dense);
        ImageSize = (nint)size.Channels * Planes.ChannelSize;
        long images = Math.Min(Math.Min(RowElements / positions, PieceElements / ImageSize), size.Batch / Parts);
        Images = Bands > 1 ? 1 : (int)Math.Max(1, images);
        Pieces = (int)Quotient(size.Batch, Images) * Bands;
        Parts = Math.Min(Parts, Pieces);
        long products = (long)positions * size.Batch * size.Outputs * taps;
        // Each range lays its images out by itself, so there are no more of them than keep the threads equally busy.
        long wanted = Parts % Workers.Count == 0 ? 1 : Quotient(2 * Workers.Count, Parts);
        Ranges = (int)Math.Max(1, Math.Min(Quotient(size.GroupOutputs, side), Math.Min(wanted, products / RangeProducts)));

        (int Y, int X) last = (size.Result.Y - ((Bands - 1) * BandRows), size.Result.X);
        ReadsGradients = dense ? (BandRows * last.X % lanes) + (last.Y * last.X % lanes) == 0 : last.X % lanes == 0;
        GradientPlanes = new ConvolutionPlanes((0, 0), (1, 1), BandRows, Planes.Pitch, [0], IsDense: false);
        GradientRow = (nint)Quotient(GradientPlanes.PlaneSize, lanes) * lanes;
        Shifts = new nint[taps + side];
        for (int tap = 0; tap < taps; tap++)
            Shifts[tap] = ((nint)(tap / size.KernelCount) * Planes.ChannelSize) + Planes.Shift(size, tap % size.KernelCount);

        GradientSize = ReadsGradients ? 0 : size.Outputs * GradientRow;
    }

    /// <summary>The layout of images, for a band.</summary>
    public ConvolutionPlanes Planes { get; }

    /// <summary>The layout of results' gradients, for a band.</summary>
    public ConvolutionPlanes GradientPlanes { get; }

    /// <summary>Whether gradients are read as they come: where a row, or a dense band, is a number of whole vectors.</summary>
    public bool ReadsGradients { get; }

    /// <summary>Where each weight finds its pixel; those of the last table that no weight has are those of the first pixel.</summary>
    public nint[] Shifts { get; }

    /// <summary>Rows of a band.</summary>
    public int BandRows { get; }

    /// <summary>Bands of an image.</summary>
    public int Bands { get; }

    /// <summary>Images of a piece.</summary>
    public int Images { get; }

    /// <summary>Pieces of the batch.</summary>
    public int Pieces { get; }

    /// <summary>Parts of the batch that are summed apart.</summary>
    public int Parts { get; }

    /// <summary>Ranges of a group's outputs that different threads may take; they change no sum.</summary>
    public int Ranges { get; }

    /// <summary>Elements of one laid out image.</summary>
    public nint ImageSize { get; }

    /// <summary>Elements of an image's laid out gradients.</summary>
    public nint GradientSize { get; }

    /// <summary>Elements from one output's laid out gradients to the next one's.</summary>
    public nint GradientRow { get; }

    /// <summary>Elements of all tables.</summary>
    public nint SumsSize { get; }

    /// <summary>A plan for vectors of a number of lanes and tables of a number of rows and columns.</summary>
    public static ConvolutionWeightsPlan Of(ConvolutionSize size, int lanes, int side) => new(size, lanes, side);

    /// <summary>The first output of a range, at the beginning of a table; one past the last one's end is the number of outputs.</summary>
    public int FirstOutput(ConvolutionSize size, int range) =>
        (int)Math.Min(size.GroupOutputs, Quotient(size.GroupOutputs, _side) * range / Ranges * _side);

    /// <summary>Where the tables of an output, or of all of them where it is one past the last, begin.</summary>
    public nint Tables(ConvolutionSize size, int group, int output)
    {
        long outputs = Quotient(size.GroupOutputs, _side);
        long ofOutput = Quotient(size.GroupChannels * size.KernelCount, _side) * _side * _side;
        return (nint)(((group * outputs) + (output == size.GroupOutputs ? outputs : output / _side)) * ofOutput);
    }

    /// <summary>Takes the sums out of their tables.</summary>
    /// <param name="size">The convolution's sizes.</param>
    /// <param name="sums">The tables.</param>
    /// <param name="gradient">Outputs × channels of a group × rows × columns.</param>
    public unsafe void TakeOut<T>(ConvolutionSize size, T* sums, T* gradient)
        where T : unmanaged
    {
        int taps = size.GroupChannels * size.KernelCount;
        for (int group = 0; group < size.Groups; group++)
        {
            for (int output = 0; output < size.GroupOutputs; output++, gradient += taps)
            {
                T* row = sums + Tables(size, group, output) + (output % _side * _side);
                for (int tap = 0; tap < taps; tap += _side, row += _side * _side)
                {
                    int count = Math.Min(_side, taps - tap);
                    new ReadOnlySpan<T>(row, count).CopyTo(new Span<T>(gradient + tap, count));
                }
            }
        }
    }

    private static long Quotient(long dividend, long divisor) => (dividend + divisor - 1) / divisor;
}
