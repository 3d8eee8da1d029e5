using System.Globalization;
using System.Text.Json.Nodes;
using Tortue.Notebooks.Documents;
using Tortue.Notebooks.Running;
using Xunit;

namespace Tortue.Notebooks.Tests.Running;

/// <summary>A run changes outputs and counts, and nothing else of what students and their editors have put into a notebook.</summary>
public sealed class EditedNotebookTests
{
    /// <summary>Every kind of thing that editors leave: cells without and with the same ids, widgets, attachments, unknown fields at each level.</summary>
    private const string Edited = """
        {
          "cells": [
            {
              "attachments": {"figure.png": {"image/png": "iVBORw0KGgo="}},
              "cell_type": "markdown",
              "id": "intro",
              "metadata": {"editable": true, "slideshow": {"slide_type": "slide"}},
              "source": "# Mein Titel: α_L 🐢\r\n![](attachment:figure.png)"
            },
            {
              "cell_type": "code",
              "execution_count": 12,
              "id": "ex1",
              "metadata": {"tags": ["exercise"], "vscode": {"languageId": "csharp"}, "ExecuteTime": {"end_time": "2026-11-21T20:00:00"}},
              "outputs": [{"name": "stdout", "output_type": "stream", "text": ["old\n"]}],
              "source": ["var answer = 21 * 2;   // my own words\n", "\n", "answer"],
              "unknown": {"by": "another tool", "numbers": [1.0, 1e-05, 2.50]}
            },
            {
              "cell_type": "code",
              "execution_count": null,
              "id": "ex1",
              "metadata": {"jupyter": {"outputs_hidden": true}},
              "outputs": [],
              "source": ["answer + 1"]
            },
            {
              "cell_type": "code",
              "execution_count": null,
              "metadata": {},
              "outputs": [],
              "source": []
            },
            {
              "cell_type": "raw",
              "id": "raw",
              "metadata": {"format": "text/latex"},
              "source": ["\\LaTeX"]
            }
          ],
          "metadata": {
            "kernelspec": {"display_name": "C# (Tortue)", "language": "C#", "name": "tortue"},
            "language_info": {"name": "C#"},
            "widgets": {"application/vnd.jupyter.widget-state+json": {"state": {"a1": {"model_name": "IntSliderModel"}}, "version_major": 2}}
          },
          "nbformat": 4,
          "nbformat_minor": 5,
          "something_else": null
        }
        """;

    [Theory]
    [InlineData(2, "\n", true)]
    [InlineData(3, "\n", false)]
    [InlineData(4, "\r\n", true)]
    [InlineData(5, "\r\n", false)]
    public async Task ARunChangesOutputsAndCountsAlone(int minor, string newLine, bool endsWithNewLine)
    {
        var text = Written(minor).ReplaceLineEndings(newLine) + (endsWithNewLine ? newLine : "");
        var document = NotebookDocument.Parse(text, "edited.ipynb");
        Assert.Equal(text, document.ToJson());

        var run = await new NotebookRunner(new NotebookRunnerOptions())
            .RunAsync(document, Path.GetTempPath(), progress: null, TestContext.Current.CancellationToken);

        Assert.Null(run.Failure);
        Assert.Equal(["42", "43"], document.Cells.SelectMany(cell => cell.Outputs).Select(one => (string?)one!["data"]!["text/plain"]![0]));
        var after = document.ToJson();
        Assert.NotEqual(text, after);
        Assert.Equal(endsWithNewLine, after.EndsWith('\n'));
        Assert.Equal(newLine == "\r\n", after.Contains("\r\n", StringComparison.Ordinal));
        // With the outputs and counts of before it is the file of before, byte by byte.
        var again = NotebookDocument.Parse(after, "edited.ipynb");
        var before = NotebookDocument.Parse(text, "edited.ipynb");
        foreach (var (cell, old) in again.Cells.Zip(before.Cells).Where(pair => pair.First.Kind == CellKind.Code))
            (cell.Outputs, cell.ExecutionCount) = ((JsonArray)old.Outputs.DeepClone(), old.ExecutionCount);
        Assert.Equal(text, again.ToJson());
    }

    /// <summary>The notebook as an editor of some version writes it: before 4.5 cells have no ids.</summary>
    private static string Written(int minor)
    {
        var notebook = JsonNode.Parse(Edited)!;
        notebook["nbformat_minor"] = minor;
        if (minor < 5)
        {
            foreach (var cell in notebook["cells"]!.AsArray()) cell!.AsObject().Remove("id");
        }
        return NotebookDocument.Parse(notebook.ToJsonString(), minor.ToString(CultureInfo.InvariantCulture)).ToJson().TrimEnd();
    }
}
