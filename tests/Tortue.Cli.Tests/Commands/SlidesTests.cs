using System.Text.Json.Nodes;
using Tortue.Cli.Tests.Support;
using Xunit;

namespace Tortue.Cli.Tests.Commands;

public sealed class SlidesTests : IDisposable
{
    private readonly TestCourse _course = new();

    public void Dispose() => _course.Dispose();

    [Fact]
    public async Task EveryChapterBecomesSlidesBesideTheHandouts()
    {
        WriteTrack("notebooks/06-b.ipynb", "the second");
        var before = WriteTrack("notebooks/00-a.ipynb", "the first");

        var result = await _course.RunInAsync("notebooks", "slides");

        Assert.Equal(0, result.Code);
        Assert.Contains("the first", _course.Read("handouts/00-a.slides.html"));
        Assert.Contains("the second", _course.Read("handouts/06-b.slides.html"));
        Assert.Contains("data-handout=\"00-a.html\"", _course.Read("handouts/00-a.slides.html"));
        Assert.Equal(before, _course.Read("notebooks/00-a.ipynb"));
        Assert.Equal(2, Directory.GetFiles(_course.PathOf("handouts")).Length);
        Assert.Matches(@"\A\S+00-a\.slides\.html  \S+ k?M?B  slides: 2\r?\n\S+06-b\.slides\.html  \S+ k?M?B  slides: 2\r?\n\z", result.Output);
    }

    [Fact]
    public async Task TheIndexThatIsThereLinksTheSlides()
    {
        WriteTrack("notebooks/a.ipynb", "1");
        await _course.RunAsync("export");
        Assert.DoesNotContain("a.slides.html", _course.Read("handouts/index.html"));

        await _course.RunAsync("slides");

        Assert.Contains("href=\"a.slides.html\"", _course.Read("handouts/index.html"));
        Assert.Contains("href=\"a.html\"", _course.Read("handouts/index.html"));
    }

    [Fact]
    public async Task WhatIsSaidStandsBesideTheNotebookAndIsForInstructorsAlone()
    {
        WriteTrack("notebooks/a.ipynb", "1");
        Directory.CreateDirectory(_course.PathOf("notebooks/lecture"));
        await File.WriteAllTextAsync(
            _course.PathOf("notebooks/lecture/a.md"), "# Notes\n\n## cell-2\n\nAsk the *room*.\n", TestContext.Current.CancellationToken);

        var slides = await _course.RunAsync("slides");
        var export = await _course.RunAsync("export", "--variant", "all");

        Assert.Equal((0, 0), (slides.Code, export.Code));
        Assert.Contains("Ask the <em>room</em>.", _course.Read("handouts/a.slides.html"));
        Assert.Contains("Ask the <em>room</em>.", _course.Read("handouts/instructor/a.html"));
        Assert.DoesNotContain("Ask the", _course.Read("handouts/a.html"));
        Assert.DoesNotContain("Ask the", _course.Read("handouts/print/a.html"));
    }

    [Fact]
    public async Task WhatIsSaidToNoSlideIsToldAndTheSlidesAreWritten()
    {
        WriteTrack("notebooks/a.ipynb", "1");
        Directory.CreateDirectory(_course.PathOf("notebooks/lecture"));
        await File.WriteAllTextAsync(_course.PathOf("notebooks/lecture/a.md"), "## gone\nAsk.\n", TestContext.Current.CancellationToken);

        var result = await _course.RunAsync("slides");

        Assert.Equal(1, result.Code);
        Assert.Contains("lecture/a.md, line 1: no cell of the notebook is called \"gone\"", result.Messages);
        Assert.True(File.Exists(_course.PathOf("handouts/a.slides.html")));
    }

    [Fact]
    public async Task ANotebookWithoutATrackIsNeitherRunNorWritten()
    {
        _course.WriteNotebook("notebooks/a.ipynb", "1");
        WriteTrack("notebooks/b.ipynb", "2");
        var result = await _course.RunAsync("slides");
        Assert.Equal(1, result.Code);
        Assert.Contains("a.ipynb has no slides: give its cells slide types (slide, subslide, fragment, notes, skip)", result.Messages);
        Assert.Contains("1 of 2 notebooks failed", result.Messages);
        Assert.Single(((FakeEngine)_course.Engine).Folders);
        Assert.Equal([_course.PathOf("handouts/b.slides.html")], Directory.GetFiles(_course.PathOf("handouts")));
    }

    [Fact]
    public async Task OutputsThatAreStoredNeedNoRun()
    {
        WriteTrack("notebooks/a.ipynb", "1");
        var result = await _course.RunAsync("slides", "a", "--no-run", "--output", "out", "--theme", "Dark");
        Assert.Equal(0, result.Code);
        Assert.Empty(((FakeEngine)_course.Engine).Folders);
        Assert.Contains("a.ipynb", Assert.Single(result.MessageLines));
        Assert.Contains("data-theme=\"dark\"", _course.Read("out/a.slides.html"));
    }

    [Fact]
    public async Task ACellThatFailsLeavesSlidesOfWhatRanBefore()
    {
        WriteTrack("notebooks/a.ipynb", "fail");
        _course.Engine = FakeEngine.FailingOn("fail");
        var result = await _course.RunAsync("slides");
        Assert.Equal(1, result.Code);
        Assert.Contains("Attempted to divide by zero", result.Messages);
        Assert.True(File.Exists(_course.PathOf("handouts/a.slides.html")));
    }

    [Fact]
    public async Task SolutionsAreLeftOutUnlessAskedFor()
    {
        WriteTrack("notebooks/a.ipynb", "// BEGIN SOLUTION\nvar theAnswer = 42;\n// END SOLUTION");
        _course.Engine = new FakeEngine { Prints = false };
        await _course.RunAsync("slides");
        Assert.DoesNotContain("theAnswer", _course.Read("handouts/a.slides.html"));
        await _course.RunAsync("slides", "--solutions", "shown");
        Assert.Contains("theAnswer", _course.Read("handouts/a.slides.html"));
    }

    [Fact]
    public async Task AThemeThatThereIsNotIsRefused()
    {
        WriteTrack("notebooks/a.ipynb", "1");
        var result = await _course.RunAsync("slides", "--theme", "blue");
        Assert.Equal(2, result.Code);
        Assert.Contains("--theme takes light or dark, not 'blue'.", result.Messages);
    }

    /// <summary>Writes a notebook of two slides and a skipped cell, and gives its text.</summary>
    private string WriteTrack(string relative, string source)
    {
        var notebook = JsonNode.Parse(TestCourse.Notebook("var setup = 0;", "var first = 1;", source))!;
        var types = new[] { "skip", "slide", "slide" };
        foreach (var (cell, type) in notebook["cells"]!.AsArray().Zip(types))
            cell!["metadata"]!["slideshow"] = new JsonObject { ["slide_type"] = type };
        _course.Write(relative, notebook.ToJsonString());
        return _course.Read(relative);
    }
}
