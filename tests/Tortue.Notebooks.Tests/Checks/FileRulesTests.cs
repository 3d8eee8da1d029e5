using System.Text.Json.Nodes;
using Tortue.Notebooks.Checks;
using Xunit;

namespace Tortue.Notebooks.Tests.Checks;

public sealed class FileRulesTests
{
    [Fact]
    public void ASoundChapterBreaksNone() => Assert.Empty(SoundChapter.Findings(SoundChapter.Create()));

    [Fact]
    public void RulesHaveNamesOfTheirOwn()
    {
        var names = NotebookRules.OfFiles.Concat(NotebookRules.OfRuns).Select(rule => rule.Name).ToList();
        Assert.Distinct(names);
        Assert.All(names, name => Assert.Matches("^[a-z]+(-[a-z]+)*$", name));
    }

    [Fact]
    public void OutputsAndCountsAreNoticed()
    {
        var (printed, counted) = (SoundChapter.Create(), SoundChapter.Create());
        printed.Cell("code").Outputs = [new JsonObject { ["name"] = "stdout", ["output_type"] = "stream", ["text"] = new JsonArray("2") }];
        counted.Cell("code").ExecutionCount = 1;
        foreach (var chapter in new[] { printed, counted })
        {
            var finding = Assert.Single(SoundChapter.Findings(chapter));
            Assert.Equal(("no-outputs", "code", null), (finding.Rule, finding.CellId, finding.Line));
        }
    }

    [Theory]
    [InlineData("\"nbformat_minor\": 5", "\"nbformat_minor\": 4", "format", "The file is not nbformat 4.5")]
    [InlineData("}\n", "}\n\n", "format", "The file is not written as Jupyter writes it")]
    [InlineData("\"C#\"", "\"F#\"", "metadata", "The metadata are not those")]
    [InlineData("\"tortue\"", "\".net-csharp\"", "metadata", "The metadata are not those")]
    [InlineData("text/x-csharp", "text/plain", "metadata", "The metadata are not those")]
    [InlineData("\"id\": \"code\",", "", "cell-ids", "Cell 4 has no id")]
    [InlineData("\"id\": \"code\"", "\"id\": \"co de\"", "cell-ids", "Cell 4 has the id \"co de\"")]
    [InlineData("\"id\": \"code\"", "\"id\": \"part-1\"", "cell-ids", "2 cells have the id \"part-1\"")]
    public void WhatTheFileAloneShowsIsNoticed(string find, string replacement, string rule, string expected)
    {
        var json = SoundChapter.Create().ToJson();
        Assert.Contains(find, json, StringComparison.Ordinal);
        var broken = find == "}\n" ? json[..^find.Length] + replacement : json.Replace(find, replacement, StringComparison.Ordinal);
        Assert.Contains(SoundChapter.Findings(broken), finding =>
            finding.Rule == rule && finding.CellId is null && finding.Message.StartsWith(expected, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("using Tortue;", "using System;")]
    [InlineData("../lib/bin/", "../bin/")]
    [InlineData("using static TorchSharp.torch;", "var x = 1;")]
    [InlineData("Course.About()", "Course.About();")]
    public void TheFirstCellIsThatOfTheOthers(string find, string replacement)
    {
        var finding = Assert.Single(SoundChapter.Findings(SoundChapter.With("setup", find, replacement)));
        Assert.Equal(("first-cell", "setup"), (finding.Rule, finding.CellId));
    }

    [Fact]
    public void AnUnknownTagIsNamed()
    {
        var chapter = SoundChapter.Create();
        chapter.Cell("theory").Metadata["tags"] = new JsonArray("carefull");
        var finding = Assert.Single(SoundChapter.Findings(chapter));
        Assert.Equal(("tags", "theory"), (finding.Rule, finding.CellId));
        Assert.StartsWith("The tag \"carefull\" means nothing", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ThirtyLinesAreEnough()
    {
        var chapter = SoundChapter.With("code", "1 + 1", "1" + new string('\n', 29) + "+ 1");
        Assert.Empty(SoundChapter.Findings(chapter));
        chapter.Cell("code").Source = "\n" + chapter.Cell("code").Source;
        var finding = Assert.Single(SoundChapter.Findings(chapter));
        Assert.Equal(("short-cells", "code"), (finding.Rule, finding.CellId));
        Assert.StartsWith("It has 31 lines", finding.Message, StringComparison.Ordinal);
    }
}
