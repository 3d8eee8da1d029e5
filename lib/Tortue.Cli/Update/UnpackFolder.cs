using Tortue.Cli.Errors;

namespace Tortue.Cli.Update;

/// <summary>A folder that receives the files of an archive, and nothing outside of it.</summary>
/// <param name="folder">A full path.</param>
/// <param name="archive">The archive as messages show it.</param>
/// <param name="limit">How many bytes may be unpacked.</param>
internal sealed class UnpackFolder(string folder, string archive, long limit = UnpackFolder.MaximumSize)
{
    /// <summary>More than any version of the course: what unpacks to more is something else.</summary>
    public const long MaximumSize = 2_000_000_000;

    private const UnixFileMode Executable = UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;

    private readonly byte[] _buffer = new byte[81_920];
    private long _size;

    /// <summary>Writes one file.</summary>
    /// <param name="name">Its name in the archive.</param>
    /// <param name="content">What it holds.</param>
    /// <param name="mode">Its permissions, where the archive has any.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="CommandException">The name leads out of the folder, or the archive is too large.</exception>
    public void Write(string name, Stream content, UnixFileMode? mode, CancellationToken cancellationToken)
    {
        var path = PathOf(name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        using var file = new FileStream(path, FileMode.Create, FileAccess.Write);
        while (content.Read(_buffer) is > 0 and var count)
        {
            cancellationToken.ThrowIfCancellationRequested();
            _size += count;
            if (_size > limit) throw new CommandException(UpdateText.TooLarge.With(archive, limit / 1_000_000));
            file.Write(_buffer, 0, count);
        }

        // Of the permissions only whether it is a program; the rest is the user's habit.
        if (!OperatingSystem.IsWindows() && mode is { } given && given.HasFlag(UnixFileMode.UserExecute))
            File.SetUnixFileMode(file.SafeFileHandle, File.GetUnixFileMode(file.SafeFileHandle) | Executable);
    }

    /// <summary>Refuses an entry that is a link: it may lead anywhere, and the course has none.</summary>
    /// <param name="name">Its name in the archive.</param>
    /// <exception cref="CommandException">Always.</exception>
    public void RefuseLink(string name) => throw new CommandException(UpdateText.LinkInArchive.With(archive, name));

    private string PathOf(string name)
    {
        var path = Path.GetFullPath(Path.Combine(folder, name));
        var isInside = path.StartsWith(Path.TrimEndingDirectorySeparator(folder) + Path.DirectorySeparatorChar, StringComparison.Ordinal);
        var isPlain = !Path.IsPathRooted(name) && !name.Split('/', '\\').Contains("..");
        return isInside && isPlain ? path : throw new CommandException(UpdateText.LeadsOut.With(archive, name));
    }
}
