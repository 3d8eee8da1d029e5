using Tortue.Cli.Chapters;
using Tortue.Cli.Errors;
using Tortue.Cli.Files;
using Tortue.Cli.Terminal;
using Tortue.Notebooks.Handouts;

namespace Tortue.Cli.Commands;

/// <summary>Makes the handouts of one export, with a line for each in the order of the notebooks, whichever ends first.</summary>
/// <param name="services">What the command works with.</param>
/// <param name="notebooks">The notebooks.</param>
/// <param name="writer">Writes the pages.</param>
/// <param name="view">Where lines go.</param>
internal sealed class NotebookExport(CommandServices services, IReadOnlyList<NotebookFile> notebooks, PageWriter writer, IRunView view)
{
    private const string Pdf = ".pdf";

    private readonly HashSet<string> _notices = [];
    private readonly Dictionary<NotebookFile, Action> _waiting = [];
    private readonly HashSet<NotebookFile> _failed = [];
    private int _said;

    /// <summary>The notebooks with a cell that failed or a page that could not be written, in their order.</summary>
    public IReadOnlyList<NotebookFile> Failed => [.. notebooks.Where(_failed.Contains)];

    /// <summary>How many pages have been written.</summary>
    public int Pages { get; private set; }

    /// <summary>How many PDFs have been written.</summary>
    public int Pdfs { get; private set; }

    /// <summary>Writes the handouts of notebooks as they come, also where a cell failed: what ran before is in them.</summary>
    /// <param name="chapters">The notebooks with their outputs.</param>
    /// <param name="cancellationToken">Leaves out what takes long.</param>
    public async Task WriteAsync(IAsyncEnumerable<ExecutedChapter> chapters, CancellationToken cancellationToken)
    {
        await foreach (var chapter in chapters) await WriteAsync(chapter, cancellationToken);
        // Those that stand before them never came to their end.
        foreach (var notebook in notebooks)
            if (_waiting.Remove(notebook, out var say)) view.Post(say);
    }

    private async Task WriteAsync(ExecutedChapter chapter, CancellationToken cancellationToken)
    {
        var (files, problems) = await writer.WriteAsync(chapter, cancellationToken);
        if (chapter.Problem is not null) problems = [chapter.Problem, .. problems];
        if (problems.Count > 0) _failed.Add(chapter.Notebook);
        Pdfs += files.Count(IsPdf);
        Pages += files.Count(file => !IsPdf(file));
        _waiting[chapter.Notebook] = () =>
        {
            Show(files, chapter);
            foreach (var problem in problems) services.Messages.WriteLine(problem, Styles.Error);
        };
        while (_said < notebooks.Count && _waiting.Remove(notebooks[_said], out var say))
        {
            view.Post(say);
            _said++;
        }
    }

    private void Show(IReadOnlyList<HandoutResult> files, ExecutedChapter chapter)
    {
        var time = chapter.Origin switch
        {
            ChapterOrigin.Cache => CommandsText.ExportCached,
            ChapterOrigin.Stored => CommandsText.ExportStored,
            _ => Quantities.Show(chapter.Elapsed),
        };
        foreach (var file in files)
        {
            var path = ShortPath.From(services.CurrentDirectory, file.Path);
            // The run is one for all pages of the notebook.
            var format = ReferenceEquals(file, files[0]) ? CommandsText.Exported : CommandsText.ExportedToo;
            services.Output.WriteLine(format.With(path, Quantities.ShowSize(file.Bytes), time), Styles.Plain);
        }

        var notices = files.SelectMany(file => file.Notices);
        if (chapter.Origin == ChapterOrigin.Stored && chapter is { Document: not null, HasOutputs: false })
            notices = notices.Prepend(CommandsText.ExportNoOutputs.With(chapter.Notebook.Name));
        foreach (var notice in notices.Where(_notices.Add)) services.Messages.WriteLine(notice, Styles.Notice);
    }

    private static bool IsPdf(HandoutResult file) => file.Path.EndsWith(Pdf, StringComparison.Ordinal);
}
