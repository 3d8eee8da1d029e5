using System.Globalization;
using System.Text;
using Tortue.Notebooks.Documents;
using Tortue.Notebooks.Handouts.Assets;
using Tortue.Notebooks.Handouts.Code;
using Tortue.Notebooks.Handouts.Outputs;
using Tortue.Notebooks.Handouts.Prose;

namespace Tortue.Notebooks.Handouts;

/// <summary>
/// Writes a notebook with its outputs as one HTML file that opens without a network: charts drawn by plotly.js, mathematics typeset by
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

    /// <summary>The handout as text.</summary>
    /// <param name="document">The notebook with its outputs.</param>
    /// <param name="fallbackTitle">The title where the notebook has no heading of level 1.</param>
    public string ToHtml(NotebookDocument document, string fallbackTitle) => Compose(document, fallbackTitle).Html;

    /// <summary>Writes the handout, to the side and then into place, and makes the folder where it is missing.</summary>
    /// <param name="document">The notebook with its outputs.</param>
    /// <param name="path">The file to write; its name is the title where the notebook has no heading of level 1.</param>
    /// <returns>What was written, and what its reader should know.</returns>
    /// <exception cref="HandoutWriteException">The file cannot be written.</exception>
    public HandoutResult Write(NotebookDocument document, string path)
    {
        var target = Path.GetFullPath(path);
        var (html, title, notices) = Compose(document, Path.GetFileNameWithoutExtension(target));
        MakeFolder(target);
        try
        {
            AtomicFile.WriteAllText(target, html);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new HandoutWriteException(Sentence(HandoutsText.CannotWrite, path, Reason(error)), error);
        }
        return new HandoutResult(target, title, Encoding.UTF8.GetByteCount(html), notices);
    }

    private (string Html, string Title, IReadOnlyList<string> Notices) Compose(NotebookDocument document, string fallbackTitle)
    {
        var notices = new List<string>();
        using var colourer = new CodeColourer();
        var pictures = new PictureFiles(_options.NotebookFolder);
        var headings = new HeadingRegister();
        var prose = new ProseRenderer(
            new ProseContext
            {
                FormOf = FormOf,
                ColourFragment = source => string.Join('\n', CodeLines.ToHtml(source, colourer.ColourFragment(source))),
                EmbedPicture = pictures.Embed,
                Notice = Notice,
            },
            headings);
        var plotly = new PlotlyBundle();
        var code = new CodeCellRenderer(colourer, new OutputRenderer(prose, plotly), FormOf(BoxKind.Solution), document.Language);
        var body = new HandoutBody(prose, code, pictures, FormOf).Render(document);
        var page = new HandoutPage(_assets, Notice)
        {
            CourseLine = _options.CourseLine ?? HandoutsText.CourseLine,
            Title = headings.Title?.Text ?? fallbackTitle,
            HasTitle = headings.Title is not null,
            Contents = headings.Contents,
            PlotlyScript = plotly.File,
            Failure = RunFailure.Find(document),
        };
        return (page.ToHtml(body), page.Title, notices);

        void Notice(string sentence)
        {
            if (!notices.Contains(sentence))
                notices.Add(sentence);
        }
    }

    private BoxForm FormOf(BoxKind kind) => kind.Name switch
    {
        "instructor" => _options.InstructorNotes ? BoxForm.Open : BoxForm.Dropped,
        "solution" => _options.Solutions switch
        {
            SolutionDisplay.None => BoxForm.Dropped,
            SolutionDisplay.Folded => BoxForm.Folded,
            _ => BoxForm.Open,
        },
        _ => BoxForm.Open,
    };

    private static void MakeFolder(string target)
    {
        var folder = Path.GetDirectoryName(target)!;
        try
        {
            Directory.CreateDirectory(folder);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new HandoutWriteException(Sentence(HandoutsText.FolderMissing, target, folder, Reason(error)), error);
        }
    }

    private static string Reason(Exception error) => error.Message.TrimEnd('.');

    private static string Sentence(string format, params object[] arguments) =>
        string.Format(CultureInfo.InvariantCulture, format, arguments);
}
