using AngleSharp.Dom;
using Tortue.Notebooks.Documents;
using Tortue.Notebooks.Grading;
using Tortue.Notebooks.Handouts;
using Tortue.Notebooks.Handouts.Assets;
using Tortue.Notebooks.Handouts.Paper;
using Tortue.Notebooks.Running;
using Tortue.Testing;
using Xunit;

namespace Tortue.Notebooks.Tests.Handouts;

/// <summary>
/// Every chapter of the course, run and exported as <c>tortue export</c> does it, and opened in a browser without a network. Where that
/// command has just written the handouts (<see cref="ExportedHandouts"/>), these are the pages that are looked at.
/// </summary>
public sealed class ChapterTests(Browser browser) : IClassFixture<Browser>, IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("tortue-chapter-");

    private static string Notebooks => Path.Combine(Repository.Root, "notebooks");

    public static TheoryData<string> Chapters =>
        [.. Directory.GetFiles(Notebooks, "*.ipynb").Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal)];

    [Fact]
    public void ThereAreChapters() => Assert.NotEmpty(Chapters);

    [Theory]
    [MemberData(nameof(Chapters))]
    public async Task AChapterRunsAndItsHandoutsAreCompleteWithoutANetwork(string name)
    {
        var chapter = NotebookDocument.Load(Path.Combine(Notebooks, name));
        var pages = ExportedHandouts.Named is { } exported ? Exported(exported, chapter) : await ExportAsync(chapter);
        var path = pages[HandoutVariant.Student];
        var page = Handout.Parse(File.ReadAllText(path));
        Assert.NotEmpty(page.QuerySelectorAll("figure.chart"));
        Assert.NotEmpty(page.QuerySelectorAll("[data-tex]"));
        Assert.Empty(page.QuerySelectorAll(".error, .banner"));
        Assert.All(
            page.QuerySelectorAll("a[href^='#']").Select(link => link.GetAttribute("href")![1..]),
            id => Assert.NotNull(page.GetElementById(id)));
        AssertSolutions(chapter, page);

        Assert.SkipUnless(IsEmbedded, "The build had no npm: plotly.js and KaTeX are not embedded.");
        Assert.All(pages.Values, file => Assert.InRange(new FileInfo(file).Length, 1, 6_000_000));
        // Three pages at once: a tab draws on one core.
        await Task.WhenAll(
            HandoutInBrowser.AssertCompleteAsync(browser, path, accessible: true),
            HandoutInBrowser.AssertVariantAsync(browser, pages[HandoutVariant.Instructor]),
            HandoutInBrowser.AssertStillAsync(browser, pages[HandoutVariant.Print], page.QuerySelectorAll("figure.chart").Length));
    }

    public void Dispose() => _folder.Delete(recursive: true);

    // Without npm, a notice says that the page needs the network.
    private static bool IsEmbedded => AssetLibrary.Embedded.Bytes("plotly/plotly.min.js") is not null;

    /// <summary>Runs a chapter, which fills in outputs and solutions, and writes its handouts.</summary>
    private async Task<Dictionary<HandoutVariant, string>> ExportAsync(NotebookDocument chapter)
    {
        var run = await new NotebookRunner(new NotebookRunnerOptions { Solutions = true })
            .RunAsync(chapter, Notebooks, progress: null, TestContext.Current.CancellationToken);
        Assert.Null(run.Failure);
        Assert.All(chapter.Cells, cell => Assert.Equal(LibrarySolutions.Of(cell), cell.Solutions.SingleOrDefault()));

        await using var printer = PagePrinter.Find();
        var pages = new Dictionary<HandoutVariant, string>();
        foreach (var variant in Enum.GetValues<HandoutVariant>())
        {
            var path = Path.Combine(_folder.FullName, ExportedHandouts.FolderOf(variant) + Path.ChangeExtension(Path.GetFileName(chapter.Name), ".html"));
            var exporter = new HandoutExporter(new HandoutOptions { NotebookFolder = Notebooks, Variant = variant });
            var handout = await exporter.WriteAsync(chapter, path, printer, TestContext.Current.CancellationToken);
            if (IsEmbedded)
                Assert.Empty(handout.Notices);
            pages[variant] = path;
        }
        return pages;
    }

    /// <summary>The handouts that were written before; the chapter gets its solutions from the library, and has no outputs.</summary>
    private static Dictionary<HandoutVariant, string> Exported(ExportedHandouts exported, NotebookDocument chapter)
    {
        if (IsEmbedded)
            Assert.Empty(exported.Notices);
        foreach (var cell in chapter.Cells)
            cell.Solutions = LibrarySolutions.Of(cell) is { } solution ? [solution] : [];
        return Enum.GetValues<HandoutVariant>().ToDictionary(
            variant => variant, variant => exported.PageOf(Path.GetFileName(chapter.Name), variant: variant));
    }

    /// <summary>Each exercise has its solution behind a line, and none is anywhere else, nor in a page without solutions.</summary>
    private static void AssertSolutions(NotebookDocument chapter, IDocument page)
    {
        var solutions = chapter.Cells.SelectMany(cell => cell.Solutions).ToList();
        Assert.Equal(KnownExercises.NamedIn(chapter).Select(exercise => exercise.Id), solutions.Select(solution => solution.Exercise));
        Assert.Equal(
            solutions.Select(solution => solution.Code.Trim()),
            page.QuerySelectorAll(".box-exercise details.box-solution pre.code").Select(code => code.TextContent.Trim()));

        var without = Handout.Of(new HandoutOptions { Solutions = SolutionDisplay.None, NotebookFolder = Notebooks }, chapter);
        Assert.Empty(without.QuerySelectorAll(".box-solution"));
        foreach (var box in page.QuerySelectorAll(".box-solution"))
            box.Remove();
        foreach (var text in new[] { without, page }.Select(one => one.DocumentElement.TextContent))
            Assert.All(solutions, solution => Assert.DoesNotContain(solution.Explanation.Replace("`", "", StringComparison.Ordinal), text, StringComparison.Ordinal));
    }
}
