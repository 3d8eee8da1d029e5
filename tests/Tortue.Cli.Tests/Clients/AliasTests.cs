using System.Text.Json.Nodes;
using Tortue.Notebooks.Documents;
using Xunit;

namespace Tortue.Cli.Tests.Clients;

/// <summary>Notebooks as .NET Interactive and Polyglot Notebooks have written them, by the kernel under its second name.</summary>
public sealed class AliasTests(JupyterFolders jupyter) : IClassFixture<JupyterFolders>
{
    [Fact(Timeout = 120_000)]
    public async Task ANotebookOfDotNetInteractiveRuns()
    {
        var cells = await ExecuteAsync("dotnet-interactive.ipynb");
        Assert.Equal("2", Plain(cells[0], 0));
        Assert.Contains("pear", Plain(cells[0], 1), StringComparison.Ordinal);
        Assert.Equal("one pear", Plain(cells[1], 0));
        Assert.StartsWith("hello world\n", Stream(cells[2]), StringComparison.Ordinal);
        Assert.Contains("text/markdown", (JsonObject)Assert.Single(cells[3].Outputs)!["data"]!);
        Assert.Equal("<b>bold</b>", Executed.Text(Executed.Bundles(cells[4]).Single(), "text/html"));
        Assert.Equal("42", Plain(cells[5], 0));
    }

    [Fact(Timeout = 120_000)]
    public async Task ANotebookOfPolyglotNotebooksRuns()
    {
        var cells = await ExecuteAsync("polyglot.ipynb");
        Assert.Empty(cells[0].Outputs);
        Assert.Contains("<table", Executed.Text(Executed.Bundles(cells[1]).Single(), "text/html"), StringComparison.Ordinal);
        Assert.Equal(2, cells[2].Outputs.Count);
        Assert.Equal("2 people\n", Stream(cells[3]));
        Assert.Equal("60.5", Plain(cells[3], 0));
    }

    private async Task<IReadOnlyList<NotebookCell>> ExecuteAsync(string sample)
    {
        var python = SystemPython.With("nbclient", "python3-nbclient");
        var executed = Path.Combine(jupyter.Root, sample);
        var source = Path.Combine(JupyterFolders.Scripts, "Samples", sample);
        await jupyter.RunAsync(python, Path.Combine(JupyterFolders.Scripts, "run_notebook.py"), source, executed);
        return [.. NotebookDocument.Load(executed).Cells.Where(cell => cell.Kind == CellKind.Code)];
    }

    private static string? Plain(NotebookCell cell, int index) => Executed.Text(Executed.Bundles(cell).ElementAt(index), "text/plain");

    private static string Stream(NotebookCell cell) =>
        string.Concat(cell.Outputs.Where(output => (string?)output!["output_type"] == "stream").SelectMany(Lines));

    private static IEnumerable<string?> Lines(JsonNode? output) =>
        output!["text"] is JsonArray lines ? lines.Select(line => (string?)line) : [(string?)output["text"]];
}
