using System.Formats.Tar;
using System.IO.Compression;

namespace Tortue.Data.Formats;

/// <summary>Files by their names, from a folder or from a .tar.gz archive, which is not unpacked to the disk.</summary>
internal sealed class ArchiveMembers
{
    private readonly Dictionary<string, byte[]> _contents = [];

    private ArchiveMembers(string path) => Path = path;

    /// <summary>The folder or the archive.</summary>
    public string Path { get; }

    /// <summary>Reads those files that are there.</summary>
    /// <param name="path">A folder that holds them, or an archive that holds them in any folder.</param>
    /// <param name="names">Their names.</param>
    /// <exception cref="DataFormatException">The archive is none, or is damaged or cut off.</exception>
    public static ArchiveMembers Read(string path, IReadOnlyCollection<string> names)
    {
        var members = new ArchiveMembers(path);
        if (Directory.Exists(path))
            members.ReadFolder(names);
        else
            members.ReadArchive(names);
        return members;
    }

    /// <summary>Whether a file is there.</summary>
    public bool Has(string name) => _contents.ContainsKey(name);

    /// <summary>A file's bytes.</summary>
    /// <exception cref="DataFormatException">It is not there.</exception>
    public byte[] this[string name] => _contents.TryGetValue(name, out var bytes)
        ? bytes
        : throw new DataFormatException(Path, 0, Text.Format(FormatsText.MemberNamed, name), FormatsText.NoSuchMember);

    /// <summary>A file's name for messages.</summary>
    public string NameOf(string member) => Directory.Exists(Path)
        ? System.IO.Path.Combine(Path, member)
        : Text.Format(FormatsText.Member, Path, member);

    private void ReadFolder(IReadOnlyCollection<string> names)
    {
        foreach (var name in names)
        {
            var path = System.IO.Path.Combine(Path, name);
            if (File.Exists(path))
                _contents[name] = File.ReadAllBytes(path);
        }
    }

    private void ReadArchive(IReadOnlyCollection<string> names)
    {
        using var file = new FileStream(Path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 1 << 16);
        if (!GzipSignature.IsAt(file))
            throw GzipSignature.Missing(file, Path);
        using var unpacked = new GZipStream(file, CompressionMode.Decompress);
        try
        {
            using var reader = new TarReader(unpacked, leaveOpen: true);
            while (reader.GetNextEntry() is { } entry)
            {
                var name = System.IO.Path.GetFileName(entry.Name);
                if (entry.EntryType is TarEntryType.RegularFile or TarEntryType.V7RegularFile && names.Contains(name))
                    _contents[name] = Content(entry, name);
            }

            // The checksum of what was unpacked stands at the end.
            unpacked.CopyTo(Stream.Null);
        }
        catch (Exception exception) when (exception is InvalidDataException or EndOfStreamException)
        {
            throw new DataFormatException(Path, file.Position, FormatsText.TarArchive, FormatsText.Damaged);
        }
    }

    private byte[] Content(TarEntry entry, string name)
    {
        if (entry.Length > PixelValues.Most)
        {
            var most = Text.Format(FormatsText.AtMost, PixelValues.Most);
            throw new DataFormatException(NameOf(name), 0, most, Text.Format(FormatsText.Bytes, entry.Length));
        }

        var bytes = new byte[entry.Length];
        entry.DataStream?.ReadExactly(bytes);
        return bytes;
    }
}
