using Tortue.Cli.Files;

namespace Tortue.Cli.Grading;

/// <summary>
/// A folder of submissions. A notebook in it belongs to the student of its name (<c>alice.ipynb</c>); a folder in it belongs to a student
/// with all notebooks in it, however deep (<c>alice/00-foundations.ipynb</c>).
/// </summary>
internal static class SubmissionFolder
{
    // What macOS puts into archives beside every file.
    private const string ArchiveRubbish = "__MACOSX";

    // Hidden folders hold what tools keep (.ipynb_checkpoints, .git); links may lead anywhere.
    private static readonly EnumerationOptions Visible = new()
    {
        AttributesToSkip = FileAttributes.Hidden | FileAttributes.System | FileAttributes.ReparsePoint,
        RecurseSubdirectories = true,
        IgnoreInaccessible = true,
    };

    /// <summary>Finds the submissions.</summary>
    /// <param name="folder">An existing folder.</param>
    /// <returns>The submissions by student, then by notebook; a student's empty folder is one too.</returns>
    public static IReadOnlyList<Submission> Find(string folder) =>
    [
        .. Flat(folder).Concat(Directory.EnumerateDirectories(folder).SelectMany(student => OfStudent(folder, student)))
            .OrderBy(one => one.Student, StringComparer.Ordinal).ThenBy(one => one.Name, StringComparer.Ordinal),
    ];

    private static IEnumerable<Submission> Flat(string folder) => Directory.EnumerateFiles(folder)
        .Where(IsNotebook)
        .Select(path => new Submission(Path.GetFileNameWithoutExtension(path), path, Path.GetFileName(path)));

    private static IEnumerable<Submission> OfStudent(string folder, string own)
    {
        var student = Path.GetFileName(own);
        if (student.StartsWith('.') || student == ArchiveRubbish) return [];
        var notebooks = Directory.EnumerateFiles(own, "*", Visible)
            .Where(path => IsNotebook(path) && !path.Split(Path.DirectorySeparatorChar).Contains(ArchiveRubbish))
            .Select(path => new Submission(student, path, ShortPath.From(folder, path)))
            .ToList();
        return notebooks.Count > 0 ? notebooks : [new Submission(student, null, "")];
    }

    private static bool IsNotebook(string path) =>
        Path.GetExtension(path).Equals(".ipynb", StringComparison.OrdinalIgnoreCase) && !Path.GetFileName(path).StartsWith('.');
}
