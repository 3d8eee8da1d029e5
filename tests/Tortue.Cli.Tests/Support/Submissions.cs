using Tortue.Testing;
using Xunit;

namespace Tortue.Cli.Tests.Support;

/// <summary>A course with the built library and a folder of submissions, and the table that grading them gives.</summary>
internal sealed class Submissions : IDisposable
{
    /// <summary>The first cell of a chapter.</summary>
    public const string Head = """
        #r "../lib/bin/Tortue.dll"
        using Tortue; using Tortue.Exercises; using Tortue.Foundations; using static Tortue.Exercises.Blanks;
        """;

    public const string Right = """
        int StepsPerEpoch(int examples, int batch) => (examples + batch - 1) / batch;
        FoundationsExercises.StepsPerEpoch.Check(StepsPerEpoch)
        """;

    public const string Wrong = """
        int StepsPerEpoch(int examples, int batch) => examples / batch;
        FoundationsExercises.StepsPerEpoch.Check(StepsPerEpoch)
        """;

    public const string Untouched = """
        int StepsPerEpoch(int examples, int batch) => ____;
        FoundationsExercises.StepsPerEpoch.Check(StepsPerEpoch)
        """;

    private const string Folder = "submissions";

    public Submissions()
    {
        Directory.CreateDirectory(Course.PathOf("lib/bin"));
        foreach (var file in Directory.EnumerateFiles(Repository.PathOf("lib/bin")))
            File.Copy(file, Course.PathOf("lib/bin/" + Path.GetFileName(file)));
        Course.WriteNotebook("notebooks/00-foundations.ipynb", Head, Untouched);
        Directory.CreateDirectory(Course.PathOf(Folder));
    }

    public TestCourse Course { get; } = new();

    /// <summary>Adds a notebook with the first cell of a chapter before its own.</summary>
    public void Add(string path, params string[] sources) => Course.WriteNotebook($"{Folder}/{path}", [Head, .. sources]);

    public Task<CommandResult> GradeAsync(params string[] options) => Course.RunAsync(["grade", Folder, .. options]);

    /// <summary>The rows of the table below its header, which has no quoted cells in these tests but the ones that are asked for.</summary>
    public string[] Rows(string table = $"{Folder}/grades.csv") =>
        Course.Read(table).Split("\r\n", StringSplitOptions.RemoveEmptyEntries)[1..];

    /// <summary>The row of one student's exercise 0.4.</summary>
    public string Row(string student) => Assert.Single(
        Rows(), row => row.StartsWith(student + ",", StringComparison.Ordinal) && row.Contains(",0.4 ", StringComparison.Ordinal));

    public void Dispose() => Course.Dispose();
}
