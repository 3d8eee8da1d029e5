using Tortue.Cli.Errors;
using Tortue.Cli.Tests.Support;
using Xunit;

namespace Tortue.Cli.Tests.Demo;

/// <summary>The command <c>tortue demo</c>.</summary>
public sealed class DemoTests
{
    [Fact]
    public async Task It_reports_and_ends_without_a_page_where_none_is_wanted()
    {
        using var course = new TestCourse { Engine = new FakeEngine { Seconds = _ => 7 } };
        course.WriteNotebook("notebooks/chapter.ipynb", "1 + 1");

        var result = await course.RunAsync("demo", "chapter", "--no-watch");
        Assert.Equal(ExitCode.Success, result.Code);
        Assert.Equal(
            """
            cell      first  cached  heading
            1 cell-1  7.0 s  7.0 s   Heading 1
            All cells: 7.0 s the first time, 7.0 s from the result cache.
            Cells that take more than 5 s: 1.
            cell      heading    time
            1 cell-1  Heading 1  7.0 s
            Results kept for this course: 0.

            """.ReplaceLineEndings(),
            result.Output);
        Assert.Equal(2, ((FakeEngine)course.Engine).Folders.Count);
    }

    [Fact]
    public async Task A_cell_that_fails_ends_it_where_no_page_is_wanted()
    {
        using var course = new TestCourse { Engine = FakeEngine.FailingOn("fail") };
        course.WriteNotebook("notebooks/chapter.ipynb", "fail");

        var result = await course.RunAsync("demo", "chapter", "--no-watch");
        Assert.Equal(ExitCode.Failure, result.Code);
        Assert.Contains("chapter.ipynb, cell 1, line 3: DivideByZeroException", result.Messages);
    }

    [Fact]
    public async Task It_shows_the_page_until_ctrl_c()
    {
        using var interrupt = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        var runs = 0;
        using var course = new TestCourse
        {
            // Two runs prepare, the page takes the outputs of the second; the third is that of a save: the page is open by then.
            Engine = new FakeEngine
            {
                Cell = async (cell, _) =>
                {
                    if (++runs == 3) await interrupt.CancelAsync();
                    return null;
                },
            },
        };
        course.WriteNotebook("notebooks/chapter.ipynb", "1 + 1");
        var output = new StringWriter();
        var running = Program.RunAsync(
            ["demo", "chapter"], course.Services("", new OpenedPage(output, () => course.WriteNotebook("notebooks/chapter.ipynb", "2 + 2")), TextWriter.Null), interrupt.Token);

        Assert.Equal(ExitCode.Success, await running);
        Assert.Matches("http://localhost:[0-9]+/ shows notebooks/chapter.ipynb; Ctrl\\+C ends it.", output.ToString());
    }

    [Theory]
    [InlineData("demo needs a notebook, or --clear.", "demo")]
    [InlineData("--port", "demo", "chapter", "--port", "0")]
    [InlineData("no option '--sever'", "demo", "chapter", "--sever")]
    public async Task A_wrong_command_line_is_a_sentence(string sentence, params string[] words)
    {
        using var course = new TestCourse();
        var result = await course.RunAsync(words);
        Assert.Equal(ExitCode.Usage, result.Code);
        Assert.Contains(sentence, result.Messages);
    }

    [Fact]
    public async Task Without_a_cache_there_is_nothing_to_clear()
    {
        using var course = new TestCourse();
        var result = await course.RunAsync("demo", "--clear");
        Assert.Equal((ExitCode.Success, $"The result cache holds nothing for this course.{Environment.NewLine}"), (result.Code, result.Output));
    }

    [Fact]
    public async Task A_cache_that_cannot_be_written_is_a_sentence()
    {
        using var course = new TestCourse();
        course.WriteNotebook("notebooks/chapter.ipynb", "1 + 1");
        course.Environment["TORTUE_CACHE"] = course.Write("file", "");
        var result = await course.RunAsync("demo", "chapter", "--no-watch");
        Assert.Equal(ExitCode.Failure, result.Code);
        Assert.StartsWith("Results cannot be kept in ", result.Messages);
    }

    /// <summary>Output that is told when the line of the page is written.</summary>
    private sealed class OpenedPage(TextWriter inner, Action opened) : StringWriter
    {
        public override void Write(string? value)
        {
            inner.Write(value);
            if (value?.Contains("http://", StringComparison.Ordinal) == true) opened();
        }
    }
}
