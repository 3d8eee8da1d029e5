namespace Tortue.Tensors.Kernels;

/// <summary>
/// Images laid out with their margins so that a convolution is a sum over shifts: the result at flat position p is Σ w · x[p + shift],
/// for one shift a weight, and neighbours in p are neighbours in memory. With a stride s an image is cut into s × s planes, which hold
/// the pixels whose row and column leave the same remainders. Positions at the end of a row wrap into the next; they are computed too
/// and thrown away.
/// </summary>
internal readonly struct ConvolutionPlanes
{
    private ConvolutionPlanes((int Y, int X) result, (int Y, int X) reach, (int Y, int X) phases)
    {
        (Result, Phases) = (result, phases);
        Rows = result.Y + (reach.Y / phases.Y);
        Pitch = result.X + (reach.X / phases.X);
    }

    /// <summary>Rows and columns of positions that count.</summary>
    public (int Y, int X) Result { get; }

    /// <summary>Planes of a channel.</summary>
    public (int Y, int X) Phases { get; }

    /// <summary>Rows of a plane.</summary>
    public int Rows { get; }

    /// <summary>Elements from one row to the next.</summary>
    public int Pitch { get; }

    /// <summary>Elements of a plane.</summary>
    public int PlaneSize => Rows * Pitch;

    /// <summary>Elements of a channel.</summary>
    public int ChannelSize => Phases.Y * Phases.X * PlaneSize;

    /// <summary>Positions from the first that counts to the last, both included.</summary>
    public int Positions => ((Result.Y - 1) * Pitch) + Result.X;

    /// <summary>Images as the forward pass reads them.</summary>
    public static ConvolutionPlanes OfImages(ConvolutionSize size) =>
        new(size.Result, (size.Span.Y - 1, size.Span.X - 1), size.Stride);

    /// <summary>Gradients of results as the backward pass reads them: their pixels a stride apart, with zeros between.</summary>
    public static ConvolutionPlanes OfGradients(ConvolutionSize size) =>
        new(size.Image, (size.Span.Y - 1, size.Span.X - 1), (1, 1));

    /// <summary>Where in a channel the pixel lies that a weight sees at position 0.</summary>
    /// <param name="y">Pixels below the kernel's first weight.</param>
    /// <param name="x">Pixels to the right of it.</param>
    public int Shift(int y, int x)
    {
        int phase = ((y % Phases.Y) * Phases.X) + (x % Phases.X);
        return (phase * PlaneSize) + ((y / Phases.Y) * Pitch) + (x / Phases.X);
    }
}
