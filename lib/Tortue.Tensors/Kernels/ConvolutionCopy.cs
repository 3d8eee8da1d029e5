using System.Runtime.CompilerServices;

namespace Tortue.Tensors.Kernels;

/// <summary>Brings images into the layout of <see cref="ConvolutionPlanes"/>, and results out of it.</summary>
internal static unsafe class ConvolutionCopy<TLanes, TVector, T>
    where TLanes : struct, ILanes<TVector, T>
    where TVector : struct
    where T : unmanaged
{
    /// <summary>Lays out an image's channels: margins become zero, and every step-th pixel goes into the same plane.</summary>
    /// <param name="source">The image, packed.</param>
    /// <param name="channels">How many channels.</param>
    /// <param name="image">Rows and columns of the image.</param>
    /// <param name="planes">The layout.</param>
    /// <param name="row">The planes' row that is laid out first, of those that the layout would have without bands.</param>
    /// <param name="destination">Room for all channels and one vector.</param>
    /// <param name="channelSize">Elements from one channel to the next, at least the layout's; what is left over becomes zero.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Spread(
        T* source, int channels, (int Y, int X) image, in ConvolutionPlanes planes, int row, T* destination, nint channelSize)
    {
        var (stepY, stepX) = planes.Steps;
        var (pitch, rows) = (planes.Pitch, planes.Rows);
        // Zeros are stored by whole vectors, which may reach into what is written next.
        for (int c = 0; c < channels; c++, source += image.Y * image.X)
        {
            T* target = destination + (c * channelSize);
            for (int plane = 0; plane < stepY * stepX; plane++)
            {
                int firstX = (plane % stepX) + planes.First.X;
                int y = (row * stepY) + (plane / stepX) + planes.First.Y;
                // The columns whose pixels lie in the image.
                int from = Math.Min(pitch, firstX >= 0 ? 0 : (-firstX + stepX - 1) / stepX);
                int to = Math.Clamp((image.X - firstX + stepX - 1) / stepX, from, pitch);
                for (int r = 0; r < rows; r++, target += pitch, y += stepY)
                {
                    if (y < 0 || y >= image.Y)
                    {
                        Clear(target, 0, pitch);
                        continue;
                    }

                    Clear(target, 0, from);
                    Copy(source + ((nint)y * image.X) + firstX, target, from, to, stepX);
                    Clear(target, to, pitch);
                }
            }

            Clear(destination + (c * channelSize), planes.ChannelSize, channelSize);
        }
    }

    /// <summary>Takes the positions that count.</summary>
    /// <param name="source">Rows of positions.</param>
    /// <param name="pitch">Elements from one row to the next.</param>
    /// <param name="count">Rows and columns that count.</param>
    /// <param name="destination">Where the first goes.</param>
    /// <param name="step">Elements of the destination from one row, and one column, to the next.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Take(T* source, int pitch, (int Y, int X) count, T* destination, (nint Y, nint X) step)
    {
        for (int row = 0; row < count.Y; row++, source += pitch, destination += step.Y)
        {
            int x = 0;
            if (step.X == 1)
            {
                for (; x <= count.X - TLanes.Count; x += TLanes.Count)
                    TLanes.Store(destination + x, TLanes.Load(source + x));
            }

            T* target = destination + (x * step.X);
            for (; x < count.X; x++, target += step.X)
                *target = source[x];
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Clear(T* target, nint from, nint to)
    {
        for (; from < to; from += TLanes.Count)
            TLanes.Store(target + from, default);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Copy(T* pixels, T* target, int from, int to, int step)
    {
        int x = from;
        if (step == 1)
        {
            for (; x <= to - TLanes.Count; x += TLanes.Count)
                TLanes.Store(target + x, TLanes.Load(pixels + x));
        }

        for (; x < to; x++)
            target[x] = pixels[(nint)x * step];
    }
}
