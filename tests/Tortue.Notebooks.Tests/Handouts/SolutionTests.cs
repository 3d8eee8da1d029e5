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

    private static HandoutOptions Options(SolutionDisplay solutions) => new() { Solutions = solutions };
}
