using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using FsCheck;
using FsCheck.Fluent;
using Tortue.Notebooks.Checks;
using Tortue.Notebooks.Documents;
using Xunit;

namespace Tortue.Notebooks.Tests.Checks;

public sealed class NotebookFixerTests
{
    // What texts are made of where numbers may be wrong, missing, names, or beside the point.
    private static readonly string[] Pieces =
    [
        "Some words.", "$$x$$", "$$x.$$  ", @"$$x \tag{ode}$$", @"$$x \tag{9.2}$$", @"$$x \tag{9.2}$$", @"$$x\tag*{7}$$", "$$\nx\n$$", "$$\nx\n\\tag{9.1}\n$$", "$$ x",
        @"$$x\tag{1}\tag{2}$$", "\\begin{align}\nx\n\\end{align}", "> $$x$$", "- item\n\n  $$\n  y\n  $$", "[(ode)](#eq-ode) and [(9.2)](#eq-9.2)", "[(9.1)](#eq-9.1)",
        "[(7)](#eq-7), [the equation](#eq-9.2)", "`[(ode)](#eq-ode)`", "```\n$$x$$\n[[1]](#ref-he2016)\n```", "[[7]](#ref-he2016)", "[[1]](#ref-liu2023) [[0]](#ref-davies1987)",
        "[He](#ref-he2016)", "[[1]](#ref-nobody2000)", "[[1]](#references) [1]", "an equation $$x$$ in words",
    ];

    private static readonly string[] Items =
    [
        "K. He. *Deep residual learning.* CVPR 2016. [arXiv:1512.03385](https://arxiv.org/abs/1512.03385). A remark.", "<a id=\"ref-davies1987\"></a>", "The course's notes.",
        "R. B. Davies. *Tests for Hurst effect.* Biometrika 74 (1987).", "<a id=\"ref-liu2023\"></a>Z. Liu. *Dropout reduces underfitting.* 2023.\n   A remark on a line\n   of its own.",
        "<a id=\"ref-nobody2000\"></a>Nobody.", "Z. Liu: Dropout reduces underfitting", "- a list\n   - in it",
    ];

    [Fact]
    public void ASoundChapterStaysAsItIs()
    {
        var chapter = SoundChapter.Create();
        var before = chapter.ToJson();
        Assert.False(Fix(chapter).Any);
        Assert.Equal(before, chapter.ToJson());
    }

    [Theory]
    [InlineData("$$x$$", @"$$x \tag{9.1}$$")]
    [InlineData("$$x.$$ ", @"$$x. \tag{9.1}$$ ")]
    [InlineData("$$\nx\n$$", "$$\nx \\tag{9.1}\n$$")]
    [InlineData(@"$$x \tag*{ode}$$", @"$$x \tag{9.1}$$")]
    [InlineData("\\begin{align}\nx\n\\end{align}", "\\begin{align}\nx \\tag{9.1}\n\\end{align}")]
    [InlineData("$$x$$\n\n$$y$$", "$$x \\tag{9.1}$$\n\n$$y \\tag{9.2}$$")]
    [InlineData("$$x$$\n\nBy [(ode)](#eq-ode):\n\n$$y \\tag{ode}$$", "$$x \\tag{9.1}$$\n\nBy [(9.2)](#eq-9.2):\n\n$$y \\tag{9.2}$$")]
    [InlineData("$$x \\tag{9.2}$$\n\n[(9.2)](#eq-9.2) [(9.1)](#eq-9.1)\n\n$$y \\tag{9.1}$$", "$$x \\tag{9.1}$$\n\n[(9.1)](#eq-9.1) [(9.2)](#eq-9.2)\n\n$$y \\tag{9.2}$$")]
    [InlineData("$$x \\tag{9.1}$$\n\n[(9.1)](#eq-9.1)\n\n$$y \\tag{9.1}$$", "$$x \\tag{9.1}$$\n\n[(9.1)](#eq-9.1)\n\n$$y \\tag{9.2}$$")]
    [InlineData("`[(ode)](#eq-ode)`\n\n```\n$$x$$\n```", "`[(ode)](#eq-ode)`\n\n```\n$$x$$\n```")]
    public void EquationsAreNumberedAndWhatRefersToThem(string text, string expected)
    {
        var chapter = Chapter([text], []);
        Fix(chapter);
        Assert.Equal(expected, chapter.Cells[0].Source);
    }

    [Fact]
    public void CitationsHaveTheNumberOfTheirReference()
    {
        var chapter = Chapter(["A [[3]](#ref-liu2023), `[[3]](#ref-liu2023)`, [Liu](#ref-liu2023), [[9]](#ref-he2016)."], [Items[0], Items[4]]);
        Assert.Equal(new NotebookFixes(0, 0, 2, 1, 0), Fix(chapter));
        Assert.Equal("A [[2]](#ref-liu2023), `[[3]](#ref-liu2023)`, [Liu](#ref-liu2023), [[1]](#ref-he2016).", chapter.Cells[0].Source);
    }

    [Fact]
    public void ReferencesAreRewrittenFromTheBibliographyAndKeepTheirRemarks()
    {
        var chapter = Chapter(["[[1]](#ref-davies1987)"], [Items[0], Items[2], Items[4]], "\n\nThe rest is ours.");
        Fix(chapter);
        Assert.Equal(
            "## References\n\n"
            + "1. <a id=\"ref-he2016\"></a>K. He, J. Sun. *Deep residual learning.* CVPR 2016. [arXiv:1512.03385](https://arxiv.org/abs/1512.03385). A remark.\n"
            + "2. The course's notes.\n"
            + "3. <a id=\"ref-liu2023\"></a>Z. Liu. *Dropout reduces underfitting.* 2023. A remark on a line of its own.\n"
            + "4. <a id=\"ref-davies1987\"></a>R. B. Davies. *Tests for Hurst effect.* Biometrika 74 (1987), 95–101.\n\nThe rest is ours.",
            chapter.Cells[^1].Source);
        Assert.Equal("[[4]](#ref-davies1987)", chapter.Cells[0].Source);
    }

    [Fact]
    public void AListOfReferencesIsBegun()
    {
        var chapter = Chapter(["[[1]](#ref-liu2023)"], []);
        Fix(chapter);
        Assert.Equal("## References\n\n1. <a id=\"ref-liu2023\"></a>Z. Liu. *Dropout reduces underfitting.* 2023.", chapter.Cells[^1].Source);
    }

    [Fact]
    public void OutputsAndCountsAreStripped()
    {
        var chapter = SoundChapter.Create();
        chapter.Cell("code").Outputs = [new JsonObject { ["name"] = "stdout", ["output_type"] = "stream", ["text"] = new JsonArray("2") }];
        chapter.Cell("progress").ExecutionCount = 4;
        Assert.Equal(new NotebookFixes(0, 0, 0, 0, 2), Fix(chapter));
        Assert.Equal(SoundChapter.Create().ToJson(), chapter.ToJson());
    }

    [Fact]
    public void WithoutABibliographyCitationsStay()
    {
        var chapter = Chapter(["[[7]](#ref-he2016) $$x$$"], [Items[0]]);
        var before = chapter.ToJson();
        Assert.False(new NotebookFixer(null).Fix(chapter, SoundChapter.Path).Any);
        Assert.Equal(before, chapter.ToJson());
    }

    [Fact]
    public void ToMendTwiceChangesNothingMore() => Prop.ForAll(Arb.From(Chapters()), chapter =>
    {
        Fix(chapter);
        var once = chapter.ToJson();
        return !Fix(chapter).Any && chapter.ToJson() == once;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void WhatIsMendedIsSound() => Prop.ForAll(Arb.From(Chapters()), chapter =>
    {
        Fix(chapter);
        // What only an author can know.
        string[] left =
        [
            "An equation between", "The equation does not end", "The equation has several", "No equation has", "The reference to an equation reads",
            "The citation He has", "The work liu2023 is cited", "The citation [1] does not name its work", "data/bibliography.json has no entry",
        ];
        Assert.DoesNotContain(SoundChapter.Findings(chapter), finding =>
            finding.Rule is "equations" or "citations" or "no-outputs" && !left.Any(text => finding.Message.StartsWith(text, StringComparison.Ordinal)));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void CodeAndOtherTextStay() => Prop.ForAll(Arb.From(Chapters()), chapter =>
    {
        var before = chapter.Cells.Select(Bare).ToList();
        Fix(chapter);
        return chapter.Cells.Select(Bare).SequenceEqual(before);
    }).QuickCheckThrowOnFailure();

    // A cell without what may be mended: numbers, tags, the list of references.
    private static string Bare(NotebookCell cell)
    {
        if (cell.Id == "references")
            return cell.Source.Split('\n')[0];
        var text = Regex.Replace(cell.Source, @"\s*\\tag\*?\{[^}]*\}", "");
        text = Regex.Replace(text, @"\[\([^)]*\)\]\(#eq-[^)]*\)|\[\[\d+\]\](?=\(#ref-)", "n");
        return cell.Id + string.Concat(text.Where(character => !char.IsWhiteSpace(character)));
    }

    private static Gen<NotebookDocument> Chapters() =>
        from texts in Gen.Elements(Pieces).ListOf()
        from items in Gen.Elements(Items).ListOf()
        from counts in Gen.Choose(0, 3)
        select Counted(Chapter(texts, items), counts);

    private static NotebookDocument Counted(NotebookDocument chapter, int count)
    {
        chapter.Cells.Single(cell => cell.Kind == CellKind.Code).ExecutionCount = count == 0 ? null : count;
        return chapter;
    }

    private static NotebookFixes Fix(NotebookDocument chapter) => new NotebookFixer(SoundChapter.Bibliography).Fix(chapter, SoundChapter.Path);

    private static NotebookDocument Chapter(IEnumerable<string> texts, IEnumerable<string> items, string behind = "")
    {
        var list = string.Concat(items.Select((item, i) => $"{(i == 0 ? "\n\n" : "\n")}{i + 1}. {item}"));
        var cells = new JsonArray([.. texts.DefaultIfEmpty("").Select((text, i) => (JsonNode)Cell($"text-{i}", text))])
        {
            new JsonObject
            {
                ["cell_type"] = "code",
                ["execution_count"] = null,
                ["id"] = "code",
                ["metadata"] = new JsonObject(),
                ["outputs"] = new JsonArray(),
                ["source"] = "1 + 1",
            },
            Cell("references", "## References" + list + behind),
        };
        return NotebookDocument.Parse(
            new JsonObject { ["cells"] = cells, ["metadata"] = new JsonObject(), ["nbformat"] = 4, ["nbformat_minor"] = 5 }.ToJsonString(), SoundChapter.Path);
    }

    private static JsonObject Cell(string id, string source) =>
        new() { ["cell_type"] = "markdown", ["id"] = id, ["metadata"] = new JsonObject(), ["source"] = source };
}
