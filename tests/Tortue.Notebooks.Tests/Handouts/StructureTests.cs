using AngleSharp.Dom;
using Tortue.Notebooks.Handouts;
using Xunit;
using static Tortue.Notebooks.Tests.Handouts.Handout;

namespace Tortue.Notebooks.Tests.Handouts;

public class StructureTests
{
    private static readonly IDocument Page = Parse(new HandoutExporter(new HandoutOptions()).ToHtml(Sample(), "sample"));

    [Fact]
    public void NothingIsLoadedFromAnywhere()
    {
        Assert.Empty(Page.QuerySelectorAll("script[src], link[href], iframe, object, embed, [srcset]"));
        Assert.All(Page.QuerySelectorAll("[src]"), element => Assert.StartsWith("data:", element.GetAttribute("src"), StringComparison.Ordinal));
        Assert.All(Page.QuerySelectorAll("style"), style => Assert.DoesNotContain("url(http", style.TextContent, StringComparison.Ordinal));
        Assert.All(Page.QuerySelectorAll("style"), style => Assert.DoesNotContain("@import", style.TextContent, StringComparison.Ordinal));
    }

    [Fact]
    public void AChartIsItsJsonAndNotItsHtml()
    {
        Assert.Equal(4, Page.QuerySelectorAll("figure.chart > script[type='application/json']").Length);
        Assert.DoesNotContain("cdn.example", Page.QuerySelector("main")!.InnerHtml, StringComparison.Ordinal);
        var plot = Page.QuerySelector("figure.chart .plot")!;
        Assert.Equal("img", plot.GetAttribute("role"));
        Assert.StartsWith("Ratio of norms", plot.GetAttribute("aria-label"), StringComparison.Ordinal);
    }

    [Fact]
    public void EveryLinkIntoThePageHasItsAim()
    {
        var inside = Page.QuerySelectorAll("a[href^='#']").Select(link => link.GetAttribute("href")![1..]).ToList();
        Assert.True(inside.Count > 10);
        Assert.All(inside, id => Assert.NotNull(Page.GetElementById(id)));
    }

    [Fact]
    public void EveryIdIsThereOnce()
    {
        var ids = Page.QuerySelectorAll("[id]").Select(element => element.Id).ToList();
        Assert.Equal(ids.Count, ids.Distinct().Count());
    }

    [Fact]
    public void HeadingsAreInOrder()
    {
        var levels = Page.QuerySelectorAll("h1, h2, h3, h4, h5, h6").Select(heading => heading.LocalName[1] - '0').ToList();
        Assert.Equal(1, levels[0]);
        Assert.Single(levels, 1);
        Assert.All(levels.Zip(levels.Skip(1)), pair => Assert.True(pair.Second <= pair.First + 1));
    }

    [Fact]
    public void TheTableOfContentsListsTheHeadingsInTheirOrder()
    {
        var listed = Page.QuerySelectorAll("nav.contents a").Select(link => link.GetAttribute("href")![1..]);
        var there = Page.QuerySelectorAll("main h2, main h3").Where(heading => heading.Closest("details") is null)
            .OrderBy(heading => heading.QuerySelector("[id^=exercise-]") is not null).Select(heading => heading.Id!);
        Assert.Equal(there, listed);
    }

    [Fact]
    public void ThePageSaysWhatItIs()
    {
        Assert.Equal("en", Page.DocumentElement.GetAttribute("lang"));
        Assert.StartsWith("Scaling a deep residual network", Page.Title, StringComparison.Ordinal);
        Assert.StartsWith("Made with Tortue 0", Page.QuerySelector("footer")!.TextContent.Trim(), StringComparison.Ordinal);
        Assert.DoesNotContain("+", Page.QuerySelector("footer")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(Page.QuerySelector("main#text"));
    }

    [Fact]
    public void TheSameNotebookGivesTheSameBytes() =>
        Assert.Equal(
            new HandoutExporter(new HandoutOptions()).ToHtml(Sample(), "sample"),
            new HandoutExporter(new HandoutOptions()).ToHtml(Sample(), "sample"));

    [Fact]
    public void WithoutATitleTheFilesNameIsTheTitle()
    {
        var page = Of(Text("Only <em>text</em> & more."));
        Assert.Equal("the file's name", page.Title);
        Assert.Equal("the file's name", page.QuerySelector("h1")!.TextContent);
        Assert.Null(page.QuerySelector("nav"));
    }

    [Fact]
    public void APageWithoutChartsAndFormulasCarriesNeitherLibrary()
    {
        var html = new HandoutExporter(new HandoutOptions()).ToHtml(Notebook(Text("# Title\n\nText.")), "x");
        Assert.InRange(html.Length, 1, 40_000);
    }

    [Fact]
    public void AStoppedRunIsSaidAtTheTop()
    {
        var page = Of(Text("# Title"), Code("1 / zero", [Error("System.DivideByZeroException", "Attempted to <divide>.", "\u001b[31mat\u001b[0m line 1")]));
        var banner = page.QuerySelector("main > .banner")!;
        Assert.Contains("stopped at cell 2", banner.TextContent, StringComparison.Ordinal);
        Assert.Contains("DivideByZeroException", banner.TextContent, StringComparison.Ordinal);
        Assert.NotNull(page.GetElementById(banner.QuerySelector("a")!.GetAttribute("href")![1..]));
        Assert.Contains("Attempted to <divide>.", page.QuerySelector(".error")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("at line 1", page.QuerySelector(".error pre")!.TextContent);
    }

    [Fact]
    public void AnExpectedExceptionIsNoStoppedRun()
    {
        var page = Of(Code("Throw()", [Error("E", "m")], "raises-exception"));
        Assert.Null(page.QuerySelector(".banner"));
        Assert.NotNull(page.QuerySelector(".error"));
    }
}
