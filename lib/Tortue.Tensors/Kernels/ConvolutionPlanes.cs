namespace Tortue.Tensors.Kernels;

/// <summary>
/// Images laid out with their margins so that a convolution is a sum over shifts: the result at flat position p is Σ w · x[p + shift],
/// for one shift a weight, and neighbours in p are neighbours in memory. With a step s an image is cut into s × s planes, which hold
/// the pixels whose row and column leave the same remainders. Of a large image a band of rows is laid out at a time.
/// </summary>
/// <param name="First">The image's row and column that come first; negative where there is a margin.</param>
/// <param name="Steps">Rows and columns of the image from one of a plane to the next; there are as many planes.</param>
/// <param name="Rows">Rows of a plane.</param>
/// <param name="Pitch">Elements from one row to the next.</param>
internal readonly record struct ConvolutionPlanes((int Y, int X) First, (int Y, int X) Steps, int Rows, int Pitch)
{
    /// <summary>Elements of a plane.</summary>
    public int PlaneSize => Rows * Pitch;

    /// <summary>Elements of a channel.</summary>
    public int ChannelSize => Steps.Y * Steps.X * PlaneSize;

    /// <summary>Images as the forward pass reads them, for so many rows of the result.</summary>
    public static ConvolutionPlanes OfImages(ConvolutionSize size, int rows) => new(
        (-size.Padding.Y, -size.Padding.X), size.Stride, rows + ((size.Span.Y - 1) / size.Stride.Y),
        size.Result.X + ((size.Span.X - 1) / size.Stride.X));

    /// <summary>Where in a channel the pixel lies that a weight sees at position 0.</summary>
    /// <param name="y">Pixels below the kernel's first weight.</param>
    /// <param name="x">Pixels to the right of it.</param>
    public int Shift(int y, int x)
    {
        int plane = ((y % Steps.Y) * Steps.X) + (x % Steps.X);
        return (plane * PlaneSize) + ((y / Steps.Y) * Pitch) + (x / Steps.X);
    }

    /// <summary>Positions from the first of a number of rows to the last, both included.</summary>
    public int Positions(int rows, int columns) => ((rows - 1) * Pitch) + columns;
}
