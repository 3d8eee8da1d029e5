using System.Buffers.Binary;
using static TorchSharp.torch;

namespace Tortue.Data.Formats;

/// <summary>
/// Reads IDX files of unsigned bytes, the format of MNIST, packed by gzip or not: two zero bytes, 08, the number of dimensions, each
/// dimension as a big-endian 32-bit number, then the values (Y. LeCun, "The MNIST database", file formats).
/// </summary>
public static class IdxReader
{
    private const int ImageDimensions = 3;
    private const int LabelDimensions = 1;
    private const int BufferSize = 1 << 16;

    /// <summary>Reads images.</summary>
    /// <param name="path">The file; one that ends in .gz must be packed.</param>
    /// <param name="height">The height that they must have, in pixels; null takes any.</param>
    /// <param name="width">The width that they must have, in pixels; null takes any.</param>
    /// <returns>float32 in [0, 1], N×1×height×width.</returns>
    /// <exception cref="DataFormatException">The file is no such file, or is cut off, damaged or too long.</exception>
    /// <exception cref="IOException">It cannot be opened or read.</exception>
    public static Tensor Images(string path, int? height = null, int? width = null)
    {
        using var source = ByteSource.Open(path);
        var sizes = Header(source, ImageDimensions);
        if (sizes[1] != (height ?? sizes[1]) || sizes[2] != (width ?? sizes[2]))
        {
            var expected = Text.Format(FormatsText.Dimensions, height ?? sizes[1], width ?? sizes[2]);
            throw new DataFormatException(path, 8, expected, Text.Format(FormatsText.Dimensions, sizes[1], sizes[2]));
        }

        var images = empty([sizes[0], 1, sizes[1], sizes[2]], float32);
        try
        {
            var values = PixelValues.Of(images);
            Span<byte> buffer = new byte[BufferSize];
            for (int start = 0; start < values.Length; start += BufferSize)
            {
                var chunk = buffer[..Math.Min(BufferSize, values.Length - start)];
                source.Fill(chunk);
                PixelValues.Scale(chunk, values[start..]);
            }

            source.ExpectEnd();
            return images;
        }
        catch
        {
            images.Dispose();
            throw;
        }
    }

    /// <summary>Reads labels.</summary>
    /// <param name="path">The file; one that ends in .gz must be packed.</param>
    /// <param name="classes">How many classes there are: labels are from 0 to one less; 1 to 256.</param>
    /// <returns>int64, N numbers.</returns>
    /// <exception cref="DataFormatException">The file is no such file, or is cut off, damaged, too long, or has another label.</exception>
    /// <exception cref="IOException">It cannot be opened or read.</exception>
    public static Tensor Labels(string path, int classes)
    {
        using var source = ByteSource.Open(path);
        var bytes = new byte[Header(source, LabelDimensions)[0]];
        long start = source.Offset;
        source.Fill(bytes);
        source.ExpectEnd();
        int wrong = bytes.AsSpan().IndexOfAnyExceptInRange((byte)0, (byte)(classes - 1));
        if (wrong >= 0)
            throw new DataFormatException(path, start + wrong, Text.Format(FormatsText.Label, classes - 1), $"{bytes[wrong]}");
        return tensor(Array.ConvertAll(bytes, label => (long)label));
    }

    /// <summary>Makes sure that there are as many labels as images.</summary>
    internal static void RequireSameCount(string imagesPath, Tensor images, string labelsPath, Tensor labels)
    {
        if (images.shape[0] == labels.shape[0])
            return;
        var expected = Text.Format(FormatsText.AsManyAs, images.shape[0], imagesPath);
        throw new DataFormatException(labelsPath, 4, expected, $"{labels.shape[0]}");
    }

    private static long[] Header(ByteSource source, int dimensions)
    {
        Span<byte> magic = stackalloc byte[4];
        ReadOnlySpan<byte> expected = [0, 0, 8, (byte)dimensions];
        source.Fill(magic);
        if (!magic.SequenceEqual(expected))
        {
            var wanted = Text.Format(FormatsText.IdxMagic, GzipSignature.Hex(expected), dimensions);
            throw new DataFormatException(source.Name, 0, wanted, GzipSignature.Hex(magic));
        }

        var sizes = new long[dimensions];
        Span<byte> number = stackalloc byte[4];
        foreach (ref var size in sizes.AsSpan())
        {
            source.Fill(number);
            size = BinaryPrimitives.ReadUInt32BigEndian(number);
        }

        RequireRoom(source, sizes);
        return sizes;
    }

    // Before any memory is taken: three numbers of 32 bits can promise far more than there is.
    private static void RequireRoom(ByteSource source, long[] sizes)
    {
        var count = sizes.Aggregate(UInt128.One, (product, size) => product * (UInt128)size);
        var found = string.Join('×', sizes);
        if (count == 0)
            throw new DataFormatException(source.Name, 4, FormatsText.SomeExamples, found);
        if (count > (UInt128)PixelValues.Most)
            throw new DataFormatException(source.Name, 4, Text.Format(FormatsText.AtMost, PixelValues.Most), found);
        if (count > (UInt128)source.MostBytes)
            throw new DataFormatException(source.Name, source.Offset, Text.Format(FormatsText.MoreBytes, count), FormatsText.Fewer);
    }
}
