using Tortue.Data;

namespace Tortue.Cli.Files;

/// <summary>Where results that can be made again are kept: the folder that <c>TORTUE_CACHE</c> names, otherwise the platform's cache.</summary>
internal static class CacheFolder
{
    /// <summary>The environment variable that names the folder.</summary>
    public const string Variable = "TORTUE_CACHE";

    /// <summary>The folder by given settings; without TORTUE_CACHE the one that real data sets are kept in where nothing else is said.</summary>
    /// <param name="environment">Reads an environment variable; null where it is not set.</param>
    /// <param name="currentDirectory">What a relative TORTUE_CACHE starts from.</param>
    /// <returns>A full path; the folder need not exist.</returns>
    public static string Root(Func<string, string?> environment, string currentDirectory) =>
        environment(Variable) is { Length: > 0 } named
            ? Path.GetFullPath(named, currentDirectory)
            : DataFolder.Resolve(name => name == DataFolder.Variable ? null : environment(name), currentDirectory);

    /// <summary>The part for notebooks that have been run.</summary>
    /// <param name="root">The whole cache.</param>
    public static string Notebooks(string root) => Path.Combine(root, "notebooks");

    /// <summary>The part for results of experiments.</summary>
    /// <param name="root">The whole cache.</param>
    public static string Results(string root) => Path.Combine(root, "results");
}
