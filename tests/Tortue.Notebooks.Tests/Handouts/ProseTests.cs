using FsCheck;
using FsCheck.Fluent;
using Tortue.Notebooks.Handouts.Prose;
using Xunit;
using static Tortue.Notebooks.Tests.Handouts.Handout;

namespace Tortue.Notebooks.Tests.Handouts;

public class ProseTests
{
    [Theory]
    [InlineData("a $x_1 * y_2 * z$ b", "x_1 * y_2 * z")]
    [InlineData("$$x = 1$$", "x = 1")]
    [InlineData("$$\nx = 1\n$$", "x = 1")]
    [InlineData("$$x = \n1$$", "x = \n1")]
    [InlineData("$$ x\n= 1\n$$\ntext", "x\n= 1")]
    [InlineData("text\n$$\nx\n$$\ntext", "x")]
    [InlineData("- item\n\n  $$\n  x\n  $$", "x")]
    [InlineData("> $$\n> x\n> $$", "x")]
    [InlineData("an equation $$x$$ in a sentence", "x")]
    [InlineData("\\begin{align}\na &= b \\\\\nc &= d\n\\end{align}", "\\begin{align}\na &= b \\\\\nc &= d\n\\end{align}")]
    [InlineData("|a|b|\n|-|-|\n|$|x|$|1|", "|x|")]
    [InlineData("$a < b$ and <b>bold</b>", "a < b")]
    public void FormulasKeepTheirTex(string markdown, string tex)
    {
        var formula = Assert.Single(Of(Text(markdown)).QuerySelectorAll("[data-tex]"));
        Assert.Equal(tex, formula.GetAttribute("data-tex"));
        Assert.Equal(tex, formula.TextContent);
    }

    [Theory]
    [InlineData("It costs $5 or $6.")]
    [InlineData("Code `$x$` and \\$y$.")]
    [InlineData("    $$\n    x\n    $$")]
    [InlineData("```\n$$\nx\n$$\n```")]
    public void DollarsThatAreNoFormulas(string markdown) => Assert.Empty(Of(Text(markdown)).QuerySelectorAll("[data-tex]"));

    [Fact]
    public void TextBehindAnEquationIsTextAgain()
    {
        var page = Of(Text("$$\nx\n$$\nBehind.\n\n$$y$$\n\nEnd."));
        Assert.Equal(["Behind.", "End."], page.QuerySelectorAll("main p").Select(p => p.TextContent));
        Assert.Equal(2, page.QuerySelectorAll("div.math-display").Length);
    }

    [Fact]
    public void BoxesInTheirThreeSpellings()
    {
        var page = Of(Text("::: careful\nOne.\n:::\n\n> [!WARNING]\n> Two.\n\n> **Careful.** Three.\n\n> No box."));
        Assert.Equal(3, page.QuerySelectorAll(".box-careful").Length);
        Assert.Single(page.QuerySelectorAll("blockquote"));
        Assert.Equal(2, page.QuerySelectorAll(".box-careful > .box-label").Length);
    }

    [Fact]
    public void FootnotesOfTwoCellsStayApart()
    {
        var page = Of(Text("A[^1].\n\n[^1]: first"), Text("B[^1].\n\n[^1]: second"));
        var aims = page.QuerySelectorAll("a.footnote-ref").Select(link => page.GetElementById(link.GetAttribute("href")![1..])!.TextContent).ToList();
        Assert.StartsWith("first", aims[0].Trim(), StringComparison.Ordinal);
        Assert.StartsWith("second", aims[1].Trim(), StringComparison.Ordinal);
    }

    [Fact]
    public void LinksBetweenNotebooksAreLinksBetweenHandouts()
    {
        var page = Of(Text("[a](05-depth.ipynb) [b](05-depth.ipynb#What%20to-Remember) [c](https://x.org/n.ipynb) [d](#The-Title)\n\n# The title"));
        Assert.Equal(
            ["05-depth.html", "05-depth.html#what-to-remember", "https://x.org/n.ipynb", "#the-title"],
            page.QuerySelectorAll("main p a").Select(link => link.GetAttribute("href")));
    }

    [Fact]
    public void TablesListsAndTasks()
    {
        var page = Of(Text("| a | b |\n|---|--:|\n| 1 | 2 |\n\n- [x] done\n- [ ] open\n\nTerm\n:   Meaning\n\n~~gone~~ 10^5^ H~2~"));
        Assert.NotNull(page.QuerySelector(".table > table"));
        Assert.Equal(2, page.QuerySelectorAll("input[type=checkbox][disabled]").Length);
        Assert.NotNull(page.QuerySelector("dl > dd"));
        Assert.NotNull(page.QuerySelector("del"));
        Assert.Null(page.QuerySelector("main sup, main sub"));
    }

    [Theory]
    [InlineData(@"\alpha_L", "α_L")]
    [InlineData(@"\beta = \tfrac12", "β = ½")]
    [InlineData(@"\lVert h_L \rVert", "‖h_L ‖")]
    [InlineData(@"\mathbb{E}[x^2] \le 1", "E[x^2] ≤ 1")]
    public void FormulasInTitlesAreReadable(string tex, string text)
    {
        var page = Of(Text($"# On ${tex}$"));
        Assert.Equal($"On {text}", page.Title);
        Assert.Equal(tex, page.QuerySelector("h1 .math")!.GetAttribute("data-tex"));
    }

    [Fact]
    public void CodeInATextIsColouredAndEscaped()
    {
        var page = Of(Text("```csharp\nvar x = List<int>();\n```\n\n```html\n<b>&amp;</b>\n```"));
        Assert.Equal("var", page.QuerySelector("pre.code .k")!.TextContent);
        Assert.Equal("<b>&amp;</b>", page.QuerySelectorAll("pre.code")[1].TextContent);
    }

    [Fact]
    public void AnyMarkdownLeavesThePageWhole()
    {
        string[] pieces =
        [
            "$$", "$", "\\begin{align}", "\\end{align}", "\n", "\n\n", "> ", "> [!NOTE]\n", "**Careful**", "- ", "1. ", "# ", "### ", "|a|b|\n|-|-|\n|",
            "```", "```csharp\n", ":::", "::: solution\n", "::: careful T\n", "[^1]", "[^1]: ", "![a](b.png)", "[a](#B c)", "    ", "&lt;", "x", "é", "_", "*", "`", "# Exercise 1.2", "$$a\\tag{1.2}$$",
        ];
        var markdown = Gen.Select(Gen.ArrayOf(Gen.Elements(pieces)), string.Concat).ToArbitrary();
        Prop.ForAll(markdown, markdown, (first, second) =>
        {
            var page = Of(Text(first, "exercise"), Text(second), Code("last"));
            var ids = page.QuerySelectorAll("[id]").Select(element => element.Id).ToList();
            return ids.Distinct().Count() == ids.Count
                && page.QuerySelector("body > .page > main > .cell#cell-c3 > pre.code") is not null
                && page.QuerySelector("body > footer") is not null;
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void AnyHeadingsGetIdsOfTheirOwnAndNoLevelIsSkipped() =>
        Prop.ForAll<(int Level, string? Text)[]>(wanted =>
        {
            var register = new HeadingRegister(new PageIds());
            var given = wanted.Select(heading => register.Add(1 + Math.Abs(heading.Level % 6), heading.Text ?? "", heading.Text ?? "", "", inContents: true)).ToList();
            var levels = given.Select(heading => heading.Level).Prepend(1).ToList();
            return given.Select(heading => heading.Id).Distinct().Count() == given.Count
                && given.All(heading => heading.Id.Length > 0 && !heading.Id.Any(char.IsWhiteSpace))
                && given.Count(heading => heading.Level == 1) <= 1
                && levels.Zip(levels.Skip(1)).All(pair => pair.Second <= pair.First + 1);
        }).QuickCheckThrowOnFailure();
}
