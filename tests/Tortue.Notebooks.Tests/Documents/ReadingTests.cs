using Tortue.Notebooks.Documents;
using Xunit;

namespace Tortue.Notebooks.Tests.Documents;

public class ReadingTests
{
    [Fact]
    public void CellsShowWhatTheFileHolds()
    {
        var document = NotebookDocument.Parse(Notebooks.Jupyter, "test");
        Assert.Equal([CellKind.Markdown, CellKind.Code, CellKind.Raw], document.Cells.Select(cell => cell.Kind));
        Assert.Equal(["intro", "compute", "raw"], document.Cells.Select(cell => cell.Id));
        Assert.Equal("var x = 1;\nx", document.Cells[1].Source);
        Assert.Equal("", document.Cells[2].Source);
        Assert.Equal(["exercise", "hide-input"], document.Cells[1].Tags);
        Assert.Empty(document.Cells[0].Tags);
        Assert.Equal(3, document.Cells[1].ExecutionCount);
        Assert.Equal(2, document.Cells[1].Outputs.Count);
        Assert.Empty(document.Cells[0].Outputs);
        Assert.Equal("tortue-csharp", document.KernelName);
    }

    [Fact]
    public void OldFilesGetIdsThatAreStableAndDistinct()
    {
        var first = NotebookDocument.Parse(Notebooks.Early, "test").Cells.Select(cell => cell.Id).ToList();
        var second = NotebookDocument.Parse(Notebooks.Early, "test").Cells.Select(cell => cell.Id).ToList();
        Assert.Equal(first, second);
        Assert.Equal(2, first.Distinct().Count());
        Assert.All(first, id => Assert.Matches("^[a-zA-Z0-9_-]{1,64}$", id));
    }

    [Theory]
    [InlineData("""{"kernelspec":{"language":"C#","name":".net-csharp"}}""", "csharp")]
    [InlineData("""{"kernelspec":{"language":"csharp","name":"x"}}""", "csharp")]
    [InlineData("""{"kernelspec":{"name":".net-csharp"}}""", "csharp")]
    [InlineData("""{"kernelspec":{"name":".net-fsharp"}}""", "fsharp")]
    [InlineData("""{"kernelspec":{"display_name":".NET (F#)","language":"F#","name":".net-fsharp"}}""", "fsharp")]
    [InlineData("""{"language_info":{"name":"C#"}}""", "csharp")]
    [InlineData("""{"language_info":{"name":"polyglot-notebook"}}""", "csharp")]
    [InlineData("""{"language_info":{"name":"polyglot-notebook"},"kernelspec":{"language":"C#"}}""", "csharp")]
    [InlineData("""{"language_info":{"name":"polyglot-notebook"},"polyglot_notebook":{"kernelInfo":{"defaultKernelName":"fsharp"}}}""", "fsharp")]
    [InlineData("""{"language_info":{"name":"python"}}""", "python")]
    [InlineData("{}", null)]
    [InlineData("""{"kernelspec":3}""", null)]
    public void TheLanguageIsRecognised(string metadata, string? expected)
    {
        var json = $$"""{"cells":[],"metadata":{{metadata}},"nbformat":4,"nbformat_minor":5}""";
        Assert.Equal(expected, NotebookDocument.Parse(json, "test").Language);
    }

    [Fact]
    public void CellsOfPolyglotNotebooksNameTheirLanguage() =>
        Assert.Equal(
            ["csharp", "fsharp", "pwsh", "markdown"],
            NotebookDocument.Parse(Notebooks.Polyglot, "test").Cells.Select(cell => cell.Language));

    [Theory]
    [InlineData("", "empty")]
    [InlineData("{\n\"cells\": [\n{,\n", "line 3")]
    [InlineData("{\n\"cells\": 1,\n\"cells\": 2}", "not valid JSON")]
    [InlineData("[1, 2]", "not a notebook")]
    [InlineData("{\"name\": \"package\"}", "not a notebook")]
    [InlineData("{\"nbformat\": 3, \"worksheets\": []}", "nbformat 3")]
    [InlineData("{\"nbformat\": 5, \"cells\": []}", "nbformat\": 5")]
    [InlineData("{\"cells\": []}", "nbformat\": null")]
    [InlineData("{\"nbformat\": 4, \"metadata\": {}}", "no list of cells")]
    [InlineData("{\"nbformat\": 4, \"cells\": [3]}", "cell 1 is not an object")]
    [InlineData("{\"nbformat\": 4, \"cells\": [{\"cell_type\": \"heading\"}]}", "cell_type \"heading\"")]
    [InlineData("{\"nbformat\": 4, \"cells\": [{\"cell_type\": \"code\", \"source\": [1]}]}", "source of cell 1")]
    [InlineData("{\"nbformat\": 4, \"cells\": [{\"cell_type\": \"code\", \"metadata\": 1}]}", "metadata of cell 1")]
    [InlineData("{\"nbformat\": 4, \"cells\": [], \"metadata\": []}", "\"metadata\" that is not an object")]
    [InlineData("{\"nbformat\": 4, \"cells\": [], \"\\ud800\": 1}", "not valid JSON")]
    public void WhatIsNoNotebookGetsOneSentence(string json, string expected)
    {
        var exception = Assert.Throws<NotebookFormatException>(() => NotebookDocument.Parse(json, "folder/chapter.ipynb"));
        Assert.Contains(expected, exception.Message, StringComparison.Ordinal);
        Assert.StartsWith("folder/chapter.ipynb", exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', exception.Message);
        Assert.EndsWith(".", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void BrokenJsonKnowsItsLine() =>
        Assert.Equal(3, Assert.Throws<NotebookFormatException>(() => NotebookDocument.Parse("{\n\"cells\": [\n{,\n", "x")).Line);
}
