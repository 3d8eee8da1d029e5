using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Tortue.Notebooks.Handouts.Outputs;

/// <summary>A Plotly figure as HTML: its JSON, which the page's script draws, and what is there before and without the drawing.</summary>
internal static class ChartFigure
{
    /// <summary>Plotly's MIME type.</summary>
    public const string MimeType = "application/vnd.plotly.v1+json";

    private const int DefaultHeight = 450;

    /// <summary>The HTML of a figure.</summary>
    /// <param name="figure">Its data, layout, config and frames.</param>
    /// <param name="summary">What stands where scripts do not run, or null.</param>
    public static string ToHtml(JsonObject figure, string? summary)
    {
        var layout = figure["layout"] as JsonObject;
        var label = WebUtility.HtmlEncode(AltText(layout) ?? summary ?? OutputsText.Chart);
        var height = Number(layout?["height"]) ?? DefaultHeight;
        var without = summary is null ? "" : $"<noscript><p>{WebUtility.HtmlEncode(summary)}</p></noscript>";
        return string.Create(
            CultureInfo.InvariantCulture,
            $"""
            <figure class="chart">
            <div class="plot" role="img" aria-label="{label}" style="min-height:{height}px">{without}</div>
            <script type="application/json">{ToScriptJson(figure)}</script>
            </figure>

            """);
    }

    private static string? AltText(JsonObject? layout) =>
        (layout?["meta"] as JsonObject)?["alt"] is JsonValue value && value.TryGetValue<string>(out var text) && text.Length > 0
            ? text
            : Title(layout?["title"]);

    private static string? Title(JsonNode? title) => title switch
    {
        JsonObject named => Title(named["text"]),
        JsonValue value when value.TryGetValue<string>(out var text) && text.Length > 0 => text,
        _ => null,
    };

    private static double? Number(JsonNode? node) =>
        node is JsonValue value && value.GetValueKind() == JsonValueKind.Number ? value.Deserialize<double>() : null;

    // The only characters that could end a script element early stand inside strings, where an escape means the same.
    private static string ToScriptJson(JsonObject figure) => figure.ToJsonString().Replace("<", "\\u003c", StringComparison.Ordinal);
}
