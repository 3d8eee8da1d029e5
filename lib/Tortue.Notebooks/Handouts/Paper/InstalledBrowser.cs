namespace Tortue.Notebooks.Handouts.Paper;

/// <summary>
/// Finds a browser that can work without a window: the one that TORTUE_BROWSER names, else Chromium, Chrome or Edge on PATH, else where
/// their installers put them.
/// </summary>
/// <param name="environment">Gives an environment variable, or null.</param>
/// <param name="exists">Whether a file is there.</param>
internal sealed class InstalledBrowser(Func<string, string?> environment, Func<string, bool> exists)
{
    /// <summary>The environment variable that names a browser.</summary>
    public const string Variable = "TORTUE_BROWSER";

    private static readonly string[] Names =
    [
        "chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "microsoft-edge", "microsoft-edge-stable", "msedge",
    ];

    private static readonly string[] Bundles = ["Google Chrome", "Chromium", "Microsoft Edge"];

    private static readonly string[] WindowsFolders = ["ProgramFiles", "ProgramFiles(x86)", "LocalAppData"];

    private static readonly string[] WindowsFiles =
        [@"Google\Chrome\Application\chrome.exe", @"Microsoft\Edge\Application\msedge.exe"];

    /// <summary>The browser of this machine, or null where there is none.</summary>
    public static string? Find() => new InstalledBrowser(Environment.GetEnvironmentVariable, File.Exists).Path;

    /// <summary>The browser's file, or null. One that the variable names counts also where it is missing, so that a wrong name is noticed.</summary>
    public string? Path => environment(Variable) is { Length: > 0 } named ? named : OnPath().Concat(Installed()).FirstOrDefault(exists);

    private IEnumerable<string> OnPath()
    {
        var folders = (environment("PATH") ?? "").Split(System.IO.Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        var suffix = OperatingSystem.IsWindows() ? ".exe" : "";
        return Names.SelectMany(name => folders.Select(folder => System.IO.Path.Combine(folder, name + suffix)));
    }

    private IEnumerable<string> Installed()
    {
        if (OperatingSystem.IsMacOS())
            return Bundles.Select(name => $"/Applications/{name}.app/Contents/MacOS/{name}");
        if (!OperatingSystem.IsWindows())
            return [];
        var folders = WindowsFolders.Select(environment).OfType<string>().ToList();
        return WindowsFiles.SelectMany(file => folders.Select(folder => System.IO.Path.Combine(folder, file)));
    }
}
