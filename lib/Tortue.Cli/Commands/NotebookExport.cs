using Tortue.Cli.Chapters;
using Tortue.Cli.Errors;
using Tortue.Cli.Files;
using Tortue.Cli.Terminal;
using Tortue.Notebooks.Handouts;

namespace Tortue.Cli.Commands;

/// <summary>Makes the handouts of one export, and a line for each in the order of the notebooks, whichever ends first.</summary>
/// <param name="services">What the command works with.</param>
/// <param name="notebooks">The notebooks.</param>
/// <param name="solutions">What pages show of the solutions.</param>
/// <param name="folder">Where they go.</param>
/// <param name="view">Where lines go.</param>
internal sealed class NotebookExport(
    CommandServices services, IReadOnlyList<NotebookFile> notebooks, SolutionDisplay solutions, HandoutFolder folder, IRunView view)
{
    private readonly HashSet<string> _notices = [];
    private readonly Dictionary<NotebookFile, Action> _waiting = [];
    private readonly HashSet<NotebookFile> _failed = [];
    private int _said;

    /// <summary>The notebooks with a cell that failed or a page that could not be written, in their order.</summary>
    public IReadOnlyList<NotebookFile> Failed => [.. notebooks.Where(_failed.Contains)];

    /// <summary>How many pages have been written.</summary>
    public int Pages { get; private set; }

    /// <summary>Writes the handout of a notebook, also where a cell failed: what ran before is in it.</summary>
    /// <param name="chapter">The notebook with its outputs.</param>
    public void Write(ExecutedChapter chapter)
    {
        var handout = TryWrite(chapter, out var error);
        if (handout is not null) Pages++;
        string[] problems = [.. new[] { chapter.Problem, error }.OfType<string>()];
        if (problems.Length > 0) _failed.Add(chapter.Notebook);
        _waiting[chapter.Notebook] = () =>
        {
            if (handout is not null) Show(handout, chapter);
            foreach (var problem in problems) services.Messages.WriteLine(problem, Styles.Error);
        };
        while (_said < notebooks.Count && _waiting.Remove(notebooks[_said], out var say))
        {
            view.Post(say);
            _said++;
        }
    }

    /// <summary>Writes the lines of those that have ended, where others before them never will.</summary>
    public void SayTheRest()
    {
        foreach (var notebook in notebooks)
            if (_waiting.Remove(notebook, out var say)) view.Post(say);
    }

    private HandoutResult? TryWrite(ExecutedChapter chapter, out string? error)
    {
        error = null;
        if (chapter.Document is null) return null;
        try
        {
            var options = new HandoutOptions { Solutions = solutions, NotebookFolder = chapter.Notebook.Folder };
            return new HandoutExporter(options).Write(chapter.Document, folder.PathOf(chapter.Notebook));
        }
        catch (HandoutWriteException exception)
        {
            error = exception.Message;
            return null;
        }
    }

    private void Show(HandoutResult handout, ExecutedChapter chapter)
    {
        var path = ShortPath.From(services.CurrentDirectory, handout.Path);
        var time = chapter.Origin switch
        {
            ChapterOrigin.Cache => CommandsText.ExportCached,
            ChapterOrigin.Stored => CommandsText.ExportStored,
            _ => Quantities.Show(chapter.Elapsed),
        };
        services.Output.WriteLine(CommandsText.Exported.With(path, Quantities.ShowSize(handout.Bytes), time), Styles.Plain);
        var notices = handout.Notices;
        if (chapter.Origin == ChapterOrigin.Stored && !chapter.HasOutputs)
            notices = [CommandsText.ExportNoOutputs.With(chapter.Notebook.Name), .. notices];
        foreach (var notice in notices.Where(_notices.Add)) services.Messages.WriteLine(notice, Styles.Notice);
    }
}
