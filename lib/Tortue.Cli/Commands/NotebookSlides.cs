using Tortue.Cli.Chapters;
using Tortue.Cli.Errors;
using Tortue.Cli.Files;
using Tortue.Cli.Terminal;
using Tortue.Notebooks.Documents;
using Tortue.Notebooks.Handouts;
using Tortue.Notebooks.Slides;

namespace Tortue.Cli.Commands;

/// <summary>Makes the slides of one command.</summary>
/// <param name="services">What the command works with.</param>
/// <param name="folder">Where they go.</param>
/// <param name="solutions">What they show of the solutions.</param>
/// <param name="dark">Whether they open dark.</param>
/// <param name="view">Where lines go.</param>
internal sealed class NotebookSlides(
    CommandServices services, HandoutFolder folder, SolutionDisplay solutions, bool dark, IRunView view)
{
    private readonly HashSet<string> _notices = [];
    private readonly List<NotebookFile> _failed = [];

    /// <summary>The notebooks without slides, with a cell that failed, or whose slides could not be written.</summary>
    public IReadOnlyList<NotebookFile> Failed => _failed;

    /// <summary>Whether a notebook says which cells are slides, asked before a run of minutes; says so where it does not, or cannot be read.</summary>
    /// <param name="notebook">The notebook's file.</param>
    public bool HasTrack(NotebookFile notebook)
    {
        try
        {
            if (SlideDeck.HasTrack(notebook.Load())) return true;
            Fail(notebook, CommandsText.SlidesNoTrack.With(notebook.Name));
        }
        catch (CommandException unreadable)
        {
            Fail(notebook, unreadable.Message);
        }
        return false;
    }

    /// <summary>Writes the slides of a notebook, also where a cell failed: what ran before is on them.</summary>
    /// <param name="chapter">The notebook with its outputs.</param>
    public void Write(ExecutedChapter chapter)
    {
        try
        {
            if (chapter.Document is not null)
            {
                var slides = Write(chapter.Notebook, chapter.Document);
                view.Post(() => Show(chapter, slides));
            }
            if (chapter.Problem is not null) Fail(chapter.Notebook, chapter.Problem);
        }
        catch (CommandException unwritable)
        {
            Fail(chapter.Notebook, unwritable.Message);
        }
    }

    private void Fail(NotebookFile notebook, string sentence)
    {
        _failed.Add(notebook);
        view.Post(() => services.Messages.WriteLine(sentence, Styles.Error));
    }

    private SlideResult Write(NotebookFile notebook, NotebookDocument document)
    {
        var path = folder.SlidesOf(notebook);
        var options = new SlideOptions
        {
            Solutions = solutions,
            Dark = dark,
            NotebookFolder = notebook.Folder,
            Handout = Path.GetFileName(folder.PathOf(notebook)),
        };
        try
        {
            return new SlideExporter(options).Write(document, path);
        }
        catch (Exception exception) when (FileErrors.Covers(exception))
        {
            throw new CommandException(FilesText.CannotWrite.With(path, FileErrors.Reason(exception)));
        }
    }

    private void Show(ExecutedChapter chapter, SlideResult slides)
    {
        var path = ShortPath.From(services.CurrentDirectory, slides.Path);
        services.Output.WriteLine(CommandsText.SlidesMade.With(path, Quantities.ShowSize(slides.Bytes), slides.Count), Styles.Plain);
        var notices = slides.Notices.Select(notice => $"{chapter.Notebook.Name}: {notice}");
        if (chapter.Origin == ChapterOrigin.Stored && !chapter.HasOutputs)
            notices = notices.Prepend(CommandsText.ExportNoOutputs.With(chapter.Notebook.Name));
        foreach (var notice in notices.Where(_notices.Add)) services.Messages.WriteLine(notice, Styles.Notice);
    }
}
