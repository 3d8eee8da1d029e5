using System.IO.Compression;

namespace Tortue.Data.Formats;

/// <summary>A file's bytes in order, unpacked where it is a gzip file, each shortage reported with its place.</summary>
internal sealed class ByteSource : IDisposable
{
    // Deflate makes at most 1,032 bytes of one.
    private const int MostExpansion = 1032;

    private readonly Stream _stream;

    private ByteSource(Stream stream, string name, long mostBytes)
    {
        _stream = stream;
        Name = name;
        MostBytes = mostBytes;
    }

    /// <summary>The file's path.</summary>
    public string Name { get; }

    /// <summary>How many bytes have been read.</summary>
    public long Offset { get; private set; }

    /// <summary>More bytes than this cannot come: what a header may promise.</summary>
    public long MostBytes { get; }

    /// <summary>Opens a file; one that ends in .gz must be a gzip file, any other may be.</summary>
    /// <exception cref="DataFormatException">It ends in .gz and is none.</exception>
    public static ByteSource Open(string path)
    {
        var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 1 << 16);
        try
        {
            bool packed = GzipSignature.IsAt(file);
            if (!packed && path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase))
                throw GzipSignature.Missing(file, path);
            return packed
                ? new(new GZipStream(file, CompressionMode.Decompress), path, file.Length * MostExpansion)
                : new(file, path, file.Length);
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    /// <summary>Fills a buffer.</summary>
    /// <exception cref="DataFormatException">The file ends before, or its compressed data is damaged.</exception>
    public void Fill(Span<byte> buffer)
    {
        int read = Read(buffer);
        if (read < buffer.Length)
            throw new DataFormatException(Name, Offset, Text.Format(FormatsText.MoreBytes, buffer.Length - read), FormatsText.TheEnd);
    }

    /// <summary>Makes sure that nothing follows.</summary>
    public void ExpectEnd()
    {
        Span<byte> one = stackalloc byte[1];
        if (Read(one) != 0)
            throw new DataFormatException(Name, Offset - 1, Text.Format(FormatsText.EndAfter, Offset - 1), FormatsText.Trailing);
    }

    /// <inheritdoc/>
    public void Dispose() => _stream.Dispose();

    private int Read(Span<byte> buffer)
    {
        try
        {
            int read = _stream.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false);
            Offset += read;
            return read;
        }
        catch (InvalidDataException)
        {
            throw new DataFormatException(Name, Offset, FormatsText.IntactGzip, FormatsText.Damaged);
        }
    }
}
