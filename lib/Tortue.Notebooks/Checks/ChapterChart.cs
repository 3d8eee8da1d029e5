using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Tortue.Notebooks.Documents;
using Tortue.Notebooks.Handouts.Outputs;

namespace Tortue.Notebooks.Checks;

/// <summary>A chart that a cell has drawn.</summary>
/// <param name="Cell">The cell.</param>
/// <param name="Figure">Its data, layout and frames, as plotly.js reads them.</param>
internal sealed partial record ChapterChart(NotebookCell Cell, JsonObject Figure)
{
    /// <summary>Its layout; empty where it has none.</summary>
    public JsonObject Layout => Figure["layout"] as JsonObject ?? [];

    /// <summary>Its title, without what sets it; empty where it has none. A smaller line below it belongs to it.</summary>
    public string Title => TextOf(Layout["title"]);

    /// <summary>What it says to those who do not see it; empty where it says nothing.</summary>
    public string Alt => TextOf((Layout["meta"] as JsonObject)?["alt"]);

    /// <summary>Its traces, those of all frames too.</summary>
    public IEnumerable<JsonObject> Traces =>
        (Figure["frames"] as JsonArray ?? []).Select(frame => (frame as JsonObject)?["data"]).Prepend(Figure["data"])
            .SelectMany(data => data as JsonArray ?? []).OfType<JsonObject>();

    /// <summary>The charts among the outputs of a notebook that has run.</summary>
    public static IReadOnlyList<ChapterChart> In(NotebookDocument executed) =>
    [
        .. from cell in executed.Cells
           from output in cell.Outputs.OfType<JsonObject>()
           let figure = new MimeBundle(output["data"] as JsonObject).TryGetJson(ChartFigure.MimeType, out var json) ? json : null
           where figure is not null
           select new ChapterChart(cell, figure),
    ];

    /// <summary>The words of a title: a text, or an object with one; line breaks and marks of plotly.js gone.</summary>
    public static string TextOf(JsonNode? title) => title switch
    {
        JsonObject named => TextOf(named["text"]),
        JsonValue value when value.TryGetValue<string>(out var text) => Mark().Replace(Break().Replace(text, " "), "").Trim(),
        _ => "",
    };

    [GeneratedRegex(@"<br\s*/?>", RegexOptions.IgnoreCase)]
    private static partial Regex Break();

    [GeneratedRegex(@"</?(sub|sup|b|i|em|span|a)\b[^>]*>", RegexOptions.IgnoreCase)]
    private static partial Regex Mark();
}
