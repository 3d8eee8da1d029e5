using Tortue.Display;
using Tortue.Exercises;
using Xunit;

namespace Tortue.Tests.Exercises;

/// <summary>The slot belongs to the whole process, so these tests run alone.</summary>
[Collection(nameof(Experiments.HostSlots))]
public sealed class ExerciseSeedTests : IDisposable
{
    public void Dispose() => AppContext.SetData(NotebookHost.ExerciseSeedSlot, null);

    [Fact]
    public void AGradersSeedGivesEveryStudentTheSameInputsInTurn()
    {
        var first = Drawn("0.1", 7);
        Assert.Equal(first, Drawn("0.1", 7));
        Assert.NotEqual(first, Drawn("0.1", 8));
        Assert.NotEqual(first, Drawn("0.2", 7));
        Assert.Equal(3, first.Distinct().Count());
        Assert.All(first, seed => Assert.True(seed >= 0));
    }

    [Fact]
    public void WithoutOneEachNotebookDrawsItsOwn() => Assert.NotEqual(Drawn("0.1", null), Drawn("0.1", null));

    /// <summary>What three checks of a new exercise draw first.</summary>
    private static int[] Drawn(string id, int? seed)
    {
        AppContext.SetData("Tortue.Host.ExerciseSeed", seed);
        var drawn = new List<int>();
        var exercise = new FunctionExercise<Func<int, int>, int, int>
        {
            Id = id,
            Title = "any",
            Explanation = "",
            Answer = SourceCode.Of<Func<int, int>>(x => x),
            Inputs = random => [random.Next()],
            Call = (f, x) => f(x),
            Arguments = ["x"],
        };
        for (int i = 0; i < 3; i++)
            exercise.Check(x => { drawn.Add(x); return x; });
        return [.. drawn];
    }
}
