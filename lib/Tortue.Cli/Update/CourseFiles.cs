namespace Tortue.Cli.Update;

/// <summary>The files of a course's folder that an update may bring or replace: not what builds, downloads and students put there.</summary>
internal static class CourseFiles
{
    /// <summary>Where an update unpacks the new version, inside the course so that files can be moved at once.</summary>
    public const string Stage = ".tortue-update";

    /// <summary>Where an update puts what it takes out of the way.</summary>
    public const string SetAside = "before-update";

    private static readonly HashSet<string> OtherFolders = new(StringComparer.Ordinal)
    {
        ".git", ".ipynb_checkpoints", ".vs", "__pycache__", "artifacts", "bin", "handouts", "node_modules", "obj", "submissions",
        "TestResults", Stage, SetAside,
    };

    private static readonly EnumerationOptions Here = new() { AttributesToSkip = FileAttributes.ReparsePoint };

    /// <summary>The course's files below a folder, as seen from it, with slashes, by their names. Links are passed over.</summary>
    /// <param name="root">A full path.</param>
    public static IReadOnlyList<string> In(string root)
    {
        var found = new List<string>();
        Collect(root, "", found);
        found.Sort(StringComparer.Ordinal);
        return found;
    }

    /// <summary>Whether a file is a notebook of the course: only these hold students' answers.</summary>
    /// <param name="path">As seen from the course's folder.</param>
    public static bool IsNotebook(string path) =>
        path.StartsWith("notebooks/", StringComparison.Ordinal) && path.EndsWith(".ipynb", StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether a file lies where everything is the course's, and is compiled also where an older version has left it.</summary>
    /// <param name="path">As seen from the course's folder.</param>
    public static bool IsSource(string path) =>
        path.StartsWith("lib/", StringComparison.Ordinal) || path.StartsWith("tests/", StringComparison.Ordinal);

    private static void Collect(string folder, string prefix, List<string> found)
    {
        foreach (var file in Directory.EnumerateFiles(folder, "*", Here))
        {
            var path = prefix + Path.GetFileName(file);
            if (!IsMade(path)) found.Add(path);
        }
        foreach (var inner in Directory.EnumerateDirectories(folder, "*", Here))
        {
            var path = prefix + Path.GetFileName(inner);
            if (!OtherFolders.Contains(Path.GetFileName(inner)) && path != "data/downloads") Collect(inner, path + "/", found);
        }
    }

    private static bool IsMade(string path) =>
        path.StartsWith("data/results/", StringComparison.Ordinal)
        && (path.EndsWith(".quick.json", StringComparison.Ordinal) || path.EndsWith(".partial.jsonl", StringComparison.Ordinal));
}
