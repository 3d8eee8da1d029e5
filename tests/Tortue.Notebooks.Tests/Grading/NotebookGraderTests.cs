using System.Text.Json.Nodes;
using Tortue.Exercises;
using Tortue.Notebooks.Documents;
using Tortue.Notebooks.Grading;
using Tortue.Testing;
using Xunit;

namespace Tortue.Notebooks.Tests.Grading;

public sealed class NotebookGraderTests : IDisposable
{
    private const string Head = """
        #r "../lib/bin/Tortue.dll"
        using Tortue.Exercises; using Tortue.Foundations; using static Tortue.Exercises.Blanks;
        """;

    /// <summary>An exercise whose message tells the input that was drawn.</summary>
    private const string Own = """
        var own = new FunctionExercise<Func<double, double>, double, double>
        {
            Id = "own", Title = "own", Explanation = "", Answer = SourceCode.Of<Func<double, double>>(x => x),
            Inputs = random => [random.Next()], Call = (f, x) => f(x), Arguments = ["x"],
        };
        own.Check(x => -1);
        own.Check(x => -1);
        """;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("tortue-grader-");

    private static string Library => Path.Combine(Repository.Root, "lib", "bin");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task CellsThatFailDoNotStopTheOthersAndTheLibraryIsTheCoursesOwn()
    {
        var events = await Grade(null, "int x = \"no\";", Head, "throw new FormatException(\"no\");", """
            int StepsPerEpoch(int examples, int batch) => (examples + batch - 1) / batch;
            FoundationsExercises.StepsPerEpoch.Check(StepsPerEpoch)
            """, """
            int BestEpoch(double[] losses, int patience) => ____;
            FoundationsExercises.BestEpoch.Check(BestEpoch)
            """);
        Assert.Equal(
            [(1, "CompilationError"), (3, "FormatException")],
            events.Where(one => one.Kind == GradingEventKind.Failed).Select(one => (one.Cell, one.Error)));
        Assert.Equal(
            [("0.4", ExerciseState.Correct, 1), ("0.5", ExerciseState.NotAttempted, 0)],
            events.Where(one => one.Kind == GradingEventKind.Checked).Select(one => (one.Exercise, one.State, one.Attempts)));
        Assert.Equal(10, events.Count(one => one.Kind == GradingEventKind.Listed));
        Assert.Equal(GradingEventKind.Ended, events[^1].Kind);
    }

    [Theory]
    [InlineData("Tortue.dll")]
    [InlineData(@"C:\course\lib\bin\Tortue.dll")]
    [InlineData("/home/alice/course/lib/bin/Tortue.dll")]
    public async Task WhereverTheReferenceLeadsTheLibraryIsTheCoursesOwn(string reference)
    {
        var events = await Grade(null, $"#r \"{reference}\"\nTortue.Course.About()");
        Assert.DoesNotContain(events, one => one.Kind == GradingEventKind.Failed);
    }

    [Fact]
    public async Task OneSeedAlwaysDrawsTheSameAndEachCheckDrawsAnew()
    {
        var first = await Messages(1);
        Assert.Equal(first, await Messages(1));
        Assert.NotEqual(first, await Messages(2));
        Assert.NotEqual(first[0], first[1]);
        Assert.NotEqual(await Messages(null), await Messages(null));
    }

    [Fact]
    public async Task WhatIsNoNotebookIsSaidSo()
    {
        var path = Path.Combine(_folder.FullName, "a.ipynb");
        File.WriteAllText(path, "{");
        var said = Assert.Single(await Grade(path, null));
        Assert.Equal(GradingEventKind.NotNotebook, said.Kind);
        Assert.StartsWith("a.ipynb is not valid JSON", said.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void AnotherClassNamedLikeExercisesHasNone() =>
        Assert.Empty(KnownExercises.NamedIn(
            NotebookDocument.Parse(Notebook("using static Tortue.Exercises.Blanks; MyExercises.All"), "a")));

    private async Task<string[]> Messages(int? seed) =>
        [.. (await Grade(seed, Head, Own)).Where(one => one.Kind == GradingEventKind.Checked).Select(one => one.Message)];

    private Task<IReadOnlyList<GradingEvent>> Grade(int? seed, params string[] sources)
    {
        var path = Path.Combine(_folder.FullName, $"{Guid.NewGuid():N}.ipynb");
        File.WriteAllText(path, Notebook(sources));
        return Grade(path, seed);
    }

    private static async Task<IReadOnlyList<GradingEvent>> Grade(string path, int? seed)
    {
        using (var journal = new GradingJournal(path + ".journal"))
        {
            var grader = new NotebookGrader(new NotebookGraderOptions { LibraryFolder = Library, Seed = seed });
            await grader.RunAsync(path, journal, TestContext.Current.CancellationToken);
        }

        return GradingJournal.Read(path + ".journal");
    }

    private static string Notebook(params string[] sources) => new JsonObject
    {
        ["cells"] = new JsonArray([.. sources.Select(source => (JsonNode)new JsonObject
        {
            ["cell_type"] = "code", ["metadata"] = new JsonObject(), ["outputs"] = new JsonArray(), ["source"] = source,
        })]),
        ["metadata"] = new JsonObject(),
        ["nbformat"] = 4,
        ["nbformat_minor"] = 4,
    }.ToJsonString();
}
