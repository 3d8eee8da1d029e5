using System.Text.RegularExpressions;
using Tortue.Notebooks.Documents;
using Tortue.Testing;
using Xunit;

namespace Tortue.Cli.Tests.Clients;

/// <summary>Every notebook of the course in Jupyter's executor, by the kernel that it names.</summary>
public sealed partial class ChapterTests(JupyterFolders jupyter, ITestOutputHelper output) : IClassFixture<JupyterFolders>
{
    public static TheoryData<string> Chapters =>
        [.. Directory.GetFiles(Repository.PathOf("notebooks"), "*.ipynb", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
            .Select(path => Path.GetRelativePath(Repository.PathOf("notebooks"), path))];

    [Theory(Timeout = 600_000)]
    [MemberData(nameof(Chapters))]
    public async Task AChapterRunsUnderNbclientWithItsCharts(string name)
    {
        var run = await ChapterRuns.ExecutedAsync(jupyter, name);
        output.WriteLine($"{name}: {run.Seconds:F1} s");
        // nbclient writes the language as the kernel tells it, and the file already says so.
        Assert.True(run.LeavesMetadata);
        foreach (var cell in run.Document.Cells.Where(cell => cell.Kind == CellKind.Code))
        {
            Assert.NotNull(cell.ExecutionCount);
            Assert.DoesNotContain(cell.Outputs, one => (string?)one!["output_type"] == "error");
            if (LastLineIsAFigure().IsMatch(cell.Source.TrimEnd()))
                Assert.True(Executed.Bundles(cell).Any(bundle => bundle.ContainsKey(ChapterRuns.Plotly)), $"{cell.Id} shows no chart.");
            foreach (var bundle in Executed.Bundles(cell).Where(ChapterRuns.IsChart))
            {
                Assert.NotEmpty(bundle[ChapterRuns.Plotly]!["data"]!.AsArray());
                Assert.NotNull(bundle[ChapterRuns.Plotly]!["layout"]!["meta"]!["alt"]);
                Assert.NotEmpty(Executed.Text(bundle, "text/plain")!);
            }
        }

        Assert.NotEmpty(ChapterRuns.Charts(run.Document));
    }

    [GeneratedRegex(@"\.Figure\([^;]*\)\z")]
    private static partial Regex LastLineIsAFigure();
}
