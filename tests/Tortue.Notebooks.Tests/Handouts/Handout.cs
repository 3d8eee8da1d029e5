using System.Text.Json.Nodes;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Tortue.Notebooks.Documents;
using Tortue.Notebooks.Handouts;
using Tortue.Testing;

namespace Tortue.Notebooks.Tests.Handouts;

/// <summary>Handouts of small notebooks, for tests.</summary>
internal static class Handout
{
    /// <summary>A chapter with figures, formulas, tables, boxes, and an output of every kind.</summary>
    public static string SamplePath { get; } = PathOf("sample.ipynb");

    /// <summary>The library's figures, one of each kind, without outputs.</summary>
    public static string FiguresPath { get; } = PathOf("figures.ipynb");

    public static NotebookDocument Sample() => NotebookDocument.Load(SamplePath);

    public static IDocument Parse(string html) => new HtmlParser().ParseDocument(html);

    public static IDocument Of(params JsonObject[] cells) => Of(new HandoutOptions(), cells);

    public static IDocument Of(HandoutOptions options, params JsonObject[] cells) =>
        Of(options, Notebook(cells));

    public static IDocument Of(HandoutOptions options, NotebookDocument document) =>
        Parse(new HandoutExporter(options).ToHtml(document, "the file's name"));

    public static NotebookDocument Notebook(params JsonObject[] cells)
    {
        for (var i = 0; i < cells.Length; i++)
            cells[i]["id"] ??= $"c{i + 1}";
        var document = new JsonObject
        {
            ["cells"] = new JsonArray(cells),
            ["metadata"] = new JsonObject { ["kernelspec"] = new JsonObject { ["name"] = "tortue", ["language"] = "csharp", ["display_name"] = "C#" } },
            ["nbformat"] = 4,
            ["nbformat_minor"] = 5,
        };
        return NotebookDocument.Parse(document.ToJsonString(), "test.ipynb");
    }

    public static JsonObject Text(string source, params string[] tags) =>
        new() { ["cell_type"] = "markdown", ["metadata"] = Metadata(tags), ["source"] = source };

    public static JsonObject Code(string source, JsonArray? outputs = null, params string[] tags) =>
        new()
        {
            ["cell_type"] = "code",
            ["execution_count"] = 1,
            ["metadata"] = Metadata(tags),
            ["outputs"] = outputs ?? [],
            ["source"] = source,
        };

    public static JsonObject Stream(string text, string name = "stdout") =>
        new() { ["output_type"] = "stream", ["name"] = name, ["text"] = text };

    public static JsonObject DisplayData(params (string Type, JsonNode Content)[] forms)
    {
        var data = new JsonObject();
        foreach (var (type, content) in forms)
            data[type] = content;
        return new JsonObject { ["output_type"] = "display_data", ["metadata"] = new JsonObject(), ["data"] = data };
    }

    public static JsonObject Error(string name, string message, params string[] traceback) =>
        new()
        {
            ["output_type"] = "error",
            ["ename"] = name,
            ["evalue"] = message,
            ["traceback"] = new JsonArray([.. traceback.Select(line => (JsonNode)line)]),
        };

    private static string PathOf(string name) => Path.Combine(Repository.Root, "tests", "Tortue.Notebooks.Tests", "Handouts", name);

    private static JsonObject Metadata(string[] tags) =>
        tags.Length == 0 ? [] : new JsonObject { ["tags"] = new JsonArray([.. tags.Select(tag => (JsonNode)tag)]) };
}
