using System.Text;
using Tortue.Notebooks.Documents;
using Tortue.Notebooks.Handouts.Assets;
using Tortue.Notebooks.Handouts.Paper;

namespace Tortue.Notebooks.Handouts;

/// <summary>
/// Writes a notebook with its outputs as an HTML file that opens without a network: charts drawn by plotly.js, mathematics typeset by
/// KaTeX, code coloured by Roslyn. The notebook is not run. The same notebook gives the same bytes.
/// </summary>
public sealed class HandoutExporter
{
    private readonly HandoutOptions _options;
    private readonly AssetLibrary _assets;

    /// <summary>Creates an exporter.</summary>
    /// <param name="options">What its handouts show.</param>
    public HandoutExporter(HandoutOptions options)
        : this(options, AssetLibrary.Embedded)
    {
    }

    internal HandoutExporter(HandoutOptions options, AssetLibrary assets)
    {
        _options = options;
        _assets = assets;
    }

    /// <summary>The handout as text, with everything that it needs inside.</summary>
    /// <param name="document">The notebook with its outputs.</param>
    /// <param name="fallbackTitle">The title where the notebook has no heading of level 1.</param>
    public string ToHtml(NotebookDocument document, string fallbackTitle) => Compose(document, fallbackTitle, _options).Html;

    /// <summary>Writes the handout, to the side and then into place, and makes the folder where it is missing.</summary>
    /// <param name="document">The notebook with its outputs.</param>
    /// <param name="path">The file to write; its name is the title where the notebook has no heading of level 1.</param>
    /// <returns>What was written, and what its reader should know.</returns>
    /// <exception cref="HandoutWriteException">The file cannot be written.</exception>
    public HandoutResult Write(NotebookDocument document, string path)
    {
        var target = Path.GetFullPath(path);
        var shared = _options.SharedAssets is { } folder ? new AssetFolder(Path.GetFullPath(folder), Path.GetDirectoryName(target)!) : null;
        return Save(target, new HandoutComposer(_options, _assets).Compose(document, NameOf(target), shared));
    }

    /// <summary>
    /// Writes the handout as <see cref="Write"/> does. One for paper is made still by the printer's browser: pictures in place of charts, and no
    /// scripts. Without a printer it has its scripts with it, which put the pictures in place when it is opened.
    /// </summary>
    /// <param name="document">The notebook with its outputs.</param>
    /// <param name="path">The file to write; its name is the title where the notebook has no heading of level 1.</param>
    /// <param name="printer">Makes pages for paper; null where no browser is installed. Other pages do not need it.</param>
    /// <param name="cancellation">Stops the printer.</param>
    /// <returns>What was written, and what its reader should know.</returns>
    /// <exception cref="HandoutWriteException">The file cannot be written, or the browser fails.</exception>
    public async Task<HandoutResult> WriteAsync(NotebookDocument document, string path, PagePrinter? printer, CancellationToken cancellation)
    {
        if (printer is null || !_options.OnPaper)
            return Write(document, path);
        var target = Path.GetFullPath(path);
        var page = Compose(document, NameOf(target), _options);
        var still = await printer.MakeStillAsync(page.Html, cancellation);
        return Save(target, page with { Html = still.Content, Notices = [.. page.Notices, .. still.Notices] });
    }

    /// <summary>Writes the handout as PDF: what is on the page, composed for paper.</summary>
    /// <param name="document">The notebook with its outputs.</param>
    /// <param name="path">The file to write; its name is the title where the notebook has no heading of level 1.</param>
    /// <param name="printer">Prints it.</param>
    /// <param name="cancellation">Stops the printer.</param>
    /// <returns>What was written, and what its reader should know.</returns>
    /// <exception cref="HandoutWriteException">The file cannot be written, or the browser fails.</exception>
    public async Task<HandoutResult> WritePdfAsync(NotebookDocument document, string path, PagePrinter printer, CancellationToken cancellation)
    {
        var target = Path.GetFullPath(path);
        var page = Compose(document, NameOf(target), _options with { OnPaper = true });
        var pdf = await printer.PrintAsync(page.Html, cancellation);
        HandoutFile.Write(target, file => WriteAside(file, pdf.Content));
        return new HandoutResult(target, page.Title, pdf.Content.Length, [.. page.Notices, .. pdf.Notices]);
    }

    private static void WriteAside(string path, byte[] content)
    {
        var side = $"{path}.{Guid.NewGuid():N}.tmp";
        try
        {
            File.WriteAllBytes(side, content);
            File.Move(side, path, overwrite: true);
        }
        catch
        {
            File.Delete(side);
            throw;
        }
    }

    private static string NameOf(string target) => Path.GetFileNameWithoutExtension(target);

    private static HandoutResult Save(string target, ComposedPage page)
    {
        HandoutFile.Write(target, file => AtomicFile.WriteAllText(file, page.Html));
        return new HandoutResult(target, page.Title, Encoding.UTF8.GetByteCount(page.Html), page.Notices);
    }

    private ComposedPage Compose(NotebookDocument document, string fallbackTitle, HandoutOptions options) =>
        new HandoutComposer(options, _assets).Compose(document, fallbackTitle, shared: null);
}
