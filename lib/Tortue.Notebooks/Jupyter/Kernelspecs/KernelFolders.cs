namespace Tortue.Notebooks.Jupyter.Kernelspecs;

/// <summary>Where Jupyter's clients look for kernelspecs, each in the subfolder of its name.</summary>
public static class KernelFolders
{
    /// <summary>The environment variable that names Jupyter's folder of a user's data.</summary>
    public const string Variable = "JUPYTER_DATA_DIR";

    /// <summary>
    /// The user's own folder: $JUPYTER_DATA_DIR/kernels where that is set; otherwise %APPDATA%\jupyter\kernels on Windows,
    /// ~/Library/Jupyter/kernels on macOS, and elsewhere jupyter/kernels in $XDG_DATA_HOME or ~/.local/share, as jupyter_core has it.
    /// </summary>
    /// <param name="environment">Reads an environment variable; null where it is not set.</param>
    /// <param name="currentDirectory">What relative paths in variables start from.</param>
    /// <returns>A full path; the folder need not exist.</returns>
    public static string User(Func<string, string?> environment, string currentDirectory) => User(
        environment, currentDirectory, OperatingSystem.IsWindows() ? 'w' : OperatingSystem.IsMacOS() ? 'm' : 'x');

    /// <summary>
    /// All folders that clients look into, the first first: those of $JUPYTER_PATH, the user's own, that of an active virtual environment, and the
    /// system's.
    /// </summary>
    /// <param name="environment">Reads an environment variable; null where it is not set.</param>
    /// <param name="currentDirectory">What relative paths in variables start from.</param>
    /// <returns>Full paths; the folders need not exist.</returns>
    public static IReadOnlyList<string> All(Func<string, string?> environment, string currentDirectory)
    {
        var named = (environment("JUPYTER_PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Select(folder => Path.GetFullPath(Path.Combine(folder, "kernels"), currentDirectory));
        var active = new[] { environment("VIRTUAL_ENV"), environment("CONDA_PREFIX") }.Where(prefix => !string.IsNullOrEmpty(prefix)).Select(prefix => Below(prefix!));
        return [.. named.Append(User(environment, currentDirectory)).Concat(active).Concat(System(environment)).Distinct()];
    }

    /// <summary>The system's folders.</summary>
    /// <param name="environment">Reads an environment variable; null where it is not set.</param>
    public static IReadOnlyList<string> System(Func<string, string?> environment) => OperatingSystem.IsWindows()
        ? environment("PROGRAMDATA") is { Length: > 0 } data ? [Path.Combine(data, "jupyter", "kernels")] : []
        : [Below("/usr/local"), Below("/usr")];

    /// <summary>The folder of an installation for several users, or of a virtual environment.</summary>
    /// <param name="prefix">The root of the installation, as <c>sys.prefix</c> of its Python.</param>
    public static string Below(string prefix) => Path.Combine(prefix, "share", "jupyter", "kernels");

    /// <summary>As above, for a system: w Windows, m macOS, x any other.</summary>
    internal static string User(Func<string, string?> environment, string currentDirectory, char system)
    {
        var data = Set(Variable) ?? system switch
        {
            'w' => Path.Combine(Set("APPDATA") ?? Environment.GetFolderPath(Environment.SpecialFolder.ApplicationData), "jupyter"),
            'm' => Path.Combine(Home(), "Library", "Jupyter"),
            _ => Path.Combine(Set("XDG_DATA_HOME") ?? Path.Combine(Home(), ".local", "share"), "jupyter"),
        };
        return Path.Combine(Path.GetFullPath(data, currentDirectory), "kernels");

        string? Set(string variable) => environment(variable) is { Length: > 0 } value ? value : null;

        string Home() => Set("HOME") ?? Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
    }
}
