namespace Tortue.Tensors.Kernels;

/// <summary>Brings images into the layout of <see cref="ConvolutionPlanes"/>, and results out of it.</summary>
internal static unsafe class ConvolutionCopy<T>
    where T : unmanaged
{
    /// <summary>Lays out an image's channels: margins become zero, and every stride-th pixel goes into the same plane.</summary>
    /// <param name="source">The image, packed.</param>
    /// <param name="channels">How many channels.</param>
    /// <param name="image">Rows and columns of the image.</param>
    /// <param name="padding">The margin before its first row and column.</param>
    /// <param name="planes">The layout.</param>
    /// <param name="destination">Room for all channels.</param>
    public static void Spread(
        T* source, int channels, (int Y, int X) image, (int Y, int X) padding, in ConvolutionPlanes planes, T* destination)
    {
        var (stepY, stepX) = planes.Phases;
        for (int c = 0; c < channels; c++, source += image.Y * image.X)
        {
            for (int phase = 0; phase < stepY * stepX; phase++)
            {
                var (firstY, firstX) = ((phase / stepX) - padding.Y, (phase % stepX) - padding.X);
                // The columns whose pixels lie in the image.
                int from = Math.Min(planes.Pitch, firstX >= 0 ? 0 : (-firstX + stepX - 1) / stepX);
                int to = Math.Clamp((image.X - firstX + stepX - 1) / stepX, from, planes.Pitch);
                for (int row = 0; row < planes.Rows; row++, destination += planes.Pitch)
                {
                    int y = (row * stepY) + firstY;
                    var target = new Span<T>(destination, planes.Pitch);
                    if (y < 0 || y >= image.Y)
                    {
                        target.Clear();
                        continue;
                    }

                    target[..from].Clear();
                    target[to..].Clear();
                    T* pixels = source + ((nint)y * image.X) + firstX;
                    if (stepX == 1)
                    {
                        new ReadOnlySpan<T>(pixels + from, to - from).CopyTo(target[from..to]);
                        continue;
                    }

                    for (int x = from; x < to; x++)
                        destination[x] = pixels[x * stepX];
                }
            }
        }
    }

    /// <summary>Places pixels in planes of zeros; those that would lie outside are left out.</summary>
    /// <param name="source">The image, packed.</param>
    /// <param name="channels">How many channels.</param>
    /// <param name="image">Rows and columns of the image.</param>
    /// <param name="step">Rows and columns of the plane from one pixel to the next.</param>
    /// <param name="first">Row and column of the first pixel, which may be negative.</param>
    /// <param name="destination">Room for all planes.</param>
    /// <param name="plane">Rows and columns of a plane.</param>
    /// <param name="planeSize">Elements from one plane to the next, at least those of a plane.</param>
    public static void Place(
        T* source, int channels, (int Y, int X) image, (int Y, int X) step, (int Y, int X) first, T* destination, (int Y, int X) plane,
        int planeSize)
    {
        for (int c = 0; c < channels; c++, destination += planeSize)
        {
            new Span<T>(destination, planeSize).Clear();
            for (int y = 0; y < image.Y; y++, source += image.X)
            {
                int row = (y * step.Y) + first.Y;
                if (row < 0 || row >= plane.Y)
                    continue;
                T* target = destination + ((nint)row * plane.X);
                for (int x = 0, column = first.X; x < image.X; x++, column += step.X)
                {
                    if (column >= 0 && column < plane.X)
                        target[column] = source[x];
                }
            }
        }
    }

    /// <summary>Takes the positions that count.</summary>
    public static void Take(T* source, in ConvolutionPlanes planes, T* destination)
    {
        var (rows, columns) = planes.Result;
        for (int row = 0; row < rows; row++, source += planes.Pitch, destination += columns)
            new ReadOnlySpan<T>(source, columns).CopyTo(new Span<T>(destination, columns));
    }
}
