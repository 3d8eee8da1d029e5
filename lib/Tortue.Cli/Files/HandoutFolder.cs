using Tortue.Cli.Errors;

namespace Tortue.Cli.Files;

/// <summary>Where handouts are written.</summary>
internal sealed class HandoutFolder
{
    private readonly string _path;

    private HandoutFolder(string path) => _path = path;

    /// <summary>Creates the folder where it is missing, and makes sure before a long run that files can be written to it.</summary>
    /// <param name="path">The full path.</param>
    /// <exception cref="CommandException">It is no folder, or cannot be written to.</exception>
    public static HandoutFolder Open(string path)
    {
        try
        {
            Directory.CreateDirectory(path);
            WriteProbe.Try(path);
        }
        catch (Exception exception) when (FileErrors.Covers(exception))
        {
            throw new CommandException(FilesText.CannotWriteFolder.With(path, FileErrors.Reason(exception)));
        }
        return new HandoutFolder(path);
    }

    /// <summary>Where the handout of a notebook goes: its name, with the ending .html.</summary>
    /// <param name="notebook">The notebook.</param>
    public string PathOf(NotebookFile notebook) => Path.Combine(_path, Path.GetFileNameWithoutExtension(notebook.Path) + ".html");

    /// <summary>Where the slides of a notebook go: its name, with the ending .slides.html.</summary>
    /// <param name="notebook">The notebook.</param>
    public string SlidesOf(NotebookFile notebook) => Path.ChangeExtension(PathOf(notebook), ".slides.html");

    /// <summary>Refuses notebooks whose handouts would overwrite each other.</summary>
    /// <param name="notebooks">The notebooks of one export.</param>
    /// <exception cref="CommandException">Two have the same name.</exception>
    public void RefuseClashes(IReadOnlyList<NotebookFile> notebooks)
    {
        var clash = notebooks.GroupBy(PathOf, StringComparer.OrdinalIgnoreCase).FirstOrDefault(group => group.Count() > 1);
        if (clash is not null)
            throw new CommandException(FilesText.SameHandout.With(clash.First().Name, clash.Last().Name, clash.Key), ExitCode.Usage);
    }
}
