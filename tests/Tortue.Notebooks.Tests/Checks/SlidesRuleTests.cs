using System.Text.Json.Nodes;
using Tortue.Notebooks.Checks;
using Tortue.Notebooks.Documents;
using Xunit;

namespace Tortue.Notebooks.Tests.Checks;

public sealed class SlidesRuleTests
{
    [Theory]
    [InlineData("part-7", "subslid", "part-7", "The slide type \"subslid\" means nothing")]
    [InlineData("setup", "slide", "setup", "The first code cell is not for a lecture")]
    [InlineData("setup", null, "setup", "The first code cell is not for a lecture")]
    [InlineData("title", "subslide", "title", "The track does not begin with the title")]
    [InlineData("title", "skip", "theory", "The track does not begin with the title")]
    [InlineData("title", null, "title", "It stands before the first slide")]
    [InlineData("title", "fragment", "title", "It stands before the first slide")]
    public void ABrokenTrackIsNamed(string id, string? type, string cell, string expected)
    {
        var chapter = SoundChapter.Create();
        Mark(chapter, id, type);
        Assert.Contains(Findings(chapter), finding => finding.CellId == cell && finding.Message.StartsWith(expected, StringComparison.Ordinal));
    }

    [Fact]
    public void AChapterHasATrack()
    {
        var chapter = SoundChapter.Create();
        foreach (var cell in chapter.Cells)
            Mark(chapter, cell.Id, null);
        var finding = Assert.Single(Findings(chapter));
        Assert.Null(finding.CellId);
        Assert.StartsWith("There is no track of slides", finding.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(9, true)]
    [InlineData(10, false)]
    [InlineData(20, false)]
    [InlineData(21, true)]
    public void ATrackHasTenToTwentySlides(int slides, bool isBroken)
    {
        var chapter = Parse(SoundChapter.Create(), cells =>
        {
            var parts = cells.Where(cell => ((string?)cell!["id"])!.StartsWith("part-", StringComparison.Ordinal)).ToList();
            for (var i = 0; i < slides - 10; i++)
            {
                var copy = parts[0]!.DeepClone();
                copy["id"] = $"more-{i}";
                cells.Insert(cells.Count - 1, copy);
            }
            if (slides < 10)
                cells.Remove(parts[0]);
        });
        Assert.Equal(isBroken ? [$"The track has {slides} slides: a lecture has 10 to 20."] : [], Findings(chapter).Select(finding => finding.Message));
    }

    [Theory]
    [InlineData("instructor", "notes", false)]
    [InlineData("instructor", "skip", false)]
    [InlineData("instructor", null, true)]
    [InlineData("instructor", "fragment", true)]
    public void WhatIsForInstructorsIsOnNoSlide(string tag, string? type, bool isBroken)
    {
        var chapter = SoundChapter.Create();
        chapter.Cell("said").Metadata["tags"] = new JsonArray(tag);
        Mark(chapter, "said", type);
        Assert.Equal(isBroken, Findings(chapter).Any(finding => finding.CellId == "said"));
    }

    [Fact]
    public void ASlideShowsSomething()
    {
        var empty = SoundChapter.Create();
        empty.Cell("theory").Source = " \n";
        Assert.Empty(Findings(empty));
        Mark(empty, "code", "notes");
        Assert.Equal(["theory"], Findings(empty).Select(finding => finding.CellId));

        var hidden = SoundChapter.Create();
        hidden.Cell("part-3").Metadata["tags"] = new JsonArray("remove-cell");
        Assert.Equal(["part-3"], Findings(hidden).Select(finding => finding.CellId));
    }

    private static IEnumerable<CheckFinding> Findings(NotebookDocument chapter) =>
        SoundChapter.Findings(chapter).Where(finding => finding.Rule == "slides");

    private static void Mark(NotebookDocument chapter, string id, string? type)
    {
        var metadata = chapter.Cell(id).Metadata;
        metadata.Remove("slideshow");
        if (type is not null)
            metadata["slideshow"] = new JsonObject { ["slide_type"] = type };
    }

    private static NotebookDocument Parse(NotebookDocument chapter, Action<JsonArray> change)
    {
        var json = JsonNode.Parse(chapter.ToJson())!;
        change(json["cells"]!.AsArray());
        return NotebookDocument.Parse(json.ToJsonString(), SoundChapter.Path);
    }
}
