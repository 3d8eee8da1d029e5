using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Tortue.Notebooks.Handouts;
using Tortue.Notebooks.Handouts.Paper;
using Tortue.Testing;
using Xunit;
using static Tortue.Notebooks.Tests.Handouts.Handout;

namespace Tortue.Notebooks.Tests.Handouts;

public sealed partial class PaperTests(Browser browser) : IClassFixture<Browser>, IDisposable
{
    private const string Plotly = "plotly/plotly.min.js";
    private static readonly HandoutOptions ForPaper = new() { Variant = HandoutVariant.Print };

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("tortue-paper-");

    [Fact]
    public async Task APageForPaperIsStillAndTheSameEachTime()
    {
        AssetTests.EmbeddedOrSkip(Plotly);
        await using var printer = Printer();
        var first = await WriteAsync("first.html", printer);
        await HandoutInBrowser.AssertStillAsync(browser, first.Path, charts: 4);
        Assert.Empty(first.Notices);
        Assert.InRange(first.Bytes, 1, 1_500_000);
        // Another page between the two, as otherwise the browser has it still.
        await printer.MakeStillAsync(new HandoutExporter(ForPaper).ToHtml(Notebook(Text("# Another")), "t"), TestContext.Current.CancellationToken);
        Assert.Equal(File.ReadAllText(first.Path), File.ReadAllText((await WriteAsync("second.html", printer)).Path));
    }

    [Fact]
    public async Task WithoutAPrinterThePageMakesItselfStillWhenItIsOpened()
    {
        AssetTests.EmbeddedOrSkip(Plotly);
        var written = await WriteAsync("alone.html", printer: null);
        await using var page = await browser.NewPageAsync(dark: true);
        await page.OpenFileAsync(written.Path);
        Assert.Equal("", await page.Page.EvaluateAsync<string>("tortue.still"));
        Assert.Equal(4, await page.Page.Locator("figure.chart > img").CountAsync());
        Assert.Empty(page.Errors);
    }

    [Fact]
    public async Task EveryChartIsInThePdf()
    {
        AssetTests.EmbeddedOrSkip(Plotly);
        await using var printer = Printer();
        var pdf = await new HandoutExporter(new HandoutOptions()).WritePdfAsync(
            Sample(), Path.Combine(_folder.FullName, "a.pdf"), printer, TestContext.Current.CancellationToken);
        Assert.Empty(pdf.Notices);
        var bytes = File.ReadAllBytes(pdf.Path);
        Assert.Equal(bytes.Length, pdf.Bytes);
        var text = Encoding.Latin1.GetString(bytes);
        Assert.StartsWith("%PDF", text, StringComparison.Ordinal);
        // A tagged PDF has the description of each picture that is printed: four charts, and a picture that a cell has made.
        var pictures = Of(new HandoutOptions(), Sample()).QuerySelectorAll("figure.chart, main figure > img").Length;
        Assert.Equal(4 + 1, pictures);
        Assert.Equal(pictures, Description().Count(text));
    }

    [Fact]
    public async Task APictureThatCannotBeDrawnIsSaid()
    {
        AssetTests.EmbeddedOrSkip(Plotly);
        await using var printer = Printer();
        var figure = DisplayData(("application/vnd.plotly.v1+json", """{"data":[{"type":"scatter","y":[1]}],"layout":{}}"""));
        var page = new HandoutExporter(ForPaper).ToHtml(Notebook(Code("x", [figure])), "t");
        var broken = page.Replace("await Plotly.toImage(", "await Plotly.noSuchThing(", StringComparison.Ordinal);
        var printed = await printer.MakeStillAsync(broken, TestContext.Current.CancellationToken);
        Assert.Equal(["Charts that could not be drawn: 1."], printed.Notices);
    }

    [Fact]
    public async Task ABrowserThatDoesNotStartIsOneSentence()
    {
        var missing = Path.Combine(_folder.FullName, "no-browser");
        await using var printer = new PagePrinter(missing);
        var error = await Assert.ThrowsAsync<HandoutWriteException>(() => WriteAsync("a.html", printer));
        Assert.Contains(missing, error.Message, StringComparison.Ordinal);
        Assert.Contains("TORTUE_BROWSER", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', error.Message);
        Assert.Empty(_folder.GetFiles());
    }

    [Fact]
    public void TheBrowserIsTheOneThatIsNamedElseTheFirstOnThePath()
    {
        var known = Path.Combine("b", OperatingSystem.IsWindows() ? "google-chrome.exe" : "google-chrome");
        Assert.Equal("mine", Find("mine", known));
        Assert.Equal(known, Find(null, known));
        Assert.Equal(known, Find("", known));
        Assert.Null(Find(null));

        static string? Find(string? named, params string[] files) => new InstalledBrowser(
            name => name == InstalledBrowser.Variable ? named : name == "PATH" ? $"a{Path.PathSeparator}b" : null, files.Contains).Path;
    }

    [Theory]
    [InlineData(HandoutVariant.Student, null, "details")]
    [InlineData(HandoutVariant.Instructor, null, "section")]
    [InlineData(HandoutVariant.Instructor, SolutionDisplay.Folded, "details")]
    [InlineData(HandoutVariant.Print, null, null)]
    [InlineData(HandoutVariant.Print, SolutionDisplay.Folded, null)]
    [InlineData(HandoutVariant.Print, SolutionDisplay.Shown, "section")]
    public void WhatIsShownOfSolutions(HandoutVariant variant, SolutionDisplay? solutions, string? element) => Assert.Equal(
        element, Of(new HandoutOptions { Variant = variant, Solutions = solutions }, Text("Seven.", "solution")).QuerySelector(".box-solution")?.LocalName);

    [Fact]
    public void NothingIsFoldedOnPaper()
    {
        var page = Of(ForPaper, Text("# T\n\n## S"), Code("var kept = 1;", [Stream("printed")], "hide-input"), Text("More.", "hide-cell"));
        Assert.Empty(page.QuerySelectorAll("details, button, nav, .skip"));
        Assert.NotNull(page.QuerySelector("pre.code"));
        Assert.Contains("More.", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void TheInstructorsPageMarksWhatIsSaid()
    {
        JsonObject[] cells = [Text("Slide."), Spoken(), Spoken(), Text("Slide."), Spoken()];
        var page = Of(new HandoutOptions { Variant = HandoutVariant.Instructor }, cells);
        Assert.Equal(["cell-c2", "cell-c3", "cell-c5"], page.QuerySelectorAll(".spoken").Select(cell => cell.Id));
        Assert.Equal(["cell-c2", "cell-c5"], page.QuerySelectorAll(".spoken-label").Select(label => label.ParentElement!.Id));
        Assert.Empty(Of(Text("Slide."), Spoken()).QuerySelectorAll(".spoken, .spoken-label"));

        static JsonObject Spoken()
        {
            var cell = Text("Said.");
            cell["metadata"]!["slideshow"] = new JsonObject { ["slide_type"] = "notes" };
            return cell;
        }
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private static PagePrinter Printer()
    {
        Assert.SkipWhen(Browser.FindExecutable() is null, "No browser is installed.");
        return PagePrinter.Find()!;
    }

    private Task<HandoutResult> WriteAsync(string name, PagePrinter? printer) => new HandoutExporter(ForPaper).WriteAsync(
        Sample(), Path.Combine(_folder.FullName, name), printer, TestContext.Current.CancellationToken);

    [GeneratedRegex(@"/Alt\b")]
    private static partial Regex Description();
}
