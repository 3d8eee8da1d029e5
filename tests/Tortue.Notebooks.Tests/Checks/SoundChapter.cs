using System.Text.Json.Nodes;
using Tortue.Notebooks.Bibliography;
using Tortue.Notebooks.Checks;
using Tortue.Notebooks.Checks.Rules;
using Tortue.Notebooks.Documents;

namespace Tortue.Notebooks.Tests.Checks;

/// <summary>A chapter that keeps every rule, for tests to break one.</summary>
internal static class SoundChapter
{
    public const string Path = "09-sound.ipynb";

    private const string Setup =
        "#r \"../lib/bin/Tortue.dll\"\n// If the line above fails, build the library once: dotnet build -c Release\nusing Tortue;\nusing static TorchSharp.torch;\n\n"
        + "Course.About()";

    private const string Theory =
        "## Theory\n\nIt is known [[1]](#ref-he2016) that\n\n$$x = 1. \\tag{9.1}$$\n\nBy [(9.1)](#eq-9.1) and [above](#theory), also $[1]$ and `[1]`:\n\n$$\ny = 2\n\\tag{9.2}\n$$";

    private const string References =
        "## References\n\n"
        + "1. <a id=\"ref-he2016\"></a>K. He, J. Sun. *Deep residual learning.* CVPR 2016. [arXiv:1512.03385](https://arxiv.org/abs/1512.03385). Read it.\n"
        + "2. <a id=\"ref-davies1987\"></a>R. B. Davies. *Tests for Hurst effect.* Biometrika 74 (1987), 95–101.";

    /// <summary>A bibliography of three works, of which the chapter cites two.</summary>
    public static BibliographyFile Bibliography { get; } = BibliographyFile.Parse(
        """
        [
          {
            "id": "davies1987", "type": "article-journal", "title": "Tests for Hurst effect", "author": [{ "family": "Davies", "given": "R. B." }],
            "issued": { "date-parts": [[1987]] }, "container-title": "Biometrika", "volume": "74", "page": "95–101"
          },
          {
            "id": "he2016", "type": "paper-conference", "title": "Deep residual learning",
            "author": [{ "family": "He", "given": "K." }, { "family": "Sun", "given": "J." }], "issued": { "date-parts": [[2016]] },
            "container-title": "CVPR", "archive": "arXiv", "archive_location": "1512.03385"
          },
          {
            "id": "liu2023", "type": "article", "title": "Dropout reduces underfitting", "author": [{ "family": "Liu", "given": "Z." }],
            "issued": { "date-parts": [[2023]] }
          }
        ]
        """,
        "data/bibliography.json");

    /// <summary>The chapter, to be changed.</summary>
    public static NotebookDocument Create()
    {
        var cells = new JsonArray(
            Text("title", "# A chapter", "slide"),
            Code("setup", Setup, "skip"),
            Text("theory", Theory, "slide"),
            Code("code", "1 + 1", null),
            Text("ask", "### Exercise 9.1: a half\n\nWhat is a half?", "slide", "exercise"),
            Code("answer", "double answer = ____;\n\nMyExercises.Half.Check(answer)", "skip", "exercise"),
            Text("ask-third", "### Exercise 9.2: a third\n\nWhat is a third?", "skip", "exercise"),
            Code("answer-third", "double third = ____;\n\nMyExercises.Third.Check(third)", "skip", "exercise"),
            Text("said", "As said before [[2]](#ref-davies1987).", "notes"));
        for (var i = 1; i <= 7; i++)
            cells.Add(Text($"part-{i}", $"## Part {i}\n\n![A curve](data:image/png;base64,AA==)", i == 7 ? "subslide" : "slide"));
        cells.Add(Code("progress", "MyExercises.All", "skip"));
        cells.Add(Text("references", References, "skip"));
        return NotebookDocument.Parse(
            new JsonObject { ["cells"] = cells, ["metadata"] = MetadataRule.Metadata(), ["nbformat"] = 4, ["nbformat_minor"] = 5 }.ToJsonString(), Path);
    }

    /// <summary>The chapter with another text in a cell, which must have the one that is replaced.</summary>
    public static NotebookDocument With(string id, string find, string replacement)
    {
        var chapter = Create();
        var cell = chapter.Cell(id);
        Xunit.Assert.Contains(find, cell.Source, StringComparison.Ordinal);
        cell.Source = cell.Source.Replace(find, replacement, StringComparison.Ordinal);
        return chapter;
    }

    /// <summary>The cell with an id.</summary>
    public static NotebookCell Cell(this NotebookDocument chapter, string id) => chapter.Cells.Single(cell => cell.Id == id);

    /// <summary>What breaks a rule, all rules of files.</summary>
    public static IReadOnlyList<CheckFinding> Findings(NotebookDocument chapter, string path = Path) => Findings(chapter.ToJson(), path);

    /// <summary>What breaks a rule, all rules of files.</summary>
    public static IReadOnlyList<CheckFinding> Findings(string json, string path = Path)
    {
        var my = new RegisteredExercises(
            "MyExercises", ["9.1", "9.2"], new Dictionary<string, string> { ["Half"] = "9.1", ["Third"] = "9.2" });
        var chapter = new CheckedChapter(NotebookDocument.Parse(json, path), json, path, other => new HashSet<string> { "eq-1.1" }) { Bibliography = Bibliography };
        return [.. NotebookRules.OfFiles.SelectMany(rule => (rule is ExerciseSetRule ? new ExerciseSetRule([my]) : rule).Check(chapter))];
    }

    private static JsonObject Text(string id, string source, string? slide, params string[] tags) => new()
    {
        ["cell_type"] = "markdown",
        ["id"] = id,
        ["metadata"] = Metadata(slide, tags),
        ["source"] = Lines(source),
    };

    private static JsonObject Code(string id, string source, string? slide, params string[] tags) => new()
    {
        ["cell_type"] = "code",
        ["execution_count"] = null,
        ["id"] = id,
        ["metadata"] = Metadata(slide, tags),
        ["outputs"] = new JsonArray(),
        ["source"] = Lines(source),
    };

    private static JsonObject Metadata(string? slide, string[] tags)
    {
        var metadata = new JsonObject();
        if (slide is not null)
            metadata["slideshow"] = new JsonObject { ["slide_type"] = slide };
        if (tags.Length > 0)
            metadata["tags"] = new JsonArray([.. tags.Select(tag => (JsonNode)tag)]);
        return metadata;
    }

    private static JsonArray Lines(string source) =>
        [.. source.Split('\n').Select((line, i) => (JsonNode)(i < source.Count(c => c == '\n') ? line + "\n" : line))];
}
