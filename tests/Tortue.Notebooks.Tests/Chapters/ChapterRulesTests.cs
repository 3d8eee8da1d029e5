using System.Text.Json.Nodes;
using Tortue.Notebooks.Documents;
using Tortue.Testing;
using Xunit;

namespace Tortue.Notebooks.Tests.Chapters;

public sealed class ChapterRulesTests
{
    private const string Setup =
        "#r \"../lib/bin/Tortue.dll\"\n// If the line above fails, build the library once: dotnet build -c Release\nusing Tortue;\nusing static TorchSharp.torch;\n\n"
        + "Course.About()";

    private static string Notebooks => Path.Combine(Repository.Root, "notebooks");

    public static TheoryData<string> Chapters =>
        [.. Directory.GetFiles(Notebooks, "*.ipynb", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
            .Select(path => Path.GetRelativePath(Notebooks, path))];

    [Theory]
    [MemberData(nameof(Chapters))]
    public void AChapterKeepsTheRules(string name) => Assert.Empty(ChapterRules.Broken(File.ReadAllText(Path.Combine(Notebooks, name))));

    [Fact]
    public void ASoundChapterBreaksNone() => Assert.Empty(ChapterRules.Broken(Sound().ToJson()));

    [Theory]
    [InlineData("setup", "using Tortue;", "using System;", "The first code cell")]
    [InlineData("setup", "../lib/bin/", "../bin/", "The first code cell")]
    [InlineData("setup", "using static TorchSharp.torch;", "var x = 1;", "The first code cell")]
    [InlineData("setup", "Course.About()", "Course.About();", "The first code cell")]
    [InlineData("answer", "Exercises.Half.Check(answer)", "Exercises.Half.Check(answer);", "answer does not end with the check")]
    [InlineData("answer", "____", "0.5", "answer has no ____")]
    [InlineData("ask", "### Exercise 9.1: a half", "### A half", "ask does not begin with")]
    [InlineData("code", "1 + 1", "MyExercises.Half.Check(1)", "code checks an exercise")]
    [InlineData("code", "1 + 1", "1\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n+ 1", "code has 31 lines")]
    public void ABrokenRuleIsNamed(string id, string find, string replacement, string expected)
    {
        var chapter = Sound();
        var cell = chapter.Cells.Single(one => one.Id == id);
        Assert.Contains(find, cell.Source, StringComparison.Ordinal);
        cell.Source = cell.Source.Replace(find, replacement, StringComparison.Ordinal);
        Assert.Contains(ChapterRules.Broken(chapter.ToJson()), sentence => sentence.StartsWith(expected, StringComparison.Ordinal));
    }

    [Fact]
    public void OutputsAndCountsAreNoticed()
    {
        var (printed, counted) = (Sound(), Sound());
        printed.Cells[1].Outputs = [new JsonObject { ["name"] = "stdout", ["output_type"] = "stream", ["text"] = new JsonArray("2") }];
        counted.Cells[1].ExecutionCount = 1;
        Assert.Equal(["code has outputs or a count: strip them."], ChapterRules.Broken(printed.ToJson()));
        Assert.Equal(["code has outputs or a count: strip them."], ChapterRules.Broken(counted.ToJson()));
    }

    [Fact]
    public void WhatTheFileAloneShowsIsNoticed()
    {
        var json = Sound().ToJson();
        Assert.Equal(["Two cells have the id code."], ChapterRules.Broken(json.Replace("\"ask\"", "\"code\"", StringComparison.Ordinal)));
        Assert.Contains("The file is not nbformat 4.5.", ChapterRules.Broken(json.Replace("\"nbformat_minor\": 5", "\"nbformat_minor\": 4", StringComparison.Ordinal)));
        foreach (var (find, replacement) in new[] { ("\"C#\"", "\"F#\""), ("\"tortue\"", "\".net-csharp\""), ("text/x-csharp", "text/plain") })
            Assert.StartsWith("The metadata are not", Assert.Single(ChapterRules.Broken(json.Replace(find, replacement, StringComparison.Ordinal))), StringComparison.Ordinal);
        Assert.StartsWith("The file is not written as", Assert.Single(ChapterRules.Broken(json + "\n")), StringComparison.Ordinal);
        Assert.Equal(
            ["ask has the tag exercises, which means nothing.", "answer does not follow the text that asks it."],
            ChapterRules.Broken(Retagged().ToJson()));
    }

    private static NotebookDocument Retagged()
    {
        var chapter = Sound();
        chapter.Cells[2].Metadata["tags"] = new JsonArray("exercises");
        return chapter;
    }

    private static NotebookDocument Sound() => NotebookDocument.Parse(new JsonObject
    {
        ["cells"] = new JsonArray(
            Code("setup", Setup),
            Code("code", "1 + 1"),
            new JsonObject
            {
                ["cell_type"] = "markdown",
                ["id"] = "ask",
                ["metadata"] = new JsonObject { ["tags"] = new JsonArray("exercise") },
                ["source"] = new JsonArray("### Exercise 9.1: a half\n", "\n", "What is a half?"),
            },
            Code("answer", "double answer = ____;\n\nMyExercises.Half.Check(answer)", "exercise")),
        ["metadata"] = ChapterRules.Metadata(),
        ["nbformat"] = 4,
        ["nbformat_minor"] = 5,
    }.ToJsonString(), "chapter");

    private static JsonObject Code(string id, string source, params string[] tags) => new()
    {
        ["cell_type"] = "code",
        ["execution_count"] = null,
        ["id"] = id,
        ["metadata"] = tags.Length == 0 ? [] : new JsonObject { ["tags"] = new JsonArray([.. tags.Select(tag => (JsonNode)tag)]) },
        ["outputs"] = new JsonArray(),
        ["source"] = new JsonArray([.. source.Split('\n').Select((line, i) => (JsonNode)(i < source.Count(c => c == '\n') ? line + "\n" : line))]),
    };
}
