namespace Tortue.Cli.Files;

/// <summary>Paths as a person would write them.</summary>
internal static class ShortPath
{
    /// <summary>The relative path of a file below a folder, and the full path of any other.</summary>
    /// <param name="folder">The folder, the current one.</param>
    /// <param name="path">A full path.</param>
    public static string From(string folder, string path)
    {
        var relative = Path.GetRelativePath(folder, path);
        // With slashes on every system, as the examples of the help have them.
        return relative.StartsWith("..", StringComparison.Ordinal) ? path : relative.Replace(Path.DirectorySeparatorChar, '/');
    }
}
