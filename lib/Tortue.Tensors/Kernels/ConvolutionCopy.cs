using System.Numerics;
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
        var (pitch, rows, columns) = (planes.Pitch, planes.Rows, planes.Columns);
        // Zeros are stored by whole vectors, which may reach into what is written next.
        for (int c = 0; c < channels; c++, source += image.Y * image.X)
        {
            T* target = destination + (c * channelSize);
            for (int plane = 0; plane < stepY * columns.Length; plane++)
            {
                int firstX = columns[plane % columns.Length] + planes.First.X;
                int y = (row * stepY) + (plane / columns.Length) + planes.First.Y;
                if (pitch == image.X && stepX == 1 && stepY == 1)
                {
                    Shifted(source, image, (y, firstX), target, rows);
                    target += planes.PlaneSize;
                    continue;
                }

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

    // A plane as wide as the image lies in memory as the image does; what comes from another row is margin.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Shifted(T* source, (int Y, int X) image, (int Y, int X) first, T* target, int rows)
    {
        int above = Math.Clamp(-first.Y, 0, rows), below = Math.Clamp(image.Y - first.Y, above, rows);
        int left = Math.Clamp(-first.X, 0, image.X), right = Math.Clamp(image.X - first.X, left, image.X);
        nint size = (nint)image.Y * image.X, shift = ((nint)first.Y * image.X) + first.X;
        Clear(target, 0, (nint)above * image.X);
        nint from = Math.Max((nint)above * image.X, -shift), to = Math.Min((nint)below * image.X, size - shift);
        if (from < to)
            Copy(source + shift, target, (int)from, (int)to, 1);
        for (int row = above; row < below; row++)
        {
            T* line = target + ((nint)row * image.X);
            for (int x = 0; x < left; x++)
                line[x] = default;
            for (int x = right; x < image.X; x++)
                line[x] = default;
        }

        Clear(target, (nint)below * image.X, (nint)rows * image.X);
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
            if (x < to && to - from >= TLanes.Count)
            {
                x = to - TLanes.Count;
                TLanes.Store(target + x, TLanes.Load(pixels + x));
                return;
            }
        }

        if (step == 2 && sizeof(T) == sizeof(uint) && to - from > Vector<uint>.Count)
        {
            for (; x < to - Vector<uint>.Count; x += Vector<uint>.Count)
                EverySecond((uint*)(pixels + (2 * (nint)x)), (uint*)(target + x));
            x = to - 1 - Vector<uint>.Count;
            EverySecond((uint*)(pixels + (2 * (nint)x)), (uint*)(target + x));
            x = to - 1;
        }

        for (; x < to; x++)
            target[x] = pixels[(nint)x * step];
    }

    // Pairs of elements, read as one number, lose their upper half, which is the second one where the lower half comes first in memory.
    // What is read ends with a second element; there is one, since another pixel that counts follows it.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void EverySecond(uint* source, uint* target)
    {
        Vector<ulong> first = Vector.Load((ulong*)source), second = Vector.Load((ulong*)source + Vector<ulong>.Count);
        if (!BitConverter.IsLittleEndian)
            (first, second) = (Vector.ShiftRightLogical(first, 32), Vector.ShiftRightLogical(second, 32));
        Vector.Narrow(first, second).Store(target);
    }
}
