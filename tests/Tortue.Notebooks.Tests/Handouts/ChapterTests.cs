using AngleSharp.Dom;
using Tortue.Notebooks.Documents;
using Tortue.Notebooks.Grading;
using Tortue.Notebooks.Handouts;
using Tortue.Notebooks.Handouts.Assets;
using Tortue.Notebooks.Running;
using Tortue.Testing;
using Xunit;

namespace Tortue.Notebooks.Tests.Handouts;

/// <summary>Every chapter of the course, run and exported as <c>tortue export</c> does it, and opened in a browser without a network.</summary>
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
    public async Task AChapterRunsAndItsHandoutIsCompleteWithoutANetwork(string name)
    {
        var chapter = NotebookDocument.Load(Path.Combine(Notebooks, name));
        var run = await new NotebookRunner(new NotebookRunnerOptions { Solutions = true })
            .RunAsync(chapter, Notebooks, progress: null, TestContext.Current.CancellationToken);
        Assert.Null(run.Failure);

        var path = Path.Combine(_folder.FullName, Path.ChangeExtension(name, ".html"));
        var handout = new HandoutExporter(new HandoutOptions { NotebookFolder = Notebooks }).Write(chapter, path);
        var page = Handout.Parse(File.ReadAllText(path));
        Assert.NotEmpty(page.QuerySelectorAll("figure.chart"));
        Assert.NotEmpty(page.QuerySelectorAll("[data-tex]"));
        Assert.Empty(page.QuerySelectorAll(".error, .banner"));
        Assert.All(
            page.QuerySelectorAll("a[href^='#']").Select(link => link.GetAttribute("href")![1..]),
            id => Assert.NotNull(page.GetElementById(id)));
        AssertSolutions(chapter, page);

        if (AssetLibrary.Embedded.Bytes("plotly/plotly.min.js") is null)
            Assert.Skip("The build had no npm: plotly.js and KaTeX are not embedded.");
        Assert.Empty(handout.Notices);
        Assert.InRange(handout.Bytes, 1, 6_000_000);
        await HandoutInBrowser.AssertCompleteAsync(browser, path);
    }

    /// <summary>Each exercise has its solution behind a line, and none is anywhere in a page without solutions.</summary>
    private static void AssertSolutions(NotebookDocument chapter, IDocument page)
    {
        var solutions = chapter.Cells.SelectMany(cell => cell.Solutions).ToList();
        Assert.Equal(KnownExercises.NamedIn(chapter).Select(exercise => exercise.Id), solutions.Select(solution => solution.Exercise));
        Assert.Equal(
            solutions.Select(solution => solution.Code.Trim()),
            page.QuerySelectorAll(".box-exercise details.box-solution pre.code").Select(code => code.TextContent.Trim()));

        var without = Handout.Of(new HandoutOptions { Solutions = SolutionDisplay.None, NotebookFolder = Notebooks }, chapter);
        Assert.Empty(without.QuerySelectorAll(".box-solution"));
        var text = without.DocumentElement.TextContent;
        Assert.All(solutions, solution => Assert.DoesNotContain(solution.Explanation.Replace("`", "", StringComparison.Ordinal), text, StringComparison.Ordinal));
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
