using Tortue.Notebooks.Documents;
using Tortue.Notebooks.Handouts.Assets;
using Tortue.Notebooks.Handouts.Code;
using Tortue.Notebooks.Handouts.Outputs;
using Tortue.Notebooks.Handouts.Prose;

namespace Tortue.Notebooks.Handouts;

/// <summary>Composes the page of a notebook.</summary>
/// <param name="options">What it shows.</param>
/// <param name="assets">Where plotly.js and KaTeX come from.</param>
internal sealed class HandoutComposer(HandoutOptions options, AssetLibrary assets)
{
    /// <summary>The page.</summary>
    /// <param name="document">The notebook with its outputs.</param>
    /// <param name="fallbackTitle">The title where the notebook has no heading of level 1.</param>
    /// <param name="shared">Where files go that the page shares with others, or null.</param>
    public ComposedPage Compose(NotebookDocument document, string fallbackTitle, AssetFolder? shared)
    {
        var notices = new List<string>();
        using var colourer = new CodeColourer();
        var pictures = new PictureFiles(options.NotebookFolder);
        var prose = new ProseRenderer(
            new ProseContext
            {
                FormOf = FormOf,
                ColourFragment = source => string.Join('\n', CodeLines.ToHtml(source, colourer.ColourFragment(source))),
                EmbedPicture = pictures.Embed,
                Notice = Notice,
            });
        var headings = prose.Headings;
        var plotly = new PlotlyBundle();
        var code = new CodeCellRenderer(colourer, new OutputRenderer(prose, plotly), FormOf(BoxKind.Solution), document.Language)
        {
            Folds = !options.OnPaper,
        };
        var body = new HandoutBody(prose, code, pictures, FormOf) { MarksSpoken = options.ShowsNotes, Folds = !options.OnPaper }.Render(document);
        var page = new HandoutPage(new PageLibraries(assets, shared), Notice)
        {
            CourseLine = options.CourseLine ?? HandoutsText.CourseLine,
            Title = headings.Title?.Text ?? fallbackTitle,
            HasTitle = headings.Title is not null,
            Contents = headings.Contents,
            PlotlyScript = plotly.File,
            Failure = RunFailure.Find(document),
            OnPaper = options.OnPaper,
        };
        return new ComposedPage(page.ToHtml(body), page.Title, notices);

        void Notice(string sentence)
        {
            if (!notices.Contains(sentence))
                notices.Add(sentence);
        }
    }

    private BoxForm FormOf(BoxKind kind) => kind.Name switch
    {
        "instructor" => options.ShowsNotes ? BoxForm.Open : BoxForm.Dropped,
        "solution" => options.SolutionsShown switch
        {
            SolutionDisplay.None => BoxForm.Dropped,
            SolutionDisplay.Folded => BoxForm.Folded,
            _ => BoxForm.Open,
        },
        _ => BoxForm.Open,
    };
}
