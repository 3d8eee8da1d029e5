using Spectre.Console;
using Tortue.Cli.Demo;
using Tortue.Cli.Terminal;
using Tortue.Cli.Tests.Support;
using Tortue.Notebooks.Documents;
using Tortue.Notebooks.Running;
using Xunit;

namespace Tortue.Cli.Tests.Demo;

/// <summary>What an instructor is told of the cells' times.</summary>
public sealed class DemoReportTests
{
    private static readonly NotebookDocument Document = NotebookDocument.Parse(TestCourse.Notebook("a", "b", "c"), "notebook");

    [Fact]
    public void Slow_cells_are_named()
    {
        var report = new DemoReport(Document, Times(0.1, 20, 6), Times(0.2, 0.5, 6.04));
        Assert.Equal(
            """
            cell      first   cached  heading
            2 cell-2  20.0 s  0.5 s   Heading 2
            3 cell-3  6.0 s   6.0 s   Heading 3
            1 other cells take less than 0.5 s each.
            All cells: 26.1 s the first time, 6.7 s from the result cache.
            Cells that take more than 5 s: 1.
            cell      heading    time
            3 cell-3  Heading 3  6.0 s

            """.ReplaceLineEndings(),
            Written(report));
        Assert.Equal(3, Assert.Single(report.Slow).Number);
    }

    [Fact]
    public void One_line_says_that_none_is_slow()
    {
        var report = new DemoReport(Document, Times(0.1, 20, 0.1), Times(0.2, 5, 0.1));
        Assert.Empty(report.Slow);
        Assert.EndsWith($"Every cell answers within 5 s.{Environment.NewLine}", Written(report));
    }

    [Fact]
    public void A_cells_time_ends_where_the_next_begins()
    {
        var view = new TimedView(new PlainDisplay(AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(TextWriter.Null) }), new ManualTime()));
        var track = view.Begin("notebook");
        foreach (var (cell, seconds) in new[] { (2, 0.5), (3, 2), (7, 2.25) })
            track.Report(new NotebookProgress(cell, 8, $"Heading {cell}", TimeSpan.FromSeconds(seconds)));

        var times = view.Times(TimeSpan.FromSeconds(10));
        Assert.Equal([2, 3, 7], times.Select(time => time.Number));
        Assert.Equal([1.5, 0.25, 7.75], times.Select(time => time.Time.TotalSeconds));
        Assert.Equal("Heading 3", times[1].Heading);
    }

    private static CellTime[] Times(params double[] seconds) =>
        [.. seconds.Select((time, index) => new CellTime(index + 1, $"Heading {index + 1}", TimeSpan.FromSeconds(time)))];

    private static string Written(DemoReport report) => string.Concat(report.Lines().Select(line => line + Environment.NewLine));
}
