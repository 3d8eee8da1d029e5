using System.Text.Json.Nodes;
using Tortue.Notebooks.Documents;
using Tortue.Notebooks.Handouts;
using Tortue.Notebooks.Handouts.Assets;
using Tortue.Notebooks.Slides;
using Tortue.Notebooks.Tests.Handouts;
using Xunit;
using static Tortue.Notebooks.Tests.Slides.Deck;

namespace Tortue.Notebooks.Tests.Slides;

public sealed class SlideHtmlTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("tortue-slides-");

    [Fact]
    public void ColumnsSlidesAndFragmentsAreWhatRevealExpects()
    {
        var page = Of(
            On("slide", Handout.Text("# Title")), On("slide", Handout.Text("## One")), On("subslide", Handout.Text("two")),
            On("fragment", Handout.Text("three")), Handout.Text("still three"), On("slide", Handout.Text("## Four")));
        Assert.Equal(3, page.QuerySelectorAll(".slides > section").Length);
        Assert.Equal(2, page.QuerySelectorAll(".slides > section > section").Length);
        var fragment = Assert.Single(page.QuerySelectorAll(".fragment"));
        Assert.Equal(["three", "still three"], fragment.QuerySelectorAll("p").Select(text => text.TextContent));
    }

    [Fact]
    public void ASlideHasOneTitleWhichIsItsHeadingOrTheNearestOfTheText()
    {
        var page = Of(
            On("slide", Handout.Text("# Title\n\nText")), On("slide", Handout.Text("## Section")), On("slide", Handout.Text("no heading")),
            On("skip", Handout.Text("## Skipped\n\n### Deeper")), On("slide", Handout.Text("### Predict first", "predict")),
            On("slide", Chart("A chart")), On("notes", Handout.Text("## Said")), On("slide", Handout.Text("last\n\n### Below")));
        var faces = page.QuerySelectorAll(".face");
        Assert.Equal(
            ["Title", "Section", "Section", "Skipped", "Skipped", "Said"],
            faces.Select(face => Assert.Single(face.Children, child => child.LocalName is "h1" or "h2").TextContent));
        Assert.Equal("H1", faces[0].QuerySelector("h1, h2")!.TagName);
        Assert.Equal(["H3", "H3"], faces.SelectMany(face => face.QuerySelectorAll(".body :is(h1,h2,h3,h4)")).Select(heading => heading.TagName));
        var ids = page.QuerySelectorAll("[id]").Select(element => element.Id).ToList();
        Assert.Equal(ids.Distinct(), ids);
    }

    [Fact]
    public void TheFirstSlideNamesTheCourse()
    {
        Assert.Equal("A course", Of(new SlideOptions { CourseLine = "A course" }, On("slide", Handout.Text("# Title"))).QuerySelector(".opening .course")!.TextContent);
        Assert.Null(Of(new SlideOptions { CourseLine = "" }, On("slide", Handout.Text("# Title"))).QuerySelector(".course"));
        Assert.Null(Of(On("slide", Handout.Text("## No title"))).QuerySelector(".opening"));
    }

    [Fact]
    public void TheCodeOfAChartIsBehindAButtonAndOtherCodeIsNot()
    {
        var page = Of(On("slide", Chart("Growth")), On("slide", Handout.Code("var x = 1;", [Handout.Stream("2")])));
        Assert.NotNull(page.QuerySelector(".cell > details.fold > pre.code"));
        Assert.Equal("Code", page.QuerySelector("details.fold > summary")!.TextContent);
        Assert.NotNull(page.QuerySelector(".cell > .output > figure.chart"));
        Assert.Equal("2", page.QuerySelector("#cell-c2 > .output > pre.stream")!.TextContent);
        Assert.NotNull(page.QuerySelector("#cell-c2 > pre.code"));
    }

    [Fact]
    public void AnExerciseIsPosedWithoutWhatItsCheckSays()
    {
        var page = Of(
            On("slide", Handout.Text("### Exercise 1.1: a", "exercise")),
            Handout.Code("E.Check(____)", [Handout.Stream("not attempted")], "exercise"),
            Handout.Text("The solution", "solution"));
        Assert.Equal("E.Check(____)", Assert.Single(page.QuerySelectorAll(".box-exercise pre.code")).TextContent);
        Assert.DoesNotContain("not attempted", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("The solution", page.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void SolutionsAreThereWhereTheyAreAskedFor() => Assert.NotNull(
        Of(new SlideOptions { Solutions = SolutionDisplay.Folded }, On("slide", Handout.Text("The solution", "solution"))).QuerySelector("details.box-solution"));

    [Fact]
    public void NotesAreBesideTheirSlideAndNeverOnIt()
    {
        var page = Of(
            On("slide", Handout.Text("## One")), On("notes", Handout.Text("say $x$")), Handout.Text("for the instructor", "instructor"),
            On("notes", Chart("A chart")), On("slide", Handout.Text("## Two")));
        var notes = Assert.Single(page.QuerySelectorAll("section > aside.notes"));
        Assert.Contains("say x", notes.TextContent, StringComparison.Ordinal);
        Assert.Contains("for the instructor", notes.TextContent, StringComparison.Ordinal);
        Assert.Null(notes.QuerySelector("figure"));
        Assert.DoesNotContain(page.QuerySelectorAll(".face"), face => face.TextContent.Contains("instructor", StringComparison.Ordinal));
    }

    [Fact]
    public void OnlySlidesAreSections()
    {
        var page = Handout.Parse(Html(new SlideOptions(), Lecture()));
        Assert.Equal(page.QuerySelectorAll(".slides > section, .slides > section > section").Length, page.QuerySelectorAll("section").Length);
        Assert.NotEmpty(page.QuerySelectorAll("div.box-careful, div.box-predict"));
    }

    [Fact]
    public void WhatIsOnNoSlideIsNotInTheFile()
    {
        var page = Html(new SlideOptions(), Handout.Notebook(On("slide", Handout.Text("# T")), On("skip", Chart("Not shown"))));
        Assert.DoesNotContain("Not shown", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Plotly.react", page, StringComparison.Ordinal);
    }

    [Fact]
    public void TheSameNotebookGivesTheSameBytes() =>
        Assert.Equal(Html(new SlideOptions(), Lecture()), Html(new SlideOptions(), Lecture()));

    [Theory]
    [InlineData(false, "light")]
    [InlineData(true, "dark")]
    public void SlidesOpenLightUnlessAskedOtherwise(bool dark, string theme) =>
        Assert.Equal(theme, Of(new SlideOptions { Dark = dark }, On("slide", Handout.Text("# T"))).DocumentElement.GetAttribute("data-theme"));

    [Fact]
    public void AFullSlideIsTold()
    {
        var full = Write(On("slide", Handout.Text("# Title")), On("slide", Handout.Text("## Full\n\n" + string.Concat(Enumerable.Repeat("many words ", 300)))));
        Assert.StartsWith("Slide 2, \"Full\", seems to hold more than fits", Assert.Single(full.Notices), StringComparison.Ordinal);
        var fitting = Write([.. Lecture().Cells.Select(AsJson)]);
        Assert.Empty(fitting.Notices);
        Assert.Equal((8, "A small lecture"), (fitting.Count, fitting.Title));
    }

    [Fact]
    public void WithoutEmbeddedScriptsTheSlidesSayThatTheyNeedTheNetwork()
    {
        var path = Path.Combine(_folder.FullName, "cdn.html");
        var result = new SlideExporter(new SlideOptions(), AssetLibrary.Missing).Write(Lecture(), path);
        Assert.Equal(
            "The slides load reveal.js, KaTeX, plotly.js from cdn.jsdelivr.net and need the network, because this build of Tortue does not contain them; "
            + "install Node.js with npm and build again for slides that work offline.",
            Assert.Single(result.Notices));
        var page = Handout.Parse(File.ReadAllText(path));
        Assert.All(page.QuerySelectorAll("script[src], link[rel=stylesheet]"), element => Assert.StartsWith("sha384-", element.GetAttribute("integrity"), StringComparison.Ordinal));
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private SlideResult Write(params JsonObject[] cells)
    {
        Assert.SkipUnless(AssetLibrary.Embedded.Bytes("reveal/reveal.js") is not null, "The build had no npm: reveal.js is not embedded.");
        return new SlideExporter(new SlideOptions()).Write(Handout.Notebook(cells), Path.Combine(_folder.FullName, "a", "deck.html"));
    }

    private static JsonObject AsJson(NotebookCell cell) => new()
    {
        ["cell_type"] = cell.Kind == CellKind.Code ? "code" : "markdown",
        ["metadata"] = cell.Metadata.DeepClone(),
        ["source"] = cell.Source,
        ["outputs"] = cell.Kind == CellKind.Code ? cell.Outputs.DeepClone() : null,
        ["execution_count"] = null,
    };
}
