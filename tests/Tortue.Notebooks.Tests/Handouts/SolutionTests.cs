using Tortue.Notebooks.Documents;
using Tortue.Notebooks.Handouts;
using Xunit;
using static Tortue.Notebooks.Tests.Handouts.Handout;

namespace Tortue.Notebooks.Tests.Handouts;

public class SolutionTests
{
    private const string Region = """
        int Twice(int x)
        {
            // BEGIN SOLUTION
            return 2 * x;
            // END SOLUTION
        }
        Twice(21)
        """;

    [Fact]
    public void NoneLeavesNoTrace()
    {
        var page = Of(Options(SolutionDisplay.None), Text("The answer: forty-two.", "solution"), Code(Region, [Stream("42")]));
        var text = page.QuerySelector("main")!.TextContent;
        Assert.DoesNotContain("forty-two", text, StringComparison.Ordinal);
        Assert.DoesNotContain("2 * x", text, StringComparison.Ordinal);
        Assert.DoesNotContain("42", text, StringComparison.Ordinal);
        Assert.DoesNotContain("SOLUTION", text, StringComparison.Ordinal);
        Assert.Contains("    // Your code here\n}", page.QuerySelector("pre.code")!.TextContent, StringComparison.Ordinal);
        Assert.Null(page.QuerySelector(".box-solution"));
    }

    [Fact]
    public void FoldedKeepsThemBehindALine()
    {
        var page = Of(Options(SolutionDisplay.Folded), Text("The answer: forty-two.", "solution"), Code(Region, [Stream("42")]));
        var boxes = page.QuerySelectorAll("details.box-solution");
        Assert.Equal(2, boxes.Length);
        Assert.All(boxes, box => Assert.False(box.HasAttribute("open")));
        Assert.All(boxes, box => Assert.Equal("Solution", box.QuerySelector("summary")!.TextContent));
        Assert.Contains("forty-two", boxes[0].TextContent, StringComparison.Ordinal);
        Assert.Contains("return 2 * x;", boxes[1].TextContent, StringComparison.Ordinal);
        Assert.Equal("42", boxes[1].QuerySelector("pre.stream")!.TextContent);
        Assert.Single(page.QuerySelectorAll("pre.stream"));
        Assert.Contains("Your code here", page.QuerySelector("#cell-c2 > pre.code")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("SOLUTION", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void ShownShowsThem()
    {
        var page = Of(Options(SolutionDisplay.Shown), Text("The answer: forty-two.", "solution"), Code(Region, [Stream("42")]));
        Assert.Contains("forty-two", page.QuerySelector("section.box-solution")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("{\n    return 2 * x;\n}", page.QuerySelector("pre.code")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("SOLUTION", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("42", page.QuerySelector("pre.stream")!.TextContent);
    }

    [Theory]
    [InlineData(SolutionDisplay.None)]
    [InlineData(SolutionDisplay.Folded)]
    [InlineData(SolutionDisplay.Shown)]
    public void BoxesInTextFollowTheSameChoice(SolutionDisplay solutions)
    {
        var page = Of(Options(solutions), Text("Before.\n\n::: solution\nIt is seven.\n:::\n\nAfter."));
        var box = page.QuerySelector(".box-solution");
        Assert.Equal(solutions switch { SolutionDisplay.None => null, SolutionDisplay.Folded => "details", _ => "section" }, box?.LocalName);
        Assert.Contains("After.", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void ACellThatIsAnExerciseAndASolutionIsASolution()
    {
        var page = Of(Options(SolutionDisplay.None), Code("Answer()", [], "exercise", "solution"));
        Assert.Null(page.QuerySelector("pre.code"));
    }

    [Fact]
    public void AnErrorInASolutionIsStillSaid()
    {
        var page = Of(Options(SolutionDisplay.None), Code(Region, [Error("E", "m")]));
        Assert.NotNull(page.QuerySelector(".error"));
    }

    [Fact]
    public void TheSolutionOfAnExerciseStandsBelowItsCell()
    {
        var shown = Of(Options(SolutionDisplay.Shown), Exercise());
        var box = shown.QuerySelector(".box-exercise section.box-solution")!;
        Assert.Equal("c2", box.Closest(".cell")!.Id!["cell-".Length..]);
        Assert.Equal("z => Math.Exp(z < 0 ? -z : z)", box.QuerySelector("pre.code")!.TextContent);
        Assert.NotEmpty(box.QuerySelectorAll("pre.code span"));
        Assert.Equal("It is <always> e^|z|, as z says.", box.QuerySelector(".box-body > p")!.TextContent);
        Assert.Equal("z", box.QuerySelector("p > code")!.TextContent);
        Assert.Equal("Not attempted yet", box.PreviousElementSibling!.TextContent.Trim());

        var folded = Of(Options(SolutionDisplay.Folded), Exercise()).QuerySelector(".box-exercise details.box-solution")!;
        Assert.False(folded.HasAttribute("open"));
        Assert.Equal("Solution", folded.QuerySelector("summary")!.TextContent);
        Assert.Equal(box.QuerySelector(".box-body")!.InnerHtml, folded.QuerySelector(".box-body")!.InnerHtml);

        var none = Of(Options(SolutionDisplay.None), Exercise());
        Assert.Null(none.QuerySelector(".box-solution"));
        Assert.DoesNotContain("Math.Exp", none.DocumentElement.OuterHtml, StringComparison.Ordinal);
        Assert.DoesNotContain("always", none.DocumentElement.OuterHtml, StringComparison.Ordinal);
    }

    [Fact]
    public void SeveralSolutionsOfOneCellAreToldApart()
    {
        var notebook = Exercise();
        notebook.Cells[1].Solutions = [.. notebook.Cells[1].Solutions, new("0.2", "two", "2", "")];
        Assert.Equal(
            ["Solution 0.1", "Solution 0.2"],
            Of(Options(SolutionDisplay.Folded), notebook).QuerySelectorAll("summary").Select(line => line.TextContent));
    }

    [Fact]
    public void ACellThatIsASolutionGetsNoSecondOne()
    {
        var notebook = Notebook(Code("Check(2)", [], "solution"));
        notebook.Cells[0].Solutions = [new("0.1", "one", "1", "")];
        Assert.Single(Of(Options(SolutionDisplay.Shown), notebook).QuerySelectorAll(".box-solution"));
    }

    private static NotebookDocument Exercise()
    {
        var notebook = Notebook(
            Text("Which function is it?", "exercise"), Code("Check(f)", [Stream("Not attempted yet")], "exercise"), Code("Next()"));
        notebook.Cells[1].Solutions = [new("0.1", "one", "z => Math.Exp(z < 0 ? -z : z)", "It is <always> e^|z|, as `z` says.")];
        return notebook;
    }

    private static HandoutOptions Options(SolutionDisplay solutions) => new() { Solutions = solutions };
}
