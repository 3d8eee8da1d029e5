using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Tortue.Notebooks.Documents;
using Tortue.Notebooks.Jupyter.Kernelspecs;
using Tortue.Notebooks.Jupyter.Serving;

namespace Tortue.Notebooks.Tests.Chapters;

/// <summary>What CONTRIBUTING.md asks of a chapter's file, as far as the file alone shows it.</summary>
internal static partial class ChapterRules
{
    private const int MostLines = 30;

    private const string FirstLines =
        "#r \"../lib/bin/Tortue.dll\"\n// If the line above fails, build the library once: dotnet build -c Release\nusing Tortue;\n";

    private static readonly string[] Tags =
    [
        "remove-cell", "remove-input", "remove-output", "hide-input", "hide-output", "hide-cell", "raises-exception", "skip-execution",
        "predict", "careful", "exercise", "solution", "instructor",
    ];

    /// <summary>
    /// The metadata of a chapter: what Jupyter and VS Code write into it when they run it with our kernel, key by key, so that running one leaves no
    /// difference in the file. There is nothing else in them for the sake of others. Verso and .NET Interactive go by the kernelspec's language; a
    /// "polyglot_notebook" would hide it from the latter's reader, which does not look into the "kernelInfo" that its own editor writes there.
    /// </summary>
    public static JsonObject Metadata() => new()
    {
        ["kernelspec"] = new JsonObject
        {
            ["display_name"] = Kernelspec.DefaultDisplayName,
            ["language"] = "C#",
            ["name"] = Kernelspec.DefaultName,
        },
        ["language_info"] = new JsonObject(
            KernelInfoHandler.Language().OrderBy(entry => entry.Key, StringComparer.Ordinal)
                .Select(entry => KeyValuePair.Create(entry.Key, entry.Value?.DeepClone()))),
    };

    /// <summary>What is wrong with a chapter, one sentence each; nothing for a sound one.</summary>
    /// <param name="json">The file's text.</param>
    public static IReadOnlyList<string> Broken(string json)
    {
        var document = NotebookDocument.Parse(json, "chapter");
        return [.. File(document, json), .. Cells(document), .. FirstCell(document), .. Exercises(document)];
    }

    /// <summary>The class and the name of the exercise that a code cell checks in its last line; null where it checks none.</summary>
    public static (string Class, string Exercise)? CheckedBy(NotebookCell cell) =>
        cell.Kind == CellKind.Code && LastLine().Match(cell.Source.TrimEnd()) is { Success: true } match
            ? (match.Groups["class"].Value, match.Groups["exercise"].Value)
            : null;

    /// <summary>The number of the exercise that a text asks in its heading; null where it asks none.</summary>
    public static string? AskedBy(NotebookCell cell) =>
        cell.Kind == CellKind.Markdown && Heading().Match(cell.Source) is { Success: true } match ? match.Groups["id"].Value : null;

    private static IEnumerable<string> File(NotebookDocument document, string json)
    {
        var root = JsonNode.Parse(json)!;
        if ((int)root["nbformat"]! != 4 || (int)root["nbformat_minor"]! != 5)
            yield return "The file is not nbformat 4.5.";
        if (document.ToJson() != json)
            yield return "The file is not written as the editor writes it: saving it again changes it.";
        if (root["metadata"]!.ToJsonString() != Metadata().ToJsonString())
            yield return "The metadata are not those that front ends write for our kernel: take them from another chapter.";
        var ids = root["cells"]!.AsArray().Select(cell => (string?)cell!["id"]).ToList();
        if (ids.Contains(null))
            yield return "A cell has no id.";
        foreach (var twice in ids.GroupBy(id => id).Where(same => same.Count() > 1))
            yield return $"Two cells have the id {twice.Key}.";
    }

    private static IEnumerable<string> Cells(NotebookDocument document)
    {
        foreach (var cell in document.Cells)
        {
            if (cell.Outputs.Count > 0 || cell.ExecutionCount is not null)
                yield return $"{cell.Id} has outputs or a count: strip them.";
            var lines = cell.Source.Split('\n').Length;
            if (cell.Kind == CellKind.Code && lines > MostLines)
                yield return $"{cell.Id} has {lines} lines, more than {MostLines}: move what it does to lib.";
            foreach (var tag in cell.Tags.Except(Tags))
                yield return $"{cell.Id} has the tag {tag}, which means nothing.";
        }
    }

    private static IEnumerable<string> FirstCell(NotebookDocument document)
    {
        var first = document.Cells.FirstOrDefault(cell => cell.Kind == CellKind.Code);
        if (first is null || !first.Source.StartsWith(FirstLines, StringComparison.Ordinal)
            || !Usings().IsMatch(first.Source[FirstLines.Length..].TrimEnd()))
            yield return "The first code cell is not that of the other chapters.";
    }

    private static IEnumerable<string> Exercises(NotebookDocument document)
    {
        NotebookCell? before = null;
        foreach (var cell in document.Cells)
        {
            var isExercise = cell.Tags.Contains("exercise");
            if (cell.Kind == CellKind.Markdown && isExercise && AskedBy(cell) is null)
                yield return $"{cell.Id} does not begin with '### Exercise 0.1: what it asks'.";
            if (cell.Kind == CellKind.Code && isExercise && CheckedBy(cell) is null)
                yield return $"{cell.Id} does not end with the check of its exercise.";
            if (cell.Kind == CellKind.Code && isExercise && !cell.Source.Contains("____", StringComparison.Ordinal))
                yield return $"{cell.Id} has no ____ to replace.";
            if (cell.Kind == CellKind.Code && isExercise && (before is null || AskedBy(before) is null || !before.Tags.Contains("exercise")))
                yield return $"{cell.Id} does not follow the text that asks it.";
            if (cell.Kind == CellKind.Code && !isExercise && AnyCheck().IsMatch(cell.Source))
                yield return $"{cell.Id} checks an exercise and is not tagged as one.";
            before = cell;
        }
    }

    [GeneratedRegex(@"(?:\A|\n)(?<class>\w+Exercises)\.(?<exercise>\w+)\.Check\([^\n;]+\)\z")]
    private static partial Regex LastLine();

    [GeneratedRegex(@"Exercises\.\w+\.Check\(")]
    private static partial Regex AnyCheck();

    [GeneratedRegex(@"\A### Exercise (?<id>\d+\.\d+): \S")]
    private static partial Regex Heading();

    [GeneratedRegex(@"\A(using (static )?[\w.]+;\n)+\nCourse\.About\(\)\z")]
    private static partial Regex Usings();
}
