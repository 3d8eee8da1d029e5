using System.Text.Json.Nodes;
using Tortue.Cli.Tests.Support;
using Tortue.Notebooks.Documents;

namespace Tortue.Cli.Tests.Update;

/// <summary>Small courses, older and newer ones, and what a student makes of them.</summary>
internal static class Versions
{
    public const string Starter = "var answer = ____;\nSomeExercises.One.Check(answer)";
    public const string Answer = "var answer = 42 /* ha */;\nSomeExercises.One.Check(answer)";

    /// <summary>A notebook with prose, an exercise <c>ex1</c>, and another <c>ex2</c>.</summary>
    public static string Chapter(string prose, string first = Starter, string second = "var other = ____;", bool hasRun = false)
    {
        var notebook = JsonNode.Parse(TestCourse.Notebook(prose, first, second))!;
        foreach (var (index, id) in new[] { (1, "ex1"), (2, "ex2") })
        {
            var cell = notebook["cells"]![index]!;
            cell["id"] = id;
            cell["metadata"] = new JsonObject { ["tags"] = new JsonArray("exercise") };
        }
        if (hasRun)
        {
            notebook["cells"]![0]!["execution_count"] = 1;
            notebook["cells"]![0]!["outputs"]!.AsArray().Add((JsonNode)FakeEngine.Stream("a run"));
        }
        return NotebookDocument.Parse(notebook.ToJsonString(), "test").ToJson();
    }

    /// <summary>Writes a course: two chapters, sources, data.</summary>
    /// <param name="root">An existing folder.</param>
    /// <param name="prose">What the chapters say, and the sources.</param>
    public static void Write(string root, string prose)
    {
        WriteFile(root, "Tortue.slnx", $"<Solution><!-- {prose} --></Solution>");
        WriteFile(root, "global.json", "{}");
        WriteFile(root, "README.md", prose);
        WriteFile(root, "notebooks/00-a.ipynb", Chapter(prose));
        WriteFile(root, "notebooks/01-b.ipynb", Chapter(prose));
        WriteFile(root, "lib/Tortue/Library.cs", $"// {prose}");
        WriteFile(root, "data/results/one.standard.json", $"\"{prose}\"");
    }

    public static void WriteFile(string root, string file, string text)
    {
        var path = Path.Combine(root, file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }

    /// <summary>Everything below a folder but what git keeps, by its path.</summary>
    public static SortedDictionary<string, string> Files(string root) => new(
        Directory.EnumerateFiles(root, "*", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(root, path).Replace('\\', '/'))
            .Where(file => !file.StartsWith(".git/", StringComparison.Ordinal))
            .ToDictionary(file => file, file => File.ReadAllText(Path.Combine(root, file))),
        StringComparer.Ordinal);
}
