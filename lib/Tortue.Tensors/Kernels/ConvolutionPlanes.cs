namespace Tortue.Tensors.Kernels;

/// <summary>
/// Images laid out with their margins so that a convolution is a sum over shifts: the result at flat position p is Σ w · x[p + shift],
/// for one shift a weight, and neighbours in p are neighbours in memory. With a step s an image is cut into s × s planes, which hold
/// the pixels whose row and column leave the same remainders. Of a large image a band of rows is laid out at a time.
/// </summary>
/// <remarks>
/// Planes have margins at the sides, which a vector of positions meets at the end of each row; or there is a plane for each of the
/// kernel's columns, already shifted, without margins: more to copy, but every position counts, and results follow one another.
/// </remarks>
/// <param name="First">The image's row and column that come first; negative where there is a margin.</param>
/// <param name="Steps">Rows and columns of the image from one of a plane to the next.</param>
/// <param name="Rows">Rows of a plane.</param>
/// <param name="Pitch">Elements from one row to the next.</param>
/// <param name="Columns">How far planes are shifted to the right; for each of the remainders of rows there are these planes.</param>
/// <param name="IsDense">Whether there is a plane for each column of the kernel.</param>
internal readonly record struct ConvolutionPlanes(
    (int Y, int X) First, (int Y, int X) Steps, int Rows, int Pitch, int[] Columns, bool IsDense)
{
    /// <summary>Elements of a plane.</summary>
    public int PlaneSize => Rows * Pitch;

    /// <summary>Elements of a channel.</summary>
    public int ChannelSize => Steps.Y * Columns.Length * PlaneSize;

    /// <summary>Images as the forward pass reads them, for so many rows of the result.</summary>
    public static ConvolutionPlanes OfImages(ConvolutionSize size, int rows, bool dense) => new(
        (-size.Padding.Y, -size.Padding.X), size.Stride, rows + ((size.Span.Y - 1) / size.Stride.Y),
        size.Result.X + (dense ? 0 : (size.Span.X - 1) / size.Stride.X),
        dense ? [.. Enumerable.Range(0, size.Kernel.X).Select(k => k * size.Dilation.X)] : [.. Enumerable.Range(0, size.Stride.X)], dense);

    /// <summary>
    /// Whether planes without margins are worth the copies: where more than a sixteenth of the lanes would be idle otherwise, and images
    /// are as wide as results, so that a shifted plane is one copy.
    /// </summary>
    /// <param name="size">The convolution's sizes.</param>
    /// <param name="lanesOfRow">Lanes that a row takes with margins.</param>
    public static bool SavesByDense(ConvolutionSize size, int lanesOfRow) =>
        size.Stride == (1, 1) && size.Image.X == size.Result.X && size.Result.X + (size.Result.X / 16) < lanesOfRow;

    /// <summary>Where in a channel the pixel lies that a weight sees at position 0.</summary>
    /// <param name="size">The convolution's sizes.</param>
    /// <param name="weight">The weight's index in its kernel.</param>
    public int Shift(ConvolutionSize size, int weight)
    {
        int y = weight / size.Kernel.X * size.Dilation.Y;
        int column = weight % size.Kernel.X;
        int x = column * size.Dilation.X;
        int plane = (y % Steps.Y * Columns.Length) + (IsDense ? column : x % Steps.X);
        return (plane * PlaneSize) + (y / Steps.Y * Pitch) + (IsDense ? 0 : x / Steps.X);
    }

    /// <summary>Positions from the first of a number of rows to the last, both included.</summary>
    public int Positions(int rows, int columns) => ((rows - 1) * Pitch) + columns;
}
