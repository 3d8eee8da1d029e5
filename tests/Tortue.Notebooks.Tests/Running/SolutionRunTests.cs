using Tortue.Notebooks.Documents;
using Tortue.Notebooks.Running;
using Tortue.Notebooks.Tests.Handouts;
using Tortue.Testing;
using Xunit;

namespace Tortue.Notebooks.Tests.Running;

/// <summary>Solutions leave the library only where a run asks for them, and never enter the file.</summary>
public sealed class SolutionRunTests
{
    private static readonly string[] Cells =
    [
        $$"""
        #r "{{Path.Combine(Repository.Root, "lib", "bin", "Tortue.dll")}}"
        using Tortue.Exercises; using static Tortue.Exercises.Blanks;
        var own = new ValueExercise<double> { Id = "9.1", Title = "the answer", Explanation = "Six times seven.", Answer = SourceCode.Of(6.0 * 7) };
        """,
        "own.Check(____);\nown.Check(41)",
        "own.Hint()",
    ];

    [Fact]
    public async Task ARunThatAsksForSolutionsGetsEachOnceAndTheFileDoesNotHoldThem()
    {
        var asked = await Run(solutions: true);
        var plain = await Run(solutions: false);
        Assert.Empty(asked.Cells[0].Solutions);
        Assert.Equal([new ExerciseSolution("9.1", "the answer", "6.0 * 7", "Six times seven.")], asked.Cells[1].Solutions);
        Assert.Empty(asked.Cells[2].Solutions);
        Assert.All(plain.Cells, cell => Assert.Empty(cell.Solutions));
        Assert.Equal(plain.ToJson(), asked.ToJson());
        Assert.DoesNotContain("Six times seven", asked.Cells[1].Outputs.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task AnotherRunForgetsThem()
    {
        var document = await Run(solutions: true);
        await Run(document, solutions: false);
        Assert.Empty(document.Cells[1].Solutions);
    }

    private static Task<NotebookDocument> Run(bool solutions) =>
        Run(Handout.Notebook([.. Cells.Select(source => Handout.Code(source))]), solutions);

    private static async Task<NotebookDocument> Run(NotebookDocument document, bool solutions)
    {
        var result = await new NotebookRunner(new NotebookRunnerOptions { Solutions = solutions })
            .RunAsync(document, Path.GetTempPath(), progress: null, TestContext.Current.CancellationToken);
        Assert.Null(result.Failure);
        return document;
    }
}
