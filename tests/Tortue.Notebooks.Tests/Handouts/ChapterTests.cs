using Tortue.Notebooks.Documents;
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
        var run = await new NotebookRunner(new NotebookRunnerOptions())
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

        if (AssetLibrary.Embedded.Bytes("plotly/plotly.min.js") is null)
            Assert.Skip("The build had no npm: plotly.js and KaTeX are not embedded.");
        Assert.Empty(handout.Notices);
        Assert.InRange(handout.Bytes, 1, 6_000_000);
        await HandoutInBrowser.AssertCompleteAsync(browser, path);
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
