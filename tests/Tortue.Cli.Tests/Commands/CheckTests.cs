using System.Text.Json.Nodes;
using Tortue.Cli.Tests.Support;
using Xunit;

namespace Tortue.Cli.Tests.Commands;

public sealed class CheckTests : IDisposable
{
    private const string Bibliography = """
        [{ "id": "he2016", "type": "article", "title": "Residual learning", "author": [{ "family": "He" }], "issued": { "date-parts": [[2016]] } }]
        """;

    private readonly TestCourse _course = new();

    public void Dispose() => _course.Dispose();

    [Fact]
    public async Task EachFindingIsALineWithItsRuleAndTheSummaryCounts()
    {
        _course.WriteNotebook("notebooks/00-a.ipynb", "1 + 1");
        var result = await _course.RunAsync("check", "--no-run");
        Assert.Equal(1, result.Code);
        var lines = Lines(result);
        Assert.Contains(lines, line => line.StartsWith("notebooks/00-a.ipynb: cell \"cell-1\": The first code cell is not that of the other chapters", StringComparison.Ordinal)
            && line.EndsWith("[first-cell]", StringComparison.Ordinal));
        Assert.Contains("notebooks/00-a.ipynb: There is no heading: begin with the title, # and a few words. [headings]", lines);
        Assert.Equal($"1 checked: {lines.Count - 1} findings, in 1 of them. Charts were not looked at.", lines[^1]);
        Assert.Empty(result.Messages);
        Assert.Empty(((FakeEngine)_course.Engine).Folders);
    }

    [Fact]
    public async Task ChartsAreLookedAtWhereNotebooksRun()
    {
        _course.WriteNotebook("notebooks/00-a.ipynb", "draw");
        _course.Engine = new FakeEngine
        {
            Prints = false,
            Cell = (cell, _) =>
            {
                var chart = JsonNode.Parse("""{"data":[{"y":[1]}],"layout":{"title":"Mine"}}""");
                cell.Outputs = [new JsonObject { ["data"] = new JsonObject { ["application/vnd.plotly.v1+json"] = chart }, ["output_type"] = "display_data" }];
                return FakeEngine.Succeeded;
            },
        };
        var result = await _course.RunAsync("check");
        Assert.Equal(1, result.Code);
        Assert.Contains(Lines(result), line => line.EndsWith("[chart-axes]", StringComparison.Ordinal));
        Assert.DoesNotContain("Charts were not looked at", result.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("[no-outputs]", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ACellThatFailsIsAFinding()
    {
        _course.WriteNotebook("notebooks/00-a.ipynb", "fail");
        _course.Engine = FakeEngine.FailingOn("fail");
        var result = await _course.RunAsync("check");
        Assert.Equal(1, result.Code);
        Assert.Contains("notebooks/00-a.ipynb, cell 1, line 3: DivideByZeroException: Attempted to divide by zero.", Lines(result));
    }

    [Fact]
    public async Task FixMendsTheFileOnceAndSaysWhat()
    {
        _course.Write("data/bibliography.json", Bibliography);
        _course.Write("notebooks/06-a.ipynb", Chapter(("text", "# A\n\n[[9]](#ref-he2016)\n\n$$x$$\n\n$$y$$"), ("references", "## References")));
        var first = await _course.RunAsync("check", "06-a", "--fix", "--no-run");
        Assert.Equal("notebooks/06-a.ipynb: mended equations (2), citations (1), entries of the references (1)", Lines(first)[0]);
        Assert.DoesNotContain("[equations]", first.Output, StringComparison.Ordinal);
        var mended = _course.Read("notebooks/06-a.ipynb");
        Assert.Contains("1. <a id=\\\"ref-he2016\\\"></a>He. *Residual learning.* 2016.", mended, StringComparison.Ordinal);
        Assert.Contains("$$y \\\\tag{6.2}$$", mended, StringComparison.Ordinal);
        Assert.Single(Directory.GetFiles(_course.PathOf("notebooks")));

        var second = await _course.RunAsync("check", "06-a", "--fix", "--no-run");
        Assert.DoesNotContain("mended", second.Output, StringComparison.Ordinal);
        Assert.Equal(mended, _course.Read("notebooks/06-a.ipynb"));
    }

    [Fact]
    public async Task WithoutFixTheFileStays()
    {
        var before = _course.Read(Path.GetRelativePath(_course.Root, _course.Write("notebooks/06-a.ipynb", Chapter(("text", "# A\n\n$$x$$")))));
        var result = await _course.RunAsync("check", "--no-run");
        Assert.Contains(Lines(result), line => line.StartsWith("notebooks/06-a.ipynb: cell \"text\", line 3: The equation has no number", StringComparison.Ordinal));
        Assert.Equal(before, _course.Read("notebooks/06-a.ipynb"));
    }

    [Theory]
    [InlineData("{", "data/bibliography.json is not valid JSON from line ")]
    [InlineData("{}", "data/bibliography.json is not a list of entries")]
    public async Task ADamagedBibliographyIsOneSentence(string json, string expected)
    {
        _course.Write("data/bibliography.json", json);
        _course.WriteNotebook("notebooks/00-a.ipynb", "1");
        var result = await _course.RunAsync("check", "--no-run");
        Assert.Equal(1, result.Code);
        Assert.Contains(expected, Assert.Single(result.MessageLines).Replace('\\', '/'), StringComparison.Ordinal);
        Assert.Empty(result.Output);
    }

    [Fact]
    public async Task WhatIsNoNotebookIsOneSentence()
    {
        _course.Write("notebooks/00-a.ipynb", "{");
        var result = await _course.RunAsync("check", "--no-run");
        Assert.Equal(1, result.Code);
        Assert.StartsWith("notebooks/00-a.ipynb is not valid JSON", Assert.Single(result.MessageLines), StringComparison.Ordinal);
    }

    private static List<string> Lines(CommandResult result) =>
        [.. result.Output.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)];

    private static string Chapter(params (string Id, string Source)[] texts) => new JsonObject
    {
        ["cells"] = new JsonArray([.. texts.Select(text => (JsonNode)new JsonObject
        {
            ["cell_type"] = "markdown", ["id"] = text.Id, ["metadata"] = new JsonObject(), ["source"] = text.Source,
        })]),
        ["metadata"] = new JsonObject(),
        ["nbformat"] = 4,
        ["nbformat_minor"] = 5,
    }.ToJsonString();
}
