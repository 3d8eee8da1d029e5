using Tortue.Notebooks.Checks.Rules;
using Xunit;

namespace Tortue.Notebooks.Tests.Checks;

public sealed class ExerciseRulesTests
{
    [Theory]
    [InlineData("answer", "MyExercises.Half.Check(answer)", "MyExercises.Half.Check(answer);", "exercise-form", "answer", "An exercise ends with its check")]
    [InlineData("answer", "____", "0.5", "exercise-form", "answer", "There is no ____")]
    [InlineData("ask", "### Exercise 9.1: a half", "### A half", "exercise-form", "ask", "An exercise begins with its number")]
    [InlineData("ask", "### Exercise 9.1: a half", "### A half", "exercise-form", "answer", "It does not follow the text")]
    [InlineData("ask", "### Exercise 9.1: a half", "### A half", "exercise-set", null, "Exercise 9.1 of the chapter's set is not asked")]
    [InlineData("code", "1 + 1", "MyExercises.Half.Check(1)", "exercise-form", "code", "It checks an exercise and is not tagged")]
    [InlineData("answer", "MyExercises.Half", "YourExercises.Half", "exercise-set", "answer", "The library has no YourExercises")]
    [InlineData("answer", "MyExercises.Half", "MyExercises.Quarter", "exercise-set", "answer", "MyExercises has no exercise Quarter")]
    [InlineData("answer", "MyExercises.Half", "MyExercises.Third", "exercise-set", "answer", "It checks exercise 9.2 below the text of exercise 9.1")]
    [InlineData("ask", "Exercise 9.1", "Exercise 9.2", "exercise-set", "ask-third", "Exercise 9.2 is asked twice")]
    [InlineData("ask", "Exercise 9.1", "Exercise 9.3", "exercise-set", "ask", "Exercise 9.3 is not in the set")]
    [InlineData("progress", "MyExercises.All", "MyExercises.All;", "exercise-set", "progress", "It does not show how far")]
    public void ABrokenRuleIsNamed(string id, string find, string replacement, string rule, string? cell, string expected) =>
        Assert.Contains(SoundChapter.Findings(SoundChapter.With(id, find, replacement)), finding =>
            finding.Rule == rule && finding.CellId == cell && finding.Message.StartsWith(expected, StringComparison.Ordinal));

    [Fact]
    public void AnExerciseThatIsNotTaggedIsNoticed()
    {
        var chapter = SoundChapter.Create();
        chapter.Cell("ask").Metadata.Remove("tags");
        var finding = Assert.Single(SoundChapter.Findings(chapter));
        Assert.Equal(("exercise-form", "answer"), (finding.Rule, finding.CellId));
    }

    [Fact]
    public void ExercisesStandInTheirOrder()
    {
        var chapter = SoundChapter.Create();
        Swap("ask", "ask-third");
        Swap("answer", "answer-third");
        var finding = Assert.Single(SoundChapter.Findings(chapter));
        Assert.Equal(("exercise-set", "ask-third"), (finding.Rule, finding.CellId));
        Assert.StartsWith("Exercise 9.1 stands behind exercise 9.2", finding.Message, StringComparison.Ordinal);

        void Swap(string one, string other) => (chapter.Cell(one).Source, chapter.Cell(other).Source) = (chapter.Cell(other).Source, chapter.Cell(one).Source);
    }

    [Fact]
    public void TheProgressIsShown()
    {
        var json = SoundChapter.Create().ToJson().Replace("\"id\": \"progress\"", "\"id\": \"end\"", StringComparison.Ordinal);
        var finding = Assert.Single(SoundChapter.Findings(json));
        Assert.Equal("exercise-set", finding.Rule);
        Assert.StartsWith("No cell \"progress\" shows", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void OutsideOfTheCourseTheSetsThatAreNamedCount() =>
        Assert.DoesNotContain(SoundChapter.Findings(SoundChapter.Create(), "mine.ipynb"), finding => finding.Rule == "exercise-set");

    [Fact]
    public void TheLibrarysSetsAreFound()
    {
        var set = Assert.Single(RegisteredExercises.All, set => set.Name == "FoundationsExercises");
        Assert.Equal(0, set.Chapter);
        Assert.Equal("0.1", set.Ids[0]);
        Assert.Equivalent(set.Ids, set.IdOf.Values, strict: true);
    }
}
