using System.Buffers.Binary;
using System.Formats.Tar;
using System.IO.Compression;

namespace Tortue.Tests.Data;

/// <summary>A temporary folder, and files of the formats that are tested.</summary>
internal sealed class TestFolder : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("tortue-data-");

    public string Root => _folder.FullName;

    public void Dispose() => _folder.Delete(recursive: true);

    public string PathOf(string name) => Path.Combine(Root, name);

    public string Write(string name, byte[] bytes)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(PathOf(name))!);
        File.WriteAllBytes(PathOf(name), bytes);
        return PathOf(name);
    }

    /// <summary>An IDX file: its magic number, sizes, and values.</summary>
    public static byte[] Idx(uint magic, uint[] sizes, byte[] values)
    {
        var bytes = new byte[4 + 4 * sizes.Length + values.Length];
        BinaryPrimitives.WriteUInt32BigEndian(bytes, magic);
        for (int i = 0; i < sizes.Length; i++)
            BinaryPrimitives.WriteUInt32BigEndian(bytes.AsSpan(4 + 4 * i), sizes[i]);
        values.CopyTo(bytes, 4 + 4 * sizes.Length);
        return bytes;
    }

    public static byte[] Images(int count, byte[] values, int height = 28, int width = 28) =>
        Idx(0x803, [(uint)count, (uint)height, (uint)width], values);

    public static byte[] Labels(params byte[] labels) => Idx(0x801, [(uint)labels.Length], labels);

    public static byte[] Pixels(int count, int seed = 1)
    {
        var bytes = new byte[count];
        new Random(seed).NextBytes(bytes);
        return bytes;
    }

    public static byte[] Gzip(byte[] bytes)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest))
            gzip.Write(bytes);
        return packed.ToArray();
    }

    /// <summary>A .tar.gz archive of files, each with its folder.</summary>
    public static byte[] TarGz(params (string Name, byte[] Content)[] files)
    {
        using var tar = new MemoryStream();
        using (var writer = new TarWriter(tar, TarEntryFormat.Ustar, leaveOpen: true))
        {
            foreach (var (name, content) in files)
                writer.WriteEntry(new UstarTarEntry(TarEntryType.RegularFile, name) { DataStream = new MemoryStream(content) });
        }

        return Gzip(tar.ToArray());
    }

    /// <summary>CIFAR records: label bytes, then 3,072 pixels that all have the record's number.</summary>
    public static byte[] Records(params byte[][] labels) =>
        [.. labels.SelectMany((label, i) => label.Concat(Enumerable.Repeat((byte)i, 3072)))];

    /// <summary>"Class 0" to "class n − 1", one a line, and an empty one, as in the published file.</summary>
    public static byte[] Names(int count) =>
        System.Text.Encoding.UTF8.GetBytes(string.Concat(Enumerable.Range(0, count).Select(i => $"class {i}\n")) + "\n");
}
