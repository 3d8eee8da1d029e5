using System.Text;

namespace Tortue.Notebooks.Documents;

/// <summary>
/// Writes a file to the side, flushes it to the disk, and moves it into place: whenever the process, the machine or the disk gives up, the
/// file is the old one or the new one, whole. Another name of the same file (a hard link) keeps the old one.
/// </summary>
internal static class AtomicFile
{
    private const string SideEnding = ".tmp";
    private static readonly UTF8Encoding Utf8WithoutMark = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>Writes <paramref name="text"/> as UTF-8 without a byte order mark.</summary>
    /// <param name="path">The file. A link stays a link: what it points to is replaced.</param>
    /// <param name="text">What it is to hold.</param>
    /// <exception cref="UnauthorizedAccessException">The file that is there must not be changed.</exception>
    /// <exception cref="IOException">It cannot be written; what was there is there still.</exception>
    public static void WriteAllText(string path, string text)
    {
        var target = TargetOf(path);
        var existing = new FileInfo(target);
        if (existing.Exists && existing.IsReadOnly)
            throw new UnauthorizedAccessException(DocumentsText.ReadOnlyFile);

        var (folder, name) = (Path.GetDirectoryName(target)!, Path.GetFileName(target));
        RemoveLeftovers(folder, name);
        // Hidden where a dot hides, and in the same folder, as only there it can be moved at once.
        var side = Path.Combine(folder, $".{name}.{Guid.NewGuid():N}{SideEnding}");
        try
        {
            using (var stream = new FileStream(side, OptionsFor(existing)))
            {
                // What the process does not give to new files is left out above.
                if (!OperatingSystem.IsWindows() && existing.Exists)
                    File.SetUnixFileMode(stream.SafeFileHandle, existing.UnixFileMode);
                stream.Write(Utf8WithoutMark.GetBytes(text));
                // Otherwise the move may reach the disk before the text does.
                stream.Flush(flushToDisk: true);
                // Open until it is moved: who removes leftovers leaves alone what somebody holds.
                File.Move(side, target, overwrite: true);
            }
        }
        catch
        {
            File.Delete(side);
            throw;
        }
    }

    private static string TargetOf(string path)
    {
        var file = new FileInfo(path);
        // Also of a link whose target is missing.
        return file.LinkTarget is null ? file.FullName : file.ResolveLinkTarget(returnFinalTarget: true)!.FullName;
    }

    private static FileStreamOptions OptionsFor(FileInfo existing)
    {
        var options = new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.Write,
            // On Windows what is open can only be moved where it is shared like this.
            Share = FileShare.Delete,
            BufferSize = 0,
        };
        // From its creation on, nobody may read it who could not read the old one.
        if (!OperatingSystem.IsWindows() && existing.Exists)
            options.UnixCreateMode = existing.UnixFileMode;
        return options;
    }

    /// <summary>Removes what a process left that was killed while it wrote the same file.</summary>
    private static void RemoveLeftovers(string folder, string name)
    {
        try
        {
            foreach (var side in Directory.EnumerateFiles(folder, ".*" + SideEnding).Where(side => IsSideOf(name, Path.GetFileName(side))))
                RemoveUnlessHeld(side);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // A folder that does not tell what is in it: whether it takes the file is found out next.
        }
    }

    private static void RemoveUnlessHeld(string side)
    {
        try
        {
            new FileStream(side, FileMode.Open, FileAccess.ReadWrite, FileShare.None, bufferSize: 0, FileOptions.DeleteOnClose).Dispose();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // Its writer lives, or it is somebody else's.
        }
    }

    private static bool IsSideOf(string name, string side) =>
        side.Length == name.Length + 34 + SideEnding.Length
        && side.AsSpan(1).StartsWith(name, StringComparison.Ordinal)
        && side.AsSpan(name.Length + 2, 32).IndexOfAnyExcept("0123456789abcdef") < 0;
}
