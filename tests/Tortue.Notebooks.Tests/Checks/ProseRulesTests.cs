using System.Text.Json.Nodes;
using Tortue.Notebooks.Checks;
using Tortue.Notebooks.Documents;
using Xunit;

namespace Tortue.Notebooks.Tests.Checks;

public sealed class ProseRulesTests
{
    [Theory]
    [InlineData("title", "# A chapter", "## A chapter", "headings", 1, "The first heading is of level 2")]
    [InlineData("part-1", "## Part 1", "text\n\n# Part 1", "headings", 3, "There is a second title")]
    [InlineData("part-1", "## Part 1", "text\n\n##### Part 1", "headings", 3, "A heading of level 5 follows one of level 3")]
    [InlineData("part-1", "![A curve]", "![]", "pictures", 3, "The picture data:image/png")]
    [InlineData("part-1", "## Part 1", "<img src=\"data:image/png;base64,AA==\">", "pictures", null, "The picture <img")]
    [InlineData("part-1", "## Part 1", "<img src=\"data:image/png;base64,AA==\" alt=\"\">", "pictures", null, "The picture <img")]
    [InlineData("part-1", "## Part 1", "[x](#theorie)", "links", 1, "Nothing here has the anchor #theorie")]
    [InlineData("part-1", "## Part 1", "<a href=\"#theorie\">x</a>", "links", 1, "Nothing here has the anchor #theorie")]
    [InlineData("part-1", "## Part 1", "[x]()", "links", 1, "A link leads nowhere")]
    [InlineData("part-1", "## Part 1", "[x](https://localhost/a)", "links", 1, "https://localhost/a is no address")]
    [InlineData("part-1", "## Part 1", "[x](htps://example.org/a)", "links", 1, "htps://example.org/a is no address")]
    [InlineData("part-1", "## Part 1", "![x](attachment:x.png)", "links", 1, "attachment:x.png is no address")]
    [InlineData("part-1", "## Part 1", "[x](nowhere.csv)", "links", 1, "nowhere.csv is not there")]
    [InlineData("part-1", "## Part 1", "[x](/nowhere.csv)", "links", 1, "/nowhere.csv starts at the root")]
    [InlineData("theory", "[[1]](#ref-he2016)", "[[2]](#ref-he2016)", "citations", 3, "The citation [2] has the number 1 in the references (he2016)")]
    [InlineData("theory", "[[1]](#ref-he2016)", "[[1]](#ref-he2016) [[3]](#ref-liu2023)", "citations", 3, "The work liu2023 is cited and not in the chapter's references")]
    [InlineData("theory", "[[1]](#ref-he2016)", "[[1]](#ref-he2016) [[3]](#ref-he2017)", "citations", 3, "data/bibliography.json has no entry \"he2017\"")]
    [InlineData("theory", "[[1]](#ref-he2016)", "[[1]](#ref-he2016) [2]", "citations", 3, "The citation [2] does not name its work: write [[2]](#ref-davies1987)")]
    [InlineData("theory", "[[1]](#ref-he2016)", "[[1]](#ref-he2016) [[2]](#references)", "citations", 3, "The citation [2] does not name its work")]
    [InlineData("theory", "[[1]](#ref-he2016)", "by [He](#ref-he2016)", "citations", 3, "The citation He has the number 1")]
    [InlineData("references", "<a id=\"ref-he2016\"></a>", "", "references", 3, "Reference 1 has no anchor \"ref-he2016\"")]
    [InlineData("references", "Deep residual learning.", "Residual learning.", "references", 3, "Reference 1 (he2016) is not worded")]
    [InlineData("references", "<a id=\"ref-davies1987\"></a>R. B. Davies. *Tests for Hurst effect.*", "The course.", "references", 4, "Reference 2 is no work")]
    [InlineData("references", "ref-davies1987", "ref-he2016", "references", 4, "The references have he2016 twice")]
    [InlineData("theory", @" \tag{9.1}", "", "equations", 5, @"The equation has no number: end it with \tag{9.1}")]
    [InlineData("theory", @"\tag{9.2}", @"\tag{9.3}", "equations", 9, "The equation has the number 9.3 in place of 9.2")]
    [InlineData("theory", @"\tag{9.2}", @"\tag{9.2}\tag{9.3}", "equations", 9, "The equation has several numbers")]
    [InlineData("theory", "\\tag{9.2}\n$$", @"\tag{9.2}", "equations", 9, "The equation does not end")]
    [InlineData("theory", "known ", "known $$x=1$$ ", "equations", 3, "An equation between double dollars stands inside a sentence")]
    [InlineData("theory", "(#eq-9.1)", "(#eq-9.4)", "equations", 7, "No equation has the number 9.4")]
    [InlineData("theory", "[(9.1)]", "[the formula]", "equations", 7, "The reference to an equation reads the formula: write [(9.1)](#eq-9.1)")]
    public void ABrokenRuleIsNamedWithItsLine(string id, string find, string replacement, string rule, int? line, string expected) =>
        Assert.Contains(SoundChapter.Findings(SoundChapter.With(id, find, replacement)), finding =>
            finding.Rule == rule && finding.CellId == id && finding.Line == line && finding.Message.StartsWith(expected, StringComparison.Ordinal));

    [Theory]
    [InlineData("[a](#part-2) [b](#exercise-9.1) [d](https://example.org/a_b?c=d#e) [e](mailto:a@example.org)")]
    [InlineData("<span id=\"here\"></span> [a](#here) [b](#Part-2)")]
    [InlineData("The interval [0, 1], an index [17], `a[1]`, $x[1]$.")]
    [InlineData("```csharp\nvar a = b[1];\n```")]
    public void WhatIsSoundIsLeftAlone(string text) =>
        Assert.Empty(SoundChapter.Findings(SoundChapter.With("part-1", "## Part 1", "## Part 1\n\n" + text)));

    [Fact]
    public void AReferenceIsCited()
    {
        var finding = Assert.Single(SoundChapter.Findings(SoundChapter.With("said", "[[2]](#ref-davies1987)", "")));
        Assert.Equal(("references", "references", 4), (finding.Rule, finding.CellId, finding.Line));
        Assert.StartsWith("Reference 2 (davies1987) is cited nowhere", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ACitationNeedsReferences()
    {
        var json = SoundChapter.Create().ToJson().Replace("\"id\": \"references\"", "\"id\": \"end\"", StringComparison.Ordinal);
        Assert.Contains(SoundChapter.Findings(json), finding =>
            finding is { Rule: "references", CellId: null } && finding.Message.StartsWith("Works are cited, and there is no cell", StringComparison.Ordinal));
    }

    [Fact]
    public void AChapterHasATitle()
    {
        var chapter = SoundChapter.Create();
        foreach (var cell in chapter.Cells.Where(cell => cell.Kind == CellKind.Markdown))
            cell.Source = "text";
        Assert.Contains(SoundChapter.Findings(chapter), finding => finding is { Rule: "headings", CellId: null });
    }

    [Fact]
    public void FilesAndAnchorsBesideTheChapterAreLookedUp()
    {
        var folder = Directory.CreateTempSubdirectory("tortue-");
        try
        {
            File.WriteAllText(Path.Combine(folder.FullName, "01-other.ipynb"), "{}");
            File.WriteAllText(Path.Combine(folder.FullName, "a b.csv"), "");
            var chapter = SoundChapter.With(
                "part-1", "## Part 1", "## Part 1\n\n[a](a%20b.csv) [b](01-other.ipynb) [c](01-other.ipynb#eq-1.1) [d](01-other.ipynb#eq-1.2)");
            var finding = Assert.Single(SoundChapter.Findings(chapter, Path.Combine(folder.FullName, SoundChapter.Path)));
            Assert.Equal(("links", "part-1", 3), (finding.Rule, finding.CellId, finding.Line));
            Assert.StartsWith("Nothing in 01-other.ipynb has the anchor #eq-1.2", finding.Message, StringComparison.Ordinal);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public void AnAttachmentThatIsThereIsSound()
    {
        var node = JsonNode.Parse(SoundChapter.Create().ToJson())!;
        var cell = node["cells"]!.AsArray().Single(cell => (string?)cell!["id"] == "part-1")!.AsObject();
        cell["source"] = new JsonArray("![x](attachment:x.png)");
        cell["attachments"] = new JsonObject { ["x.png"] = new JsonObject { ["image/png"] = "AA==" } };
        Assert.DoesNotContain(SoundChapter.Findings(node.ToJsonString()), finding => finding.Rule == "links");
    }

    [Fact]
    public void WithoutABibliographyItsWordingIsNotChecked()
    {
        var json = SoundChapter.With("references", "Deep residual learning.", "Residual learning.").ToJson();
        var rules = new NotebookChecker(null).CheckFile(json, SoundChapter.Path).Select(finding => finding.Rule);
        Assert.DoesNotContain("references", rules);
    }
}
