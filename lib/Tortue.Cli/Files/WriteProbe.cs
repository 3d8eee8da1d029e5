namespace Tortue.Cli.Files;

/// <summary>Finds out before a long run whether its result can be written.</summary>
internal static class WriteProbe
{
    /// <summary>Creates a file in a folder and removes it again.</summary>
    /// <param name="folder">An existing folder.</param>
    /// <exception cref="IOException">It cannot be written to.</exception>
    /// <exception cref="UnauthorizedAccessException">It must not be written to.</exception>
    public static void Try(string folder)
    {
        using var file = File.Create(Path.Combine(folder, Path.GetRandomFileName()), 1, FileOptions.DeleteOnClose);
    }
}
