using Tortue.Cli.Errors;
using Tortue.Notebooks.Handouts;

namespace Tortue.Cli.Files;

/// <summary>Where handouts are written.</summary>
internal sealed class HandoutFolder
{
    private const string Extension = ".html";

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

    /// <summary>Where scripts and style sheets go that pages share.</summary>
    public string Assets => Path.Combine(_path, "assets");

    /// <summary>Where the handout of a notebook goes: students' in the folder itself, others in one of their own.</summary>
    /// <param name="notebook">The notebook.</param>
    /// <param name="variant">For whom it is.</param>
    public string PathOf(NotebookFile notebook, HandoutVariant variant = HandoutVariant.Student) =>
        Path.Combine(FolderOf(variant), Path.GetFileNameWithoutExtension(notebook.Path) + Extension);

    /// <summary>Where the page goes that lists the chapters of the course.</summary>
    /// <param name="variant">For whom it is.</param>
    public string IndexOf(HandoutVariant variant) => Path.Combine(FolderOf(variant), "index" + Extension);

    /// <summary>Where the slides of a notebook go: its name, with the ending .slides.html.</summary>
    /// <param name="notebook">The notebook.</param>
    public string SlidesOf(NotebookFile notebook) => Path.ChangeExtension(PathOf(notebook), ".slides.html");

    /// <summary>Refuses notebooks whose handouts would overwrite each other.</summary>
    /// <param name="notebooks">The notebooks of one export.</param>
    /// <exception cref="CommandException">Two have the same name.</exception>
    public void RefuseClashes(IReadOnlyList<NotebookFile> notebooks)
    {
        var pages = notebooks.GroupBy(notebook => PathOf(notebook), StringComparer.OrdinalIgnoreCase);
        var clash = pages.FirstOrDefault(group => group.Count() > 1);
        if (clash is not null)
            throw new CommandException(FilesText.SameHandout.With(clash.First().Name, clash.Last().Name, clash.Key), ExitCode.Usage);
    }

    private string FolderOf(HandoutVariant variant) =>
        variant == HandoutVariant.Student ? _path : Path.Combine(_path, variant.ToString().ToLowerInvariant());
}
