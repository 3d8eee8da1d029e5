using System.Text.Json.Nodes;

namespace Tortue.Notebooks.Handouts.Outputs;

/// <summary>
/// Which build of plotly.js draws the charts of a page: the cartesian one is a third of the whole in size, and knows most kinds of traces,
/// none in three dimensions.
/// </summary>
internal sealed class PlotlyBundle
{
    /// <summary>The kinds of traces that the cartesian build knows.</summary>
    public static IReadOnlySet<string> Cartesian { get; } = new HashSet<string>
    {
        "bar", "box", "contour", "heatmap", "histogram", "histogram2d", "histogram2dcontour", "image", "pie", "scatter", "scatterternary",
        "violin",
    };

    /// <summary>The whole of plotly.js, as a path among the assets.</summary>
    public const string Whole = "plotly/plotly.min.js";

    /// <summary>The script, as a path among the assets.</summary>
    public string File => IsCartesian ? "plotly/plotly-cartesian.min.js" : Whole;

    private bool IsCartesian { get; set; } = true;

    /// <summary>Takes note of a chart that the page has.</summary>
    /// <param name="figure">Its data, layout, config and frames.</param>
    public void Add(JsonObject figure)
    {
        var frames = figure["frames"] as JsonArray ?? [];
        foreach (var data in frames.Select(frame => (frame as JsonObject)?["data"]).Prepend(figure["data"]))
            IsCartesian &= (data as JsonArray ?? []).All(trace => Knows((trace as JsonObject)?["type"]));
    }

    // A trace without a type is a line; one in a frame is what the figure's own trace is.
    private static bool Knows(JsonNode? type) =>
        type is null || (type is JsonValue value && value.TryGetValue<string>(out var name) && Cartesian.Contains(name));
}
