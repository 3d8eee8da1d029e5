using System.Text.Json.Nodes;
using Tortue.Notebooks.Documents;
using Tortue.Notebooks.Running;
using Tortue.Notebooks.Scripting;
using Xunit;

namespace Tortue.Notebooks.Tests.Running;

public class RunnerTests
{
    private static readonly NotebookRunner Runner = new(new NotebookRunnerOptions());

    [Fact]
    public async Task OutputsAreThoseOfNbformat()
    {
        var document = Notebook("Console.Write(\"a\");\nConsole.Write(\"b\\n\");\nConsole.Error.Write(\"e\");\ndisplay(1);\nConsole.Write(\"c\");\n40 + 2");
        var result = await Run(document);
        Assert.True(result.Succeeded);
        var expected = JsonNode.Parse("""
            [
              {"name": "stdout", "output_type": "stream", "text": ["ab\n"]},
              {"name": "stderr", "output_type": "stream", "text": ["e"]},
              {"data": {"text/plain": ["1"]}, "metadata": {}, "output_type": "display_data"},
              {"name": "stdout", "output_type": "stream", "text": ["c"]},
              {"data": {"text/plain": ["42"]}, "execution_count": 1, "metadata": {}, "output_type": "execute_result"}
            ]
            """);
        Assert.Equal(expected!.ToJsonString(), document.Cells[0].Outputs.ToJsonString());
        Assert.Equal(1, document.Cells[0].ExecutionCount);
    }

    [Theory]
    [InlineData("Console.Write(1);\ndisplay(2);\nConsole.Clear();\nConsole.Write(3);", "3")]
    [InlineData("Console.Write(1);\nClearOutput(wait: true);\nConsole.Write(3);\n4", "3 4")]
    [InlineData("Console.Write(1);\nClearOutput(wait: true);\ndisplay(3);", "3")]
    [InlineData("Console.Write(1);\nClearOutput(wait: true);\n4", "4")]
    [InlineData("Console.Write(1);\nClearOutput(wait: true);", "1")]
    [InlineData("var shown = display(1);\nConsole.Clear();\nshown.Update(2);\nConsole.Write(3);", "3")]
    [InlineData("for (var i = 0; i < 30; i++) { Console.Write(new string('x', 50_000)); Console.Clear(); }\nConsole.Write(3);", "3")]
    public async Task WhatIsClearedIsNotKept(string code, string expected)
    {
        var document = Notebook(code);
        Assert.True((await Run(document)).Succeeded);
        Assert.Equal(expected, string.Join(' ', document.Cells[0].Outputs.Select(output =>
            (string?)((output!["text"] ?? output["data"]!["text/plain"]) as JsonArray)!.Single())));
    }

    [Fact]
    public async Task TheRunEndsAtTheFirstFailureAndKeepsWhatRan()
    {
        var document = Notebook("1", "Console.WriteLine(\"x\");\nthrow new FormatException(\"no\");", "3");
        document.Cells[2].Outputs = [new JsonObject { ["output_type"] = "stream" }];
        var result = await Run(document);
        Assert.Equal(new CellFailure(2, document.Cells[1].Id, "FormatException", "no", 2), result.Failure);
        Assert.Single(document.Cells[0].Outputs);
        Assert.Equal(["stream", "error"], document.Cells[1].Outputs.Select(output => (string?)output!["output_type"]));
        var error = document.Cells[1].Outputs[1]!;
        Assert.Equal(("FormatException", "no"), ((string?)error["ename"], (string?)error["evalue"]));
        Assert.Equal("   at cell 2, line 2", (string?)error["traceback"]![1]);
        Assert.Empty(document.Cells[2].Outputs);
        Assert.Null(document.Cells[2].ExecutionCount);
    }

    [Fact]
    public async Task ACompileErrorEndsTheRunToo()
    {
        var result = await Run(Notebook("1", "\nmissing"));
        Assert.Equal((2, CellErrorNames.Compilation, 2), (result.Failure!.CellNumber, result.Failure.ErrorName, result.Failure.Line));
    }

    [Fact]
    public async Task TagsSkipCellsAndExpectFailures()
    {
        var document = Notebook("throw new Exception();", "throw new FormatException();", "7", "8");
        Tag(document.Cells[0], "skip-execution");
        document.Cells[0].Outputs = [OutputJson.Stream("stdout", "kept")];
        Tag(document.Cells[1], "raises-exception");
        Tag(document.Cells[2], "raises-exception");
        Assert.True((await Run(document)).Succeeded);
        Assert.Equal([null, 1, 2, 3], document.Cells.Select(cell => cell.ExecutionCount));
        Assert.Equal("kept", (string?)document.Cells[0].Outputs[0]!["text"]![0]);
        Assert.Equal("error", (string?)document.Cells[1].Outputs[0]!["output_type"]);
    }

    [Fact]
    public async Task UpdatesChangeTheEarlierOutputAlsoFromAnotherCell()
    {
        var document = Notebook("var shown = display(\"one\");", "shown.Update(\"two\");", "shown.Update(\"<b>\");");
        Assert.True((await Run(document)).Succeeded);
        Assert.Equal("<b>", (string?)Assert.Single(document.Cells[0].Outputs)!["data"]!["text/plain"]![0]);
        Assert.Empty(document.Cells[1].Outputs);
        Assert.DoesNotContain("display_id", document.ToJson(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task AnUpdateWithoutAnyFormTakesTheOutputAway()
    {
        const string show = "((Action<string, IReadOnlyDictionary<string, string>, bool>)AppContext.GetData(\"Tortue.Host.Display\"))";
        const string bar = "new Dictionary<string, string> { [\"text/plain\"] = \"10 %\" }, false);";
        const string nothing = "new Dictionary<string, string>(), true);";
        var document = Notebook(
            $"{show}(\"a\", {bar} Console.Write(1); {show}(\"a\", {nothing}", $"{show}(\"b\", {bar}", $"{show}(\"b\", {nothing}");
        Assert.True((await Run(document)).Succeeded);
        Assert.Equal("stream", (string?)Assert.Single(document.Cells[0].Outputs)!["output_type"]);
        Assert.Empty(document.Cells[1].Outputs);
        Assert.Empty(document.Cells[2].Outputs);
    }

    [Fact]
    public async Task OfTextWithoutEndTheBeginningIsKept()
    {
        var document = Notebook("for (var i = 0; i < 300_000; i++) Console.WriteLine(\"ten chars\");\n42");
        Assert.True((await Run(document)).Succeeded);
        var outputs = document.Cells[0].Outputs;
        Assert.Equal(["stream", "stream", "execute_result"], outputs.Select(output => (string?)output!["output_type"]));
        Assert.Equal(1_000_000, outputs[0]!["text"]!.AsArray().Sum(line => ((string)line!).Length));
        Assert.Contains("1,000,000 characters are kept", outputs[1]!["text"]!.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task TheCellsTimeLimitIsNamed()
    {
        var runner = new NotebookRunner(new NotebookRunnerOptions { CellTimeout = TimeSpan.FromSeconds(0.2) });
        var document = Notebook("while (true) { }", "2");
        var result = await runner.RunAsync(document, Path.GetTempPath(), null, TestContext.Current.CancellationToken);
        Assert.Equal((1, CellErrorNames.TimeLimit), (result.Failure!.CellNumber, result.Failure.ErrorName));
        Assert.Contains("0.2 s", result.Failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task CancellingARunThrowsAndKeepsWhatRan()
    {
        var document = Notebook("1", "while (true) { }");
        using var source = new CancellationTokenSource();
        var progress = new Reporter(report =>
        {
            if (report.CellNumber == 2)
                source.CancelAfter(10);
        });
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Runner.RunAsync(document, Path.GetTempPath(), progress, source.Token));
        Assert.Single(document.Cells[0].Outputs);
    }

    [Fact]
    public async Task ProgressNamesCellAndHeading()
    {
        var document = Document(Markdown("# Start\n\ntext\n```\n# no heading\n```"), Code("1"), Markdown("## Next"), Code(""), Code("2"));
        var reports = new List<NotebookProgress>();
        await Runner.RunAsync(document, Path.GetTempPath(), new Reporter(reports.Add), TestContext.Current.CancellationToken);
        Assert.Equal([(2, 5, "Start"), (5, 5, "Next")], reports.Select(report => (report.CellNumber, report.CellCount, report.Heading)));
    }

    [Fact]
    public async Task ANotebookInAnotherLanguageIsRefusedInOneSentence()
    {
        var document = NotebookDocument.Parse(Tests.Documents.Notebooks.Early, "folder/early.ipynb");
        var exception = await Assert.ThrowsAsync<NotebookLanguageException>(() => Run(document));
        Assert.Equal("folder/early.ipynb is a notebook in python: only C# notebooks run here, so open it with a kernel for python.", exception.Message);
    }

    [Fact]
    public async Task CellsInAnotherLanguageAreSkippedWithANote()
    {
        var document = NotebookDocument.Parse(Tests.Documents.Notebooks.Polyglot, "polyglot");
        Assert.True((await Run(document)).Succeeded);
        Assert.Equal("execute_result", (string?)document.Cells[0].Outputs[0]!["output_type"]);
        Assert.Equal("Skipped: this kernel runs C# and no F#.\n", (string?)document.Cells[1].Outputs[0]!["text"]![0]);
        Assert.Equal("# Title", (string?)document.Cells[3].Outputs[0]!["data"]!["text/markdown"]![0]);
    }

    [Fact]
    public async Task ASecondRunGivesTheSameFile()
    {
        var document = Notebook("var x = display(new { A = 1, B = \"é\" });", "Console.WriteLine(x is null);\nEnumerable.Range(0, 3)");
        await Run(document);
        var first = document.ToJson();
        await Run(document);
        Assert.Equal(first, document.ToJson());
    }

    private static Task<NotebookRunResult> Run(NotebookDocument document) =>
        Runner.RunAsync(document, Path.GetTempPath(), null, TestContext.Current.CancellationToken);

    private static void Tag(NotebookCell cell, string tag) => cell.Metadata["tags"] = new JsonArray(tag);

    private static NotebookDocument Notebook(params string[] cells) => Document([.. cells.Select(Code)]);

    private static JsonObject Code(string source) => new()
    {
        ["cell_type"] = "code",
        ["execution_count"] = null,
        ["metadata"] = new JsonObject(),
        ["outputs"] = new JsonArray(),
        ["source"] = source,
    };

    private static JsonObject Markdown(string source) => new()
    {
        ["cell_type"] = "markdown",
        ["metadata"] = new JsonObject(),
        ["source"] = source,
    };

    private static NotebookDocument Document(params JsonObject[] cells)
    {
        for (var i = 0; i < cells.Length; i++)
            cells[i].Insert(1, "id", $"cell-{i}");

        var json = new JsonObject
        {
            ["cells"] = new JsonArray(cells),
            ["metadata"] = new JsonObject { ["kernelspec"] = new JsonObject { ["language"] = "C#", ["name"] = "tortue" } },
            ["nbformat"] = 4,
            ["nbformat_minor"] = 5,
        };
        return NotebookDocument.Parse(json.ToJsonString(), "test");
    }

    private sealed class Reporter(Action<NotebookProgress> report) : IProgress<NotebookProgress>
    {
        public void Report(NotebookProgress value) => report(value);
    }
}
