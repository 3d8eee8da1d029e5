using System.Text.Json.Nodes;
using Tortue.Experiments;
using Tortue.Notebooks.Documents;

namespace Tortue.Cli.Files;

/// <summary>A result as a notebook with outputs, of which a handout makes a page.</summary>
internal static class ResultPage
{
    /// <summary>A title, the figure, the verdict, and notes.</summary>
    /// <param name="experiment">The experiment.</param>
    /// <param name="result">What it found.</param>
    /// <param name="notes">How it ran, one paragraph each.</param>
    public static NotebookDocument Of(Experiment experiment, IExperimentResult result, IEnumerable<string> notes)
    {
        var cells = new JsonArray(
            Text("title", "# " + experiment.Title),
            new JsonObject
            {
                ["cell_type"] = "code",
                ["execution_count"] = null,
                ["id"] = "result",
                ["metadata"] = new JsonObject { ["tags"] = new JsonArray("remove-input") },
                ["outputs"] = new JsonArray(Output(result.Figure().ToMimeBundle()), Output(result.Verdict().ToMimeBundle())),
                ["source"] = $"// tortue experiment show {experiment.Name}",
            },
            Text("notes", string.Join("\n\n", notes.Select(Escaped))));
        var notebook = new JsonObject
        {
            ["cells"] = cells,
            ["metadata"] = new JsonObject { ["language_info"] = new JsonObject { ["name"] = "C#" } },
            ["nbformat"] = 4,
            ["nbformat_minor"] = 5,
        };
        return NotebookDocument.Parse(notebook.ToJsonString(), experiment.Name);
    }

    private static JsonObject Text(string id, string source) => new()
    {
        ["cell_type"] = "markdown",
        ["id"] = id,
        ["metadata"] = new JsonObject(),
        ["source"] = source,
    };

    private static JsonObject Output(IReadOnlyDictionary<string, string> bundle)
    {
        var data = new JsonObject();
        foreach (var (type, text) in bundle) data[type] = type.EndsWith("+json", StringComparison.Ordinal) ? JsonNode.Parse(text) : text;
        return new() { ["output_type"] = "display_data", ["data"] = data, ["metadata"] = new JsonObject() };
    }

    // Names of options and engines are no Markdown.
    private static string Escaped(string text) =>
        string.Concat(text.Select(each => "\\`*_{}[]<>#|$".Contains(each) ? $"\\{each}" : $"{each}"));
}
