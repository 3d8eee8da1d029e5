using Tortue.Cli.Errors;

namespace Tortue.Cli.Files;

/// <summary>Which notebooks a command line means.</summary>
/// <param name="currentDirectory">The folder that relative paths start from.</param>
internal sealed class NotebookSelection(string currentDirectory)
{
    private const string Extension = ".ipynb";

    /// <summary>The course around the current directory; null outside of one.</summary>
    public CourseFolder? Course { get; } = CourseFolder.Find(currentDirectory);

    /// <summary>Every chapter of the course.</summary>
    /// <returns>Existing files, at least one.</returns>
    /// <exception cref="CommandException">There is no course here, or it has no chapters.</exception>
    public IReadOnlyList<NotebookFile> All()
    {
        if (Course is null) throw new CommandException(FilesText.NoCourse.With(currentDirectory));
        var chapters = Course.Chapters();
        if (chapters.Count > 0) return [.. chapters.Select(File)];
        throw new CommandException(FilesText.NoChapters.With(ShortPath.From(currentDirectory, Course.Notebooks)));
    }

    /// <summary>The notebook that a word names: a path, with or without its ending, or the name of a chapter.</summary>
    /// <param name="name">The word.</param>
    /// <returns>An existing file.</returns>
    /// <exception cref="CommandException">There is no such notebook.</exception>
    public NotebookFile One(string name)
    {
        var found = Candidates(name).FirstOrDefault(System.IO.File.Exists);
        if (found is not null) return File(found);
        if (name.Length > 0 && Directory.Exists(Full(name))) throw new CommandException(FilesText.IsFolder.With(name));

        var chapters = Course?.Chapters().Select(path => Path.GetFileName(path)).ToList() ?? [];
        var spellings = chapters.Concat(chapters.Select(chapter => Path.GetFileNameWithoutExtension(chapter)));
        var near = Suggestions.Nearest(Path.GetFileName(name), spellings);
        throw new CommandException(near is not null
            ? FilesText.NoSuchNotebookNear.With(name, near)
            : FilesText.NoSuchNotebook.With(name, currentDirectory));
    }

    /// <summary>Several notebooks; a name with * or ? stands for all files that match, as shells that do not expand it leave it.</summary>
    /// <param name="names">The words.</param>
    /// <returns>Existing files, in the order of the words, each once.</returns>
    /// <exception cref="CommandException">A word names no notebook.</exception>
    public IReadOnlyList<NotebookFile> Several(IReadOnlyList<string> names) =>
        [.. names.SelectMany(name => name.AsSpan().ContainsAny('*', '?') ? Matching(name).Select(File) : [One(name)]).Distinct()];

    /// <summary>The file that a run is to be saved to.</summary>
    /// <param name="path">Its path.</param>
    /// <returns>A file in an existing folder.</returns>
    /// <exception cref="CommandException">There is no such folder, or the path is one.</exception>
    public NotebookFile Target(string path)
    {
        var target = File(Full(path));
        if (Directory.Exists(target.Path)) throw new CommandException(FilesText.TargetIsFolder.With(path));
        return Directory.Exists(target.Folder) ? target : throw new CommandException(FilesText.NoTargetFolder.With(path, target.Folder));
    }

    /// <summary>Where handouts go when no folder is named: beside the notebook's <c>notebooks/</c>, or outside of a course, here.</summary>
    /// <param name="notebook">The notebook, the first of several.</param>
    /// <returns>A full path.</returns>
    public string Handouts(NotebookFile notebook) => CourseFolder.Find(notebook.Folder)?.Handouts ?? Full("handouts");

    /// <summary>The full path of a path that may start from the current directory.</summary>
    /// <param name="path">Any path.</param>
    public string Full(string path) => Path.GetFullPath(path, currentDirectory);

    private NotebookFile File(string path) => new(path, ShortPath.From(currentDirectory, path));

    private IEnumerable<string> Candidates(string name)
    {
        yield return Full(name);
        yield return Full(name + Extension);
        if (Course is null || Path.GetFileName(name) != name) yield break;
        yield return Path.Combine(Course.Notebooks, name);
        yield return Path.Combine(Course.Notebooks, name + Extension);
    }

    private string[] Matching(string pattern)
    {
        var folder = Path.GetDirectoryName(Full(pattern)) ?? currentDirectory;
        var files = Directory.Exists(folder) ? Directory.GetFiles(folder, Path.GetFileName(pattern)) : [];
        Array.Sort(files, StringComparer.Ordinal);
        return files.Length > 0 ? files : throw new CommandException(FilesText.NoMatch.With(pattern, folder));
    }
}
