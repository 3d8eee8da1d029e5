using FsCheck;
using FsCheck.Fluent;
using Xunit;
using static Tortue.Notebooks.Tests.Handouts.Handout;

namespace Tortue.Notebooks.Tests.Handouts;

/// <summary>Equations and exercises can be linked to by their numbers.</summary>
public class NumberTests
{
    [Theory]
    [InlineData("$$x = 1 \\tag{6.3}$$", "eq-6.3")]
    [InlineData("$$\nx = 1\n\\tag{6.3}\n$$", "eq-6.3")]
    [InlineData("$$x \\tag*{ 10.12 }$$", "eq-10.12")]
    [InlineData("$$x \\tag{ode}$$", "eq-ode")]
    public void AnEquationWithANumberIsFoundByIt(string markdown, string id)
    {
        var page = Of(Text($"See [(n)](#{id}).\n\n{markdown}"));
        Assert.Equal("math math-display", page.GetElementById(id)!.ClassName);
        Assert.Equal("#" + id, page.QuerySelector("main p a")!.GetAttribute("href"));
    }

    [Fact]
    public void EveryLineOfAnEnvironmentHasItsNumber()
    {
        var page = Of(Text("\\begin{align}\na &= b \\tag{1.1} \\\\\nc &= d \\tag{1.2}\n\\end{align}"));
        Assert.Equal("div", page.GetElementById("eq-1.1")!.LocalName);
        Assert.Same(page.GetElementById("eq-1.1"), page.GetElementById("eq-1.2")!.NextElementSibling);
    }

    [Fact]
    public void OfTwoEquationsWithOneNumberTheFirstIsFound()
    {
        var page = Of(Text("$$a \\tag{1.1}$$\n\n$$b \\tag{1.1}$$"), Text("$$c \\tag{1.1}$$"));
        Assert.StartsWith("a", Assert.Single(page.QuerySelectorAll("[id='eq-1.1']")).TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void AnEquationWithoutANumberHasNoId() => Assert.False(Of(Text("$$x$$")).QuerySelector(".math-display")!.HasAttribute("id"));

    [Fact]
    public void ALinkToAnotherChaptersEquationLeadsToItsHandout() => Assert.Equal(
        "06-alpha-scaling.html#eq-6.3",
        Of(Text("[(6.3)](06-alpha-scaling.ipynb#eq-6.3)")).QuerySelector("main p a")!.GetAttribute("href"));

    [Fact]
    public void AnExerciseIsFoundByItsNumberAndByItsHeading()
    {
        var page = Of(Text("[one](#exercise-6.3) [two](#Exercise-6.3:-a-sum) [ref](#ref-he2016)"), Text("### Exercise 6.3: a sum", "exercise"));
        Assert.Equal(
            ["#exercise-6.3", "#exercise-6-3-a-sum", "#ref-he2016"], page.QuerySelectorAll("main p a").Select(link => link.GetAttribute("href")));
        var heading = page.QuerySelector("main h2")!;
        Assert.Equal("exercise-6-3-a-sum", heading.Id);
        Assert.Same(heading, page.GetElementById("exercise-6.3")!.ParentElement);
    }

    [Fact]
    public void ExercisesAreAListOfTheirOwnInTheContents()
    {
        var page = Of(Text("# T\n\n## One\n\n### Exercise 1.1: a\n\n## Two\n\n### Exercise 1.2: b"));
        Assert.Equal(["One", "Two"], page.QuerySelectorAll("nav ol.sections a").Select(link => link.TextContent));
        var exercises = page.QuerySelector("nav details.exercises")!;
        Assert.Equal("Exercises (2)", exercises.QuerySelector("summary")!.TextContent);
        Assert.Equal(["Exercise 1.1: a", "Exercise 1.2: b"], exercises.QuerySelectorAll("a").Select(link => link.TextContent));
        Assert.False(exercises.HasAttribute("open"));
    }

    [Fact]
    public void TheSameTextHasTheSameIdsWhateverStandsBehindIt() =>
        Prop.ForAll(Gen.ArrayOf(Gen.Choose(1, 5)).ToArbitrary(), Gen.ArrayOf(Gen.Choose(1, 5)).ToArbitrary(), (first, second) =>
        {
            string[] Ids(int[] numbers) => [.. Of([.. numbers.Select(n => Text($"## Section {n}\n\n$$x \\tag{{1.{n}}}$$\n\n### Exercise 1.{n}"))])
                .QuerySelectorAll("main [id]").Select(element => element.Id!)];
            var before = Ids(first);
            var after = Ids([.. first, .. second]);
            return before.Distinct().Count() == before.Length && before.SequenceEqual(after.Take(before.Length)) && after.Distinct().Count() == after.Length;
        }).QuickCheckThrowOnFailure();
}
