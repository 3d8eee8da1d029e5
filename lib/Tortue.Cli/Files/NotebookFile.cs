using Tortue.Cli.Errors;
using Tortue.Notebooks.Documents;
using Tortue.Notebooks.Running;

namespace Tortue.Cli.Files;

/// <summary>A notebook's file, to be run.</summary>
/// <param name="Path">The full path.</param>
/// <param name="Name">The path as messages show it.</param>
internal sealed record NotebookFile(string Path, string Name)
{
    private const string CSharp = "csharp";

    /// <summary>The folder that relative paths in cells start from: the notebook's own, as in every front end.</summary>
    public string Folder => System.IO.Path.GetDirectoryName(Path)!;

    /// <summary>Reads the file and checks that its cells are C#.</summary>
    /// <returns>The notebook.</returns>
    /// <exception cref="CommandException">The file cannot be read, is no notebook, or is in another language.</exception>
    public NotebookDocument Load()
    {
        var document = Read();
        // A notebook that says nothing of its language is taken for C#.
        if (document.Language is null or CSharp) return document;
        throw new CommandException(new NotebookLanguageException(Name, document.Language).Message);
    }

    /// <summary>Where what is made of this notebook goes beside it: a name that is not taken, such as <c>a.executed.ipynb</c>.</summary>
    /// <param name="what">What the other file is, a word.</param>
    public NotebookFile Beside(string what)
    {
        var (folder, extension) = (Folder, System.IO.Path.GetExtension(Path));
        var stem = $"{System.IO.Path.GetFileNameWithoutExtension(Path)}.{what}";
        var name = FreeName.In(folder, stem, extension);
        return new NotebookFile(System.IO.Path.Combine(folder, name), Name[..^System.IO.Path.GetFileName(Path).Length] + name);
    }

    /// <summary>Makes sure before a long run that the file can be replaced.</summary>
    /// <exception cref="CommandException">It is read-only, or its folder cannot be written to.</exception>
    public void RequireWritable()
    {
        if (new FileInfo(Path) is { Exists: true, IsReadOnly: true }) throw new CommandException(FilesText.ReadOnly.With(Name));
        try
        {
            WriteProbe.Try(Folder);
        }
        catch (Exception exception) when (FileErrors.Covers(exception))
        {
            throw new CommandException(FilesText.CannotWriteIn.With(Name, Folder, FileErrors.Reason(exception)));
        }
    }

    /// <summary>Writes the notebook in place of the file, which stays as it was where that fails.</summary>
    /// <param name="document">The notebook.</param>
    /// <exception cref="CommandException">The file cannot be written.</exception>
    public void Save(NotebookDocument document)
    {
        try
        {
            document.Save(Path);
        }
        catch (Exception exception) when (FileErrors.Covers(exception))
        {
            throw new CommandException(FilesText.CannotWrite.With(Name, FileErrors.Reason(exception)));
        }
    }

    private NotebookDocument Read()
    {
        try
        {
            return NotebookDocument.Parse(File.ReadAllText(Path), Name);
        }
        catch (NotebookFormatException exception)
        {
            throw new CommandException(exception.Message);
        }
        catch (Exception exception) when (FileErrors.Covers(exception))
        {
            throw new CommandException(FilesText.CannotRead.With(Name, FileErrors.Reason(exception)));
        }
    }
}
