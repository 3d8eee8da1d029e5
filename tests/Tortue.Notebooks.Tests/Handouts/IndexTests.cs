using AngleSharp.Dom;
using Tortue.Notebooks.Handouts;
using Tortue.Notebooks.Handouts.Index;
using Tortue.Testing;
using Xunit;
using static Tortue.Notebooks.Tests.Handouts.Handout;

namespace Tortue.Notebooks.Tests.Handouts;

public sealed class IndexTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("tortue-index-");

    [Fact]
    public void ChaptersStandInTheirOrderWithWhatTheyAreAbout()
    {
        var page = Write(
            new HandoutOptions(),
            Chapter("01-b", "# On $\\alpha_L$ & more\n\nA *first* paragraph with $\\beta = \\tfrac12$ [[2]](#ref-he2016). You will\n\n* learn\n\n### Exercise 1.1: a\n\n### Exercise 1.2: b"),
            Chapter("00-a", "# Zero\n\n## Section\n\n> [!NOTE]\n> Boxed.\n\nOne? \"Two.\" And then"),
            Chapter("extra", "No title."));
        Assert.Equal(["On α_L & more", "Zero", "extra"], page.QuerySelectorAll(".chapters h2").Select(heading => heading.TextContent));
        Assert.Equal(["1", "0", ""], page.QuerySelectorAll(".chapters .number").Select(number => number.TextContent));
        Assert.Equal(
            ["A first paragraph with β = ½.", "One? \"Two.\"", "No title."], page.QuerySelectorAll(".chapters p:not(.links)").Select(text => text.TextContent));
        Assert.Equal(["2 exercises", "", ""], page.QuerySelectorAll(".chapters .links").Select(line => line.TextContent));
    }

    [Fact]
    public void WhatLiesBesideThePageIsLinkedTo()
    {
        foreach (var file in new[] { "01-a.html", "01-a.pdf", "01-a.slides.html", "instructor/01-a.html", "b c.html" })
            Put(file);
        var chapters = new[] { Chapter("01-a", "# A"), Chapter("02-b", "# B"), Chapter("b c", "# C") };
        Assert.Equal(
            ["01-a.html", "01-a.html", "01-a.slides.html", "01-a.pdf", "b%20c.html", "b%20c.html"],
            Write(new HandoutOptions(), chapters).QuerySelectorAll(".chapters a").Select(link => link.GetAttribute("href")));
        Assert.Equal(
            ["01-a.html", "01-a.html", "../01-a.slides.html"],
            Write(new HandoutOptions { Variant = HandoutVariant.Instructor }, chapters).QuerySelectorAll(".chapters a").Select(link => link.GetAttribute("href")));
    }

    [Fact]
    public void TheCoursesBibliographyIsThereWhole()
    {
        var page = Write(new HandoutOptions { NotebookFolder = Repository.PathOf("notebooks") }, Chapter("01-a", "# A"));
        Assert.Contains("Deep residual learning", page.GetElementById("ref-he2016")!.TextContent, StringComparison.Ordinal);
        Assert.True(page.QuerySelectorAll(".references li").Length > 20);
        Assert.Null(Write(new HandoutOptions { NotebookFolder = _folder.FullName }, Chapter("01-a", "# A")).QuerySelector(".references"));
    }

    [Fact]
    public void ThePageIsSmallAndLoadsNothing()
    {
        var page = Write(new HandoutOptions(), Chapter("01-a", "# On $x$"));
        Assert.InRange(new FileInfo(PathOf("index.html")).Length, 1, 40_000);
        Assert.Empty(page.QuerySelectorAll("script[src], link[rel=stylesheet]"));
        var shared = Write(new HandoutOptions { SharedAssets = PathOf("assets") }, Chapter("01-a", "# On $x$"));
        Assert.Empty(shared.QuerySelectorAll("style"));
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private static CourseChapter Chapter(string name, string text) => new(name, Notebook(Text(text), Text("Not this one.", "instructor")));

    private string PathOf(string name) => Path.Combine(_folder.FullName, name);

    private void Put(string name)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(PathOf(name))!);
        File.WriteAllText(PathOf(name), "");
    }

    private IDocument Write(HandoutOptions options, params CourseChapter[] chapters)
    {
        var path = PathOf(options.Variant == HandoutVariant.Instructor ? "instructor/index.html" : "index.html");
        var result = new CourseIndex(options).Write(chapters, path);
        Assert.Empty(result.Notices);
        return Parse(File.ReadAllText(path));
    }
}
