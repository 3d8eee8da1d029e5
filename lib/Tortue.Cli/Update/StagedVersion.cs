using Tortue.Cli.Errors;
using Tortue.Notebooks.Documents;

namespace Tortue.Cli.Update;

/// <summary>A version of the course that has been unpacked to the side and looked at.</summary>
/// <param name="Folder">Where its files are.</param>
/// <param name="Files">The files, as seen from there.</param>
internal sealed record StagedVersion(string Folder, IReadOnlyList<string> Files)
{
    private const string Marker = "Tortue.slnx";

    /// <summary>Finds the course in a folder: there, or in the one folder that archives often have around everything.</summary>
    /// <param name="folder">What was unpacked.</param>
    /// <param name="name">What messages call the version.</param>
    /// <exception cref="CommandException">It is no course, or has a notebook that cannot be read.</exception>
    public static StagedVersion Open(string folder, string name)
    {
        string[] around = [folder, .. Directory.GetDirectories(folder) is [var only] ? new[] { only } : []];
        var root = around.FirstOrDefault(IsCourse) ?? throw new CommandException(UpdateText.NoCourse.With(name));
        var files = CourseFiles.In(root);
        foreach (var notebook in files.Where(CourseFiles.IsNotebook)) Check(root, notebook, name);
        return new StagedVersion(root, files);
    }

    /// <summary>Finds the course in a folder as <see cref="Open"/> does; null where there is none.</summary>
    /// <param name="folder">What was unpacked.</param>
    public static StagedVersion? OpenOrNull(string folder) => IsCourse(folder) ? new StagedVersion(folder, CourseFiles.In(folder)) : null;

    /// <summary>Copies the course's files of a folder.</summary>
    /// <param name="source">The folder.</param>
    /// <param name="target">An empty folder.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public static void Copy(string source, string target, CancellationToken cancellationToken)
    {
        foreach (var file in CourseFiles.In(source))
        {
            cancellationToken.ThrowIfCancellationRequested();
            var path = Path.Combine(target, file);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.Copy(Path.Combine(source, file), path);
            // What was read-only there would refuse the next update here.
            File.SetAttributes(path, File.GetAttributes(path) & ~FileAttributes.ReadOnly);
        }
    }

    /// <summary>The full path of a file of the version.</summary>
    /// <param name="file">As seen from its folder.</param>
    public string PathOf(string file) => Path.Combine(Folder, file);

    private static bool IsCourse(string folder) =>
        File.Exists(Path.Combine(folder, Marker)) && Directory.Exists(Path.Combine(folder, "notebooks"));

    private static void Check(string root, string notebook, string name)
    {
        try
        {
            _ = NotebookDocument.Parse(File.ReadAllText(Path.Combine(root, notebook)), notebook);
        }
        catch (NotebookFormatException exception)
        {
            throw new CommandException(UpdateText.BadNotebook.With(name, exception.Message));
        }
    }
}
