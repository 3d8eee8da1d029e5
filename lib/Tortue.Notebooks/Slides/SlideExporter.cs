using System.Globalization;
using System.Text;
using Tortue.Notebooks.Documents;
using Tortue.Notebooks.Handouts;
using Tortue.Notebooks.Handouts.Assets;
using Tortue.Notebooks.Handouts.Code;
using Tortue.Notebooks.Handouts.Outputs;
using Tortue.Notebooks.Handouts.Prose;

namespace Tortue.Notebooks.Slides;

/// <summary>
/// Writes the slides of a notebook with its outputs as one HTML file that opens without a network: reveal.js shows them, plotly.js draws
/// their charts, KaTeX typesets their formulas. The notebook is not run. The same notebook gives the same bytes.
/// </summary>
public sealed class SlideExporter
{
    private readonly SlideOptions _options;
    private readonly AssetLibrary _assets;

    /// <summary>Creates an exporter.</summary>
    /// <param name="options">What its slides show.</param>
    public SlideExporter(SlideOptions options)
        : this(options, AssetLibrary.Embedded)
    {
    }

    internal SlideExporter(SlideOptions options, AssetLibrary assets)
    {
        _options = options;
        _assets = assets;
    }

    /// <summary>The slides as text.</summary>
    /// <param name="document">The notebook with its outputs.</param>
    /// <param name="fallbackTitle">The title where the notebook has no heading of level 1.</param>
    public string ToHtml(NotebookDocument document, string fallbackTitle) => Compose(document, fallbackTitle).Html;

    /// <summary>Writes the slides, to the side and then into place, and makes the folder where it is missing.</summary>
    /// <param name="document">The notebook with its outputs.</param>
    /// <param name="path">The file to write; its name is the title where the notebook has no heading of level 1.</param>
    /// <returns>What was written, and what its reader should know.</returns>
    /// <exception cref="IOException">The file cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be written.</exception>
    public SlideResult Write(NotebookDocument document, string path)
    {
        var target = Path.GetFullPath(path);
        var (html, title, count, notices) = Compose(document, Path.GetFileNameWithoutExtension(target));
        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        AtomicFile.WriteAllText(target, html);
        return new SlideResult(target, title, Encoding.UTF8.GetByteCount(html), count, notices);
    }

    private (string Html, string Title, int Count, IReadOnlyList<string> Notices) Compose(NotebookDocument document, string fallbackTitle)
    {
        var notices = new List<string>();
        using var colourer = new CodeColourer();
        var pictures = new PictureFiles(_options.NotebookFolder);
        var prose = new ProseRenderer(
            new ProseContext
            {
                FormOf = FormOf,
                ColourFragment = source => string.Join('\n', CodeLines.ToHtml(source, colourer.ColourFragment(source))),
                EmbedPicture = pictures.Embed,
                // A picture that is missing is the handout's to tell.
                Notice = _ => { },
            });
        var headings = prose.Headings;
        var plotly = new PlotlyBundle();
        var code = new CodeCellRenderer(colourer, new OutputRenderer(prose, plotly), FormOf(BoxKind.Solution), document.Language);
        var renderer = new CellRenderer(prose, code, pictures, FormOf);
        var cells = document.Cells.ToDictionary(cell => cell, renderer.Render);
        var body = new SlideBody(cells, FormOf, _options.CourseLine ?? HandoutsText.CourseLine);
        var slides = body.Render(SlideDeck.Of(document));
        var page = new SlidePage(_assets, notices.Add)
        {
            Title = headings.Title?.Text ?? fallbackTitle,
            Dark = _options.Dark,
            Handout = _options.Handout,
            PlotlyScript = plotly.File,
        };
        notices.AddRange(Overfull(body.Faces));
        return (page.ToHtml(slides), page.Title, body.Faces.Count, notices);
    }

    private static IEnumerable<string> Overfull(IReadOnlyList<SlideFace> faces) =>
        from face in faces.Index()
        let share = SlideFit.Share(face.Item)
        where share > 1
        select string.Format(CultureInfo.InvariantCulture, SlidesText.Overfull, face.Index + 1, face.Item.Title, Math.Ceiling(share * 100));

    private BoxForm FormOf(BoxKind kind) => kind.Name switch
    {
        "instructor" => BoxForm.Dropped,
        "solution" => _options.Solutions switch
        {
            SolutionDisplay.None => BoxForm.Dropped,
            SolutionDisplay.Folded => BoxForm.Folded,
            _ => BoxForm.Open,
        },
        _ => BoxForm.Open,
    };
}
