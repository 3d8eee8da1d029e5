using System.Text;

namespace Tortue.Notebooks.Documents;

/// <summary>Writes a file to the side and moves it into place, so that a crash or a full disk leaves the old file whole.</summary>
internal static class AtomicFile
{
    private static readonly UTF8Encoding Utf8WithoutMark = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>Writes <paramref name="text"/> as UTF-8 without a byte order mark.</summary>
    public static void WriteAllText(string path, string text)
    {
        // A link stays a link: what it points to is replaced. Only of a file that is there can that be asked.
        var link = File.Exists(path) ? File.ResolveLinkTarget(path, returnFinalTarget: true) : null;
        var target = link?.FullName ?? Path.GetFullPath(path);
        var side = $"{target}.{Guid.NewGuid():N}.tmp";
        try
        {
            File.WriteAllText(side, text, Utf8WithoutMark);
            if (!OperatingSystem.IsWindows() && File.Exists(target))
                File.SetUnixFileMode(side, File.GetUnixFileMode(target));

            File.Move(side, target, overwrite: true);
        }
        catch
        {
            File.Delete(side);
            throw;
        }
    }
}
