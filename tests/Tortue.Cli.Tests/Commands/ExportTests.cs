using Tortue.Cli.Terminal;
using Tortue.Cli.Tests.Support;
using Tortue.Testing;
using Xunit;

namespace Tortue.Cli.Tests.Commands;

public sealed class ExportTests : IDisposable
{
    private readonly TestCourse _course = new();

    public void Dispose() => _course.Dispose();

    [Fact]
    public async Task EveryChapterBecomesAPageBesideTheNotebooks()
    {
        _course.WriteNotebook("notebooks/06-b.ipynb", "the second");
        _course.WriteNotebook("notebooks/00-a.ipynb", "the first");
        var before = _course.Read("notebooks/00-a.ipynb");

        var result = await _course.RunInAsync("notebooks", "export");

        Assert.Equal(0, result.Code);
        Assert.Contains("the first", _course.Read("handouts/00-a.html"));
        Assert.Contains("the second", _course.Read("handouts/06-b.html"));
        Assert.Equal(before, _course.Read("notebooks/00-a.ipynb"));
        var files = Directory.GetFiles(_course.PathOf("handouts")).Select(Path.GetFileName);
        Assert.Equal(["00-a.html", "06-b.html", "index.html"], files.Order(StringComparer.Ordinal));
        Assert.Equal(["Running 00-a.ipynb", "Running 06-b.ipynb"], result.MessageLines);
        Assert.Matches(
            @"\A\S+00-a\.html  \S+ k?M?B  2\.5 s\n\S+06-b\.html  \S+ k?M?B  2\.5 s\n2 pages in \S+ s: open \S*index\.html\n\z",
            result.Output.ReplaceLineEndings("\n"));
    }

    [Fact]
    public async Task NamedNotebooksGoToTheNamedFolder()
    {
        _course.WriteNotebook("notebooks/a.ipynb", "1");
        _course.WriteNotebook("notebooks/b.ipynb", "1");
        var result = await _course.RunAsync("export", "b", "--output", "out/pages", "--timeout", "0.5");
        Assert.Equal(0, result.Code);
        Assert.Equal([_course.PathOf("out/pages/b.html")], Directory.GetFiles(_course.PathOf("out/pages")));
        Assert.False(Directory.Exists(_course.PathOf("handouts")));
        var engine = (FakeEngine)_course.Engine;
        Assert.Equal([TimeSpan.FromSeconds(30)], engine.Timeouts);
        Assert.Equal([_course.PathOf("notebooks")], engine.Folders);
    }

    [Theory]
    [InlineData("none", false)]
    [InlineData("shown", true)]
    public async Task SolutionsAreShownOrLeftOut(string solutions, bool expected)
    {
        _course.WriteNotebook("notebooks/a.ipynb", "// BEGIN SOLUTION\nvar theAnswer = 42;\n// END SOLUTION");
        _course.Engine = new FakeEngine { Prints = false };
        await _course.RunAsync("export", "--solutions", solutions);
        Assert.Equal(expected, _course.Read("handouts/a.html").Contains("theAnswer"));
    }

    [Fact]
    public async Task OneRunServesPagesWithAndWithoutSolutions()
    {
        _course.WriteNotebook("notebooks/a.ipynb", "1");
        await _course.RunAsync("export", "--solutions", "none");
        await _course.RunAsync("export", "--solutions", "shown");
        await _course.RunAsync("run", "a");
        Assert.Equal([true, false], ((FakeEngine)_course.Engine).Solutions);
    }

    [Fact]
    public async Task OneRunServesEveryVariant()
    {
        _course.WriteNotebook("notebooks/a.ipynb", "// BEGIN SOLUTION\nvar theAnswer = 42;\n// END SOLUTION");
        _course.WriteNotebook("notebooks/b.ipynb", "1");
        _course.Engine = new FakeEngine { Prints = false };
        var result = await _course.RunAsync("export", "a", "--variant", "instructor", "--variant", "student");
        Assert.Equal(0, result.Code);
        Assert.Single(((FakeEngine)_course.Engine).Folders);
        Assert.Matches(
            @"\Ahandouts/a\.html  \S+ k?M?B  2\.5 s\nhandouts/instructor/a\.html  \S+ k?M?B\n2 pages in \S+ s\n\z",
            result.Output.ReplaceLineEndings("\n"));
        Assert.False(File.Exists(_course.PathOf("handouts/index.html")));
        Assert.NotEqual(_course.Read("handouts/a.html"), _course.Read("handouts/instructor/a.html"));
        Assert.Contains("theAnswer", _course.Read("handouts/instructor/a.html"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task TheWholeCourseHasAnIndexInEveryVariantAndMayShareWhatPagesNeed()
    {
        _course.WriteNotebook("notebooks/a.ipynb", "1");
        _course.WriteNotebook("notebooks/b.ipynb", "1");
        var result = await _course.RunAsync("export", "--variant", "student", "--variant", "Instructor", "--shared-assets");
        Assert.Equal(0, result.Code);
        Assert.EndsWith(": open handouts/index.html", result.Output.TrimEnd(), StringComparison.Ordinal);
        Assert.Contains("href=\"b.html\"", _course.Read("handouts/index.html"), StringComparison.Ordinal);
        Assert.Contains("href=\"b.html\"", _course.Read("handouts/instructor/index.html"), StringComparison.Ordinal);
        Assert.NotEmpty(Directory.GetFiles(_course.PathOf("handouts/assets")));
        Assert.Contains("../assets/", _course.Read("handouts/instructor/a.html"), StringComparison.Ordinal);
        Assert.True(new FileInfo(_course.PathOf("handouts/a.html")).Length < 100_000);
    }

    [Fact]
    public async Task APdfLiesBesideItsPage()
    {
        Assert.SkipWhen(Browser.FindExecutable() is null, "PDF needs a browser.");
        _course.WriteNotebook("notebooks/a.ipynb", "1");
        var result = await _course.RunAsync("export", "a", "--pdf", "--variant", "print");
        Assert.Equal(0, result.Code);
        Assert.Matches(@"\Ahandouts/print/a\.html  .*\nhandouts/print/a\.pdf  .*B\n\z", result.Output.ReplaceLineEndings("\n"));
        Assert.StartsWith("%PDF-", _course.Read("handouts/print/a.pdf"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task NothingRunsWhereTheStoredOutputsAreAskedFor()
    {
        _course.WriteNotebook("notebooks/a.ipynb", "1");
        var outputs = $"\"outputs\": [{FakeEngine.Stream("kept in the file")}]";
        _course.Write("notebooks/a.ipynb", _course.Read("notebooks/a.ipynb").Replace("\"outputs\": []", outputs));
        _course.WriteNotebook("notebooks/b.ipynb", "1");
        var result = await _course.RunAsync("export", "--no-run");
        Assert.Equal(0, result.Code);
        Assert.Empty(((FakeEngine)_course.Engine).Folders);
        Assert.Contains("kept in the file", _course.Read("handouts/a.html"), StringComparison.Ordinal);
        Assert.Equal(
            "notebooks/b.ipynb holds no outputs, so its page has none: leave --no-run out to run it.", Assert.Single(result.MessageLines));
        Assert.Matches(@"(?s)^handouts/a\.html \S* *.*  as stored\r?\n.*b\.html .*  as stored\r?\n", result.Output);
    }

    [Theory]
    [InlineData("--no-run --no-cache", "--no-run runs nothing, so --no-cache has no meaning beside it: leave one of the two out.")]
    [InlineData("--jobs 2 --no-run", "--no-run runs nothing, so --jobs has no meaning beside it: leave one of the two out.")]
    [InlineData("--jobs 0", "--jobs takes a whole number from 1 to 1000, not '0'.")]
    [InlineData("--variant teacher", "--variant takes student, instructor, print or all, not 'teacher'.")]
    [InlineData("--preset full", "--preset takes quick or standard, not 'full'.")]
    public async Task WrongOptionsAreOneSentence(string options, string sentence)
    {
        _course.WriteNotebook("notebooks/a.ipynb", "1");
        var result = await _course.RunAsync(["export", .. options.Split(' ')]);
        Assert.Equal(2, result.Code);
        Assert.Equal(sentence + " See 'tortue export --help'.", Assert.Single(result.MessageLines));
    }

    [Fact]
    public async Task ProcessorsAreSharedAmongTheNotebooksThatRunAtOnce()
    {
        using var course = new TestCourse { Processors = 8 };
        foreach (var name in new[] { "a", "b", "c" }) course.WriteNotebook($"notebooks/{name}.ipynb", name);
        await course.RunAsync("export", "--no-cache");
        await course.RunAsync("export", "--no-cache", "--jobs", "2");
        await course.RunAsync("export", "--no-cache", "--jobs", "1");
        await course.RunAsync("export", "--no-cache", "--jobs", "100");
        await course.RunAsync("export", "--no-cache", "a");
        course.WriteNotebook("notebooks/c.ipynb", "changed");
        await course.RunAsync("export");
        Assert.Equal([2, 4, 8, 2, 8, 8], course.Shares);
    }

    [Fact(Timeout = 120_000)]
    public async Task NoMoreRunAtOnceThanAskedFor()
    {
        foreach (var name in new[] { "a", "b", "c", "d", "e" }) _course.WriteNotebook($"notebooks/{name}.ipynb", name);
        var gate = new Lock();
        var (running, most) = (0, 0);
        var two = new TaskCompletionSource();
        _course.Engine = new FakeEngine
        {
            Cell = async (_, _) =>
            {
                lock (gate) most = Math.Max(most, ++running);
                if (most == 2) two.TrySetResult();
                await two.Task;
                lock (gate) running--;
                return null;
            },
        };
        await _course.RunAsync("export", "--jobs", "2");
        Assert.Equal(2, most);
    }

    [Fact]
    public async Task AFailingCellIsNamedAndWhatRanBeforeIsWritten()
    {
        _course.WriteNotebook("notebooks/a.ipynb", "ran before", "fail", "never runs");
        _course.Engine = FakeEngine.FailingOn("fail");
        var result = await _course.RunAsync("export");
        Assert.Equal(1, result.Code);
        Assert.Equal("notebooks/a.ipynb, cell 2, line 3: DivideByZeroException: Attempted to divide by zero.", result.MessageLines[^1]);
        Assert.Contains("ran before", _course.Read("handouts/a.html"));
    }

    [Fact]
    public async Task TheOthersFollowAfterAFailure()
    {
        _course.WriteNotebook("notebooks/a.ipynb", "fail");
        _course.Write("notebooks/b.ipynb", "{ broken");
        _course.WriteNotebook("notebooks/c.ipynb", "fine");
        _course.Engine = FakeEngine.FailingOn("fail");
        var result = await _course.RunAsync("export");
        Assert.Equal(1, result.Code);
        Assert.True(File.Exists(_course.PathOf("handouts/a.html")));
        Assert.False(File.Exists(_course.PathOf("handouts/b.html")));
        Assert.True(File.Exists(_course.PathOf("handouts/c.html")));
        Assert.Equal("2 of 3 notebooks failed: notebooks/a.ipynb, notebooks/b.ipynb", result.MessageLines[^1]);
    }

    [Fact]
    public async Task AFileInPlaceOfTheFolderIsRefusedBeforeAnythingRuns()
    {
        _course.WriteNotebook("notebooks/a.ipynb", "1");
        _course.Write("taken", "a file");
        var result = await _course.RunAsync("export", "--output", "taken");
        Assert.Equal(1, result.Code);
        var line = Assert.Single(result.MessageLines);
        Assert.StartsWith($"Cannot write to the folder {_course.PathOf("taken")} (", line);
        Assert.EndsWith("): choose another with --output.", line);
        Assert.Empty(((FakeEngine)_course.Engine).Folders);
    }

    [Fact]
    public async Task AHandoutThatCannotBeWrittenIsAnErrorOfThatNotebook()
    {
        _course.WriteNotebook("notebooks/a.ipynb", "1");
        _course.WriteNotebook("notebooks/b.ipynb", "1");
        Directory.CreateDirectory(_course.PathOf("handouts/a.html/something"));
        var result = await _course.RunAsync("export");
        Assert.Equal(1, result.Code);
        var beginning = $"The handout {_course.PathOf("handouts/a.html")} cannot be written";
        Assert.Single(result.MessageLines, line => line.StartsWith(beginning, StringComparison.Ordinal));
        Assert.True(File.Exists(_course.PathOf("handouts/b.html")));
    }

    [Fact]
    public async Task TwoNotebooksOfOneNameAreRefused()
    {
        _course.WriteNotebook("notebooks/a.ipynb", "1");
        _course.WriteNotebook("drafts/a.ipynb", "1");
        var result = await _course.RunAsync("export", "notebooks/a.ipynb", "drafts/a.ipynb");
        Assert.Equal(2, result.Code);
        Assert.StartsWith("notebooks/a.ipynb and drafts/a.ipynb would both become ", Assert.Single(result.MessageLines));
    }

    [Fact]
    public async Task OutsideOfACourseTheSentenceSaysWhatToDo()
    {
        File.Delete(_course.PathOf("global.json"));
        Directory.Delete(_course.PathOf("notebooks"));
        var result = await _course.RunAsync("export");
        Assert.Equal(1, result.Code);
        Assert.Equal(
            $"No folder 'notebooks' in {_course.Root} or above it: run the command inside the course, or name the notebooks.",
            Assert.Single(result.MessageLines));
    }

    [Fact]
    public async Task ACourseWithoutChaptersSaysSo()
    {
        var result = await _course.RunAsync("export");
        Assert.Equal(1, result.Code);
        Assert.Equal("There are no notebooks (*.ipynb) in notebooks: name the ones that you mean.", Assert.Single(result.MessageLines));
    }

    [Fact]
    public async Task CancellingStopsTheRunningCellAndWritesNothingForItsNotebook()
    {
        _course.WriteNotebook("notebooks/a.ipynb", "quick");
        _course.WriteNotebook("notebooks/b.ipynb", "slow");
        _course.WriteNotebook("notebooks/c.ipynb", "quick");
        using var interrupt = new CancellationTokenSource();
        _course.Engine = FakeEngine.WaitingOn("slow", interrupt);

        var result = await _course.RunAsync("", interrupt.Token, "export");

        Assert.Equal(130, result.Code);
        Assert.Equal("Cancelled while notebooks/b.ipynb ran: nothing was written for it.", result.MessageLines[^1]);
        Assert.Equal([_course.PathOf("handouts/a.html")], Directory.GetFiles(_course.PathOf("handouts")));
    }

    [Fact]
    public async Task ASlowCellIsMentioned()
    {
        var time = new ManualTime();
        _course.Time = time;
        _course.WriteNotebook("notebooks/a.ipynb", "slow", "quick");
        _course.Engine = new FakeEngine
        {
            Cell = (cell, _) =>
            {
                if (cell.Source == "slow") time.Advance(PlainTrack.Patience);
                return FakeEngine.Succeeded;
            },
        };
        var result = await _course.RunAsync("export");
        Assert.Equal(["Running notebooks/a.ipynb", "  cell 1 of 2, Heading 1"], result.MessageLines);
    }
}
