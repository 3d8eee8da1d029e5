using System.Formats.Tar;
using System.IO.Compression;
using Tortue.Cli.Errors;

namespace Tortue.Cli.Update;

/// <summary>Unpacks archives of the course.</summary>
internal static class ArchiveVersion
{
    private const int FilePermissions = 0b111_111_111;

    /// <summary>Whether a file's name is that of an archive that can be unpacked.</summary>
    /// <param name="path">The name.</param>
    public static bool IsArchive(string path) => IsZip(path) || IsTarball(path);

    /// <summary>Unpacks a .zip, a .tar.gz or a .tgz.</summary>
    /// <param name="path">The archive.</param>
    /// <param name="name">The archive as messages show it.</param>
    /// <param name="folder">An empty folder.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="CommandException">It is damaged, holds a link, or a name that leads out of the folder.</exception>
    public static void Unpack(string path, string name, string folder, CancellationToken cancellationToken)
    {
        try
        {
            if (IsZip(path))
            {
                UnpackZip(path, new UnpackFolder(folder, name), cancellationToken);
                return;
            }
            using var file = File.OpenRead(path);
            using var unzipped = new GZipStream(file, CompressionMode.Decompress);
            UnpackTar(unzipped, new UnpackFolder(folder, name), cancellationToken);
        }
        catch (Exception exception) when (exception is InvalidDataException or EndOfStreamException or FormatException or ArgumentException)
        {
            throw new CommandException(UpdateText.DamagedArchive.With(name, OneLine.Of(exception.Message).TrimEnd('.')));
        }
    }

    /// <summary>Unpacks a tar stream, as <c>git archive</c> writes it.</summary>
    /// <param name="stream">The stream.</param>
    /// <param name="folder">Where to.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public static void UnpackTar(Stream stream, UnpackFolder folder, CancellationToken cancellationToken)
    {
        using var tar = new TarReader(stream, leaveOpen: true);
        while (tar.GetNextEntry() is { } entry)
        {
            switch (entry.EntryType)
            {
                case TarEntryType.RegularFile or TarEntryType.V7RegularFile or TarEntryType.ContiguousFile:
                    folder.Write(entry.Name, entry.DataStream ?? Stream.Null, entry.Mode, cancellationToken);
                    break;
                case TarEntryType.SymbolicLink or TarEntryType.HardLink:
                    folder.RefuseLink(entry.Name);
                    break;
            }
        }
    }

    private static void UnpackZip(string path, UnpackFolder folder, CancellationToken cancellationToken)
    {
        using var zip = ZipFile.OpenRead(path);
        foreach (var entry in zip.Entries.Where(entry => !entry.FullName.EndsWith('/') && !entry.FullName.EndsWith('\\')))
        {
            using var content = entry.Open();
            folder.Write(entry.FullName, content, (UnixFileMode)((entry.ExternalAttributes >> 16) & FilePermissions), cancellationToken);
        }
    }

    private static bool IsZip(string path) => path.EndsWith(".zip", StringComparison.OrdinalIgnoreCase);

    private static bool IsTarball(string path) =>
        path.EndsWith(".tar.gz", StringComparison.OrdinalIgnoreCase) || path.EndsWith(".tgz", StringComparison.OrdinalIgnoreCase);
}
