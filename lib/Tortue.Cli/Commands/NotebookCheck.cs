using Tortue.Cli.Chapters;
using Tortue.Cli.Errors;
using Tortue.Cli.Files;
using Tortue.Notebooks.Bibliography;
using Tortue.Notebooks.Checks;

namespace Tortue.Cli.Commands;

/// <summary>What a check says of one notebook.</summary>
/// <param name="notebook">Its file.</param>
internal sealed class NotebookCheck(NotebookFile notebook)
{
    private readonly List<string> _lines = [];
    private readonly NotebookChecker _checker = new(BibliographyOf(notebook));

    /// <summary>One line for each finding.</summary>
    public IReadOnlyList<string> Lines => _lines;

    /// <summary>The bibliography of the course that a notebook belongs to; null where there is none.</summary>
    /// <param name="notebook">Its file.</param>
    /// <exception cref="CommandException">It is damaged.</exception>
    public static BibliographyFile? BibliographyOf(NotebookFile notebook)
    {
        if (BibliographyFile.Locate(notebook.Folder) is not { } path) return null;
        try
        {
            return BibliographyFile.Load(path);
        }
        catch (BibliographyException damaged)
        {
            throw new CommandException(damaged.Message);
        }
        catch (Exception exception) when (FileErrors.Covers(exception))
        {
            throw new CommandException(FilesText.CannotRead.With(path, FileErrors.Reason(exception)));
        }
    }

    /// <summary>Looks at the file alone.</summary>
    /// <exception cref="CommandException">It cannot be read, or is no notebook.</exception>
    public void LookAtFile()
    {
        // This refuses with a sentence what is no notebook in C#.
        notebook.Load();
        try
        {
            _lines.AddRange(_checker.CheckFile(File.ReadAllText(notebook.Path), notebook.Path).Select(Line));
        }
        catch (Exception exception) when (FileErrors.Covers(exception))
        {
            throw new CommandException(FilesText.CannotRead.With(notebook.Name, FileErrors.Reason(exception)));
        }
    }

    /// <summary>Looks at what its cells have drawn.</summary>
    /// <param name="executed">The notebook with its outputs.</param>
    public void LookAtRun(ExecutedChapter executed)
    {
        if (executed.Problem is { } problem) _lines.Add(problem);
        if (executed.Document is { } document) _lines.AddRange(_checker.CheckRun(document, notebook.Path).Select(Line));
    }

    private string Line(CheckFinding finding) => finding switch
    {
        { CellId: null } => CommandsText.CheckLine.With(notebook.Name, finding.Message, finding.Rule),
        { Line: null } => CommandsText.CheckCellLine.With(notebook.Name, finding.CellId, finding.Message, finding.Rule),
        _ => CommandsText.CheckTextLine.With(notebook.Name, finding.CellId, finding.Line, finding.Message, finding.Rule),
    };
}
