using System.Text.Json.Nodes;

namespace Tortue.Charts;

/// <summary>Writes a histogram as bars over bins that were counted here, so that a figure's size does not grow with its data.</summary>
internal static class HistogramJson
{
    /// <summary>The trace without its name, and what the legend adds to the name.</summary>
    public static (JsonObject Json, string LeftOut) Write(HistogramTrace trace, Panel panel, SeriesLook look, Bins? bins)
    {
        var edges = bins?.Edges ?? [];
        var counts = bins?.Count(trace.Values) ?? [];
        var finite = trace.Values.Count(double.IsFinite);
        var widths = edges.Zip(edges.Skip(1), (low, high) => high - low).ToArray();
        var heights = trace.Height == HistogramHeight.Count
            ? counts.Select(count => (double)count)
            : counts.Select((count, i) => count / (finite * widths[i]));
        var isLog = panel.X.Scale == AxisScale.Log;
        var json = new JsonObject
        {
            ["type"] = "bar",
            ["x"] = Json.Numbers(edges.Zip(edges.Skip(1), (low, high) => isLog ? Math.Sqrt(low * high) : (low + high) / 2)),
            ["y"] = Json.Numbers(heights, panel.Y.Scale),
            ["width"] = Json.Numbers(isLog ? edges.Zip(edges.Skip(1), (low, high) => Math.Log10(high / low)) : widths),
            ["marker"] = new JsonObject
            {
                ["color"] = Palette.Translucent(look.Color, "0.55"),
                ["line"] = new JsonObject { ["color"] = look.Color, ["width"] = 1 },
            },
        };
        if (look.Pattern.Length > 0)
            json["marker"]!["pattern"] = new JsonObject { ["shape"] = look.Pattern, ["fgopacity"] = 0.5, ["size"] = 6 };
        var leftOut = trace.Values.Length - counts.Sum();
        return (json, leftOut == 0 ? "" : Input.Text(ChartsText.LeftOut, leftOut, trace.Values.Length));
    }
}
