using Tortue.Cli.Files;
using Tortue.Notebooks.Documents;

namespace Tortue.Cli.Update;

/// <summary>Compares a student's course with a new version of it, file by file.</summary>
/// <param name="root">The student's course.</param>
/// <param name="newer">The new version.</param>
/// <param name="older">The version that the student's came from; null where it is not known.</param>
internal sealed class UpdatePlan(string root, StagedVersion newer, StagedVersion? older)
{
    private readonly HashSet<string> _older = older is null ? [] : [.. older.Files];

    /// <summary>
    /// What there is to do, in the order of the files' names. Where an earlier update was broken off, what it did is found done, so that
    /// the rest is planned. Answers are written into the new version's notebooks, to the side.
    /// </summary>
    public IReadOnlyList<FileChange> Changes() => [.. newer.Files.Select(Incoming).Concat(Gone()).OfType<FileChange>()];

    private FileChange? Incoming(string file)
    {
        var path = Path.Combine(root, file);
        if (!File.Exists(path)) return new FileChange(file, ChangeKind.Add);
        if (FileContent.AreSame(path, newer.PathOf(file))) return null;
        if (CourseFiles.IsNotebook(file)) return Notebook(file, path);

        // Without the older version nobody knows who has changed it.
        var isTheCourses = older is null || (_older.Contains(file) && FileContent.AreSame(path, older.PathOf(file)));
        return new FileChange(file, ChangeKind.Replace) { KeptAs = isTheCourses ? null : AsideOf(file, path) };
    }

    private FileChange? Notebook(string file, string path)
    {
        var text = File.ReadAllText(path);
        var next = NotebookDocument.Load(newer.PathOf(file));
        var first = First(file);
        if (Parse(text, file) is not { } mine)
            return new FileChange(file, ChangeKind.Replace) { KeptAs = MineOf(file, path) };

        if (NotebookCells.AreSameBesideOutputs(text, File.ReadAllText(newer.PathOf(file)))) return null;
        // The chapter is what it was: what the student has made of it is up to date.
        if (first is not null && FileContent.AreSame(older!.PathOf(file), newer.PathOf(file))) return null;
        if (NotebookCells.AreSame(mine, next) || (first is not null && NotebookCells.AreSame(mine, first)))
            return new FileChange(file, ChangeKind.Replace) { DropsOutputs = mine.Cells.Any(cell => cell.Outputs.Count > 0) };

        var answers = Answers.Carry(next, first, mine);
        // Nothing but answers: this is what the last update left, or what a student made of the newest version.
        if (NotebookCells.AreSame(mine, next)) return null;
        if (answers.Carried > 0) next.Save(newer.PathOf(file));
        return new FileChange(file, ChangeKind.Replace) { KeptAs = MineOf(file, path), Answers = answers };
    }

    private IEnumerable<FileChange> Gone()
    {
        var present = newer.Files.ToHashSet(StringComparer.Ordinal);
        if (older is null)
        {
            // A source file of an older version would be compiled with those of the new one.
            return CourseFiles.In(root).Where(file => CourseFiles.IsSource(file) && !present.Contains(file))
                .Select(file => new FileChange(file, ChangeKind.SetAside) { KeptAs = AsideOf(file, Path.Combine(root, file)) });
        }
        return older.Files.Where(file => !present.Contains(file) && File.Exists(Path.Combine(root, file))).Select(GoneFile);
    }

    private FileChange GoneFile(string file)
    {
        var path = Path.Combine(root, file);
        if (FileContent.AreSame(path, older!.PathOf(file)) || (CourseFiles.IsNotebook(file) && IsOnlyRun(file, path))) return new FileChange(file, ChangeKind.Remove);
        return CourseFiles.IsNotebook(file)
            ? new FileChange(file, ChangeKind.Leave)
            : new FileChange(file, ChangeKind.SetAside) { KeptAs = AsideOf(file, path) };
    }

    private bool IsOnlyRun(string file, string path) =>
        Parse(File.ReadAllText(path), file) is { } mine && First(file) is { } first && NotebookCells.AreSame(mine, first);

    /// <summary>A notebook as the student was given it; null where nobody knows.</summary>
    private NotebookDocument? First(string file) => _older.Contains(file) ? Parse(File.ReadAllText(older!.PathOf(file)), file) : null;

    private static NotebookDocument? Parse(string text, string name)
    {
        try
        {
            return NotebookDocument.Parse(text, name);
        }
        catch (NotebookFormatException)
        {
            return null;
        }
    }

    private string MineOf(string file, string path) => Kept(file, path, Path.GetFileNameWithoutExtension(file) + ".mine");

    private string AsideOf(string file, string path) =>
        Kept($"{CourseFiles.SetAside}/{file}", path, Path.GetFileNameWithoutExtension(file));

    /// <summary>A name that is free, or one under which an update that was broken off has kept the same.</summary>
    private string Kept(string file, string path, string stem)
    {
        var (folder, extension) = (file[..(file.LastIndexOf('/') + 1)], Path.GetExtension(file));
        return folder + FreeName.In(Path.Combine(root, folder), stem, extension, taken => !FileContent.AreSame(taken, path));
    }
}
