using System.Globalization;

namespace Tortue.Notebooks.Handouts;

/// <summary>A file that an export writes: its folder is made where it is missing, and what goes wrong is one sentence.</summary>
internal static class HandoutFile
{
    /// <summary>Writes the file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="write">Writes to the side and moves into place.</param>
    /// <exception cref="HandoutWriteException">It cannot be written.</exception>
    public static void Write(string path, Action<string> write)
    {
        MakeFolder(path);
        Try(() => write(path), HandoutsText.CannotWrite, path);
    }

    private static void MakeFolder(string path)
    {
        var folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
        Try(() => Directory.CreateDirectory(folder), HandoutsText.FolderMissing, path, folder);
    }

    private static void Try(Action action, string format, params string[] names)
    {
        try
        {
            action();
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new HandoutWriteException(
                string.Format(CultureInfo.InvariantCulture, format, [.. names, error.Message.TrimEnd('.')]), error);
        }
    }
}
