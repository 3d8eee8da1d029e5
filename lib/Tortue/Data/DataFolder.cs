namespace Tortue.Data;

/// <summary>Where downloaded sets are kept: the folder named by <c>TORTUE_DATA</c>, otherwise the platform's cache.</summary>
public static class DataFolder
{
    /// <summary>The environment variable that names the folder.</summary>
    public const string Variable = "TORTUE_DATA";

    /// <summary>The folder of this process.</summary>
    public static string Root => Resolve(Environment.GetEnvironmentVariable, Directory.GetCurrentDirectory());

    /// <summary>
    /// The folder by given settings: TORTUE_DATA; otherwise %LOCALAPPDATA%\Tortue\Cache on Windows, ~/Library/Caches/tortue on macOS, and
    /// elsewhere $XDG_CACHE_HOME/tortue or ~/.cache/tortue.
    /// </summary>
    /// <param name="environment">Reads an environment variable; null where it is not set.</param>
    /// <param name="currentDirectory">What a relative TORTUE_DATA starts from.</param>
    /// <returns>A full path; the folder need not exist.</returns>
    public static string Resolve(Func<string, string?> environment, string currentDirectory) => Resolve(
        environment, currentDirectory, OperatingSystem.IsWindows() ? 'w' : OperatingSystem.IsMacOS() ? 'm' : 'x');

    /// <summary>As above, for a system: w Windows, m macOS, x any other.</summary>
    internal static string Resolve(Func<string, string?> environment, string currentDirectory, char system)
    {
        if (environment(Variable) is { Length: > 0 } named)
            return Path.GetFullPath(named, currentDirectory);
        if (system == 'w')
            return Path.Combine(Or("LOCALAPPDATA", Environment.SpecialFolder.LocalApplicationData), "Tortue", "Cache");
        if (system == 'm')
            return Path.Combine(Or("HOME", Environment.SpecialFolder.UserProfile), "Library", "Caches", "tortue");

        // By the XDG base directory specification a relative path there is to be ignored.
        return environment("XDG_CACHE_HOME") is { } cache && Path.IsPathRooted(cache)
            ? Path.Combine(cache, "tortue")
            : Path.Combine(Or("HOME", Environment.SpecialFolder.UserProfile), ".cache", "tortue");

        string Or(string variable, Environment.SpecialFolder folder) =>
            environment(variable) is { Length: > 0 } path ? path : Environment.GetFolderPath(folder);
    }
}
