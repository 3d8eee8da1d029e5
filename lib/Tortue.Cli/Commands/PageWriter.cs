using Tortue.Cli.Chapters;
using Tortue.Cli.Files;
using Tortue.Notebooks.Handouts;
using Tortue.Notebooks.Handouts.Index;
using Tortue.Notebooks.Handouts.Paper;

namespace Tortue.Cli.Commands;

/// <summary>Writes the pages of an export.</summary>
/// <param name="settings">What is made of each notebook.</param>
/// <param name="folder">Where pages go.</param>
/// <param name="printer">Makes what is for paper; null where no browser is installed.</param>
internal sealed class PageWriter(ExportSettings settings, HandoutFolder folder, PagePrinter? printer)
{
    // A PDF for students and the page for paper are most often composed alike, and the browser then keeps what it shows.
    private static readonly HandoutVariant[] Order = [HandoutVariant.Instructor, HandoutVariant.Student, HandoutVariant.Print];

    /// <summary>Writes all pages of a notebook.</summary>
    /// <param name="chapter">The notebook with its outputs.</param>
    /// <param name="cancellationToken">Leaves out what needs the browser.</param>
    /// <returns>What has been written, in the order of the variants, and one sentence for each page that could not be.</returns>
    public async Task<(IReadOnlyList<HandoutResult> Files, IReadOnlyList<string> Problems)> WriteAsync(
        ExecutedChapter chapter, CancellationToken cancellationToken)
    {
        var files = new List<(HandoutVariant Variant, HandoutResult File)>();
        var problems = new List<string>();
        if (chapter.Document is not { } document) return ([], []);
        foreach (var variant in Order.Where(settings.Variants.Contains))
        {
            var exporter = new HandoutExporter(OptionsOf(variant, chapter.Notebook));
            var path = folder.PathOf(chapter.Notebook, variant);
            try
            {
                files.Add((variant, await exporter.WriteAsync(document, path, printer, cancellationToken)));
                if (!settings.Prints || printer is null) continue;
                var pdf = Path.ChangeExtension(path, ".pdf");
                files.Add((variant, await exporter.WritePdfAsync(document, pdf, printer, cancellationToken)));
            }
            catch (HandoutWriteException exception)
            {
                problems.Add(exception.Message);
            }
            catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
            {
                // The command ends, and says so itself.
            }
        }

        return ([.. files.OrderBy(pair => pair.Variant).Select(pair => pair.File)], problems);
    }

    /// <summary>Writes the page that lists the chapters of the course, for each variant.</summary>
    /// <param name="chapters">The chapters in their order.</param>
    /// <returns>The first of the pages.</returns>
    /// <exception cref="HandoutWriteException">One cannot be written.</exception>
    public HandoutResult WriteIndex(IReadOnlyList<ExecutedChapter> chapters)
    {
        var listed = chapters.Where(chapter => chapter.Document is not null)
            .Select(chapter => new CourseChapter(Path.GetFileNameWithoutExtension(chapter.Notebook.Path), chapter.Document!)).ToList();
        var pages = settings.Variants
            .Select(variant => new CourseIndex(OptionsOf(variant, chapters[0].Notebook)).Write(listed, folder.IndexOf(variant))).ToList();
        return pages[0];
    }

    private HandoutOptions OptionsOf(HandoutVariant variant, NotebookFile notebook) => new()
    {
        Variant = variant,
        Solutions = settings.Solutions,
        SharedAssets = settings.SharesAssets ? folder.Assets : null,
        NotebookFolder = notebook.Folder,
    };
}
