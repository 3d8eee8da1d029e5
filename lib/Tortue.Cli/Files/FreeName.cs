using System.Globalization;

namespace Tortue.Cli.Files;

/// <summary>Names for files beside others, none of which is replaced.</summary>
internal static class FreeName
{
    /// <summary>The first of <c>stem.ext</c>, <c>stem-2.ext</c>, <c>stem-3.ext</c>… that a folder does not have.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="stem">The name without its ending.</param>
    /// <param name="extension">The ending with its dot.</param>
    /// <param name="isTaken">Whether a file that is there must stay; by default every one must.</param>
    public static string In(string folder, string stem, string extension, Func<string, bool>? isTaken = null)
    {
        var name = stem + extension;
        for (var number = 2; Path.Combine(folder, name) is var path && Path.Exists(path) && isTaken?.Invoke(path) != false; number++)
            name = string.Create(CultureInfo.InvariantCulture, $"{stem}-{number}{extension}");
        return name;
    }
}
