using Tortue.Notebooks.Handouts;
using Xunit;
using static Tortue.Notebooks.Tests.Handouts.Handout;

namespace Tortue.Notebooks.Tests.Handouts;

public class TagTests
{
    [Theory]
    [InlineData("remove-cell", false, false)]
    [InlineData("remove-input", false, true)]
    [InlineData("remove-output", true, false)]
    [InlineData("unknown", true, true)]
    public void TagsThatRemove(string tag, bool hasCode, bool hasOutput)
    {
        var page = Of(Code("var kept = 1;", [Stream("printed")], tag));
        Assert.Equal(hasCode, page.QuerySelector("pre.code") is not null);
        Assert.Equal(hasOutput, page.QuerySelector("pre.stream") is not null);
    }

    [Theory]
    [InlineData("hide-input", true, false)]
    [InlineData("hide-output", false, true)]
    [InlineData("hide-cell", true, true)]
    public void TagsThatFold(string tag, bool foldsCode, bool foldsOutput)
    {
        var page = Of(Code("var kept = 1;", [Stream("printed")], tag));
        Assert.Equal(foldsCode, page.QuerySelector("details.fold pre.code") is not null);
        Assert.Equal(foldsOutput, page.QuerySelector("details.fold pre.stream") is not null);
        Assert.NotNull(page.QuerySelector("pre.code"));
        Assert.NotNull(page.QuerySelector("pre.stream"));
        Assert.False(page.QuerySelector("details.fold")!.HasAttribute("open"));
    }

    [Theory]
    [InlineData("remove-output")]
    [InlineData("hide-output")]
    [InlineData("hide-cell")]
    public void AnErrorIsNeverHidden(string tag)
    {
        var page = Of(Code("Throw()", [Error("E", "m")], tag));
        Assert.NotNull(page.QuerySelector(".error"));
        Assert.Null(page.QuerySelector("details .error"));
    }

    [Theory]
    [InlineData("careful", "Careful")]
    [InlineData("predict", "Predict")]
    [InlineData("exercise", "Exercise")]
    public void TagsThatMakeBoxes(string tag, string label)
    {
        var box = Of(Text("Some text.", tag)).QuerySelector($"section.box.box-{tag}")!;
        Assert.Equal(label, box.GetAttribute("aria-label"));
        Assert.Equal(label, box.QuerySelector(".box-label")!.TextContent);
    }

    [Fact]
    public void ABoxThatNamesItselfGetsNoSecondHeading()
    {
        Assert.Null(Of(Text("**Careful:** text.", "careful")).QuerySelector(".box-label"));
        Assert.Null(Of(Text("### Exercise 3: a mean", "exercise")).QuerySelector(".box-label"));
        Assert.NotNull(Of(Text("Carefully chosen.", "careful")).QuerySelector(".box-label"));
    }

    [Fact]
    public void CodeContinuesTheBoxOfItsText()
    {
        var page = Of(
            Text("One.", "exercise"), Code("Check(1)", [], "exercise"), Text("Two.", "exercise"), Code("Check(2)", [], "exercise"), Code("Outside()"));
        Assert.Equal(2, page.QuerySelectorAll(".box-exercise").Length);
        Assert.All(page.QuerySelectorAll(".box-exercise"), box => Assert.Single(box.QuerySelectorAll("pre.code")));
        Assert.Null(page.GetElementById("cell-c5")!.Closest(".box"));
    }

    [Fact]
    public void InstructorsNotesAreShownOnRequest()
    {
        var notes = Text("# Secret heading\n\nAsk the room.", "instructor");
        Assert.DoesNotContain("Ask the room", Of(notes).Body!.TextContent, StringComparison.Ordinal);
        var shown = Of(new HandoutOptions { Variant = HandoutVariant.Instructor }, Text("Ask the room.", "instructor"));
        Assert.Contains("Ask the room", shown.QuerySelector(".box-instructor")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void AHeadingThatIsLeftOutIsNotInTheContents()
    {
        var page = Of(Text("# T\n\n## Kept"), Text("## Dropped", "instructor"), Text("## Removed", "remove-cell"), Text("## Folded", "solution"));
        Assert.Equal(["Kept"], page.QuerySelectorAll("nav.contents a").Select(link => link.TextContent));
    }
}
