using System.Text.Json.Nodes;

namespace Tortue.Charts;

/// <summary>Writes a histogram as bars over bins that were counted here, so that a figure's size does not grow with its data.</summary>
internal static class HistogramJson
{
    /// <summary>The trace without its name, and what the legend adds to the name.</summary>
    public static (JsonObject Json, string LeftOut) Write(HistogramTrace trace, Panel panel, SeriesLook look, Bins? bins)
    {
        var edges = bins?.Edges ?? [];
        var json = new JsonObject
        {
            ["type"] = "bar",
            // Middles and widths in the values' own unit: so the bars meet on a logarithmic axis too.
            ["x"] = Json.Numbers(edges.Zip(edges.Skip(1), (low, high) => (low + high) / 2)),
            ["y"] = Json.Numbers(Heights(trace, bins), panel.Y.Scale),
            ["width"] = Json.Numbers(edges.Zip(edges.Skip(1), (low, high) => high - low)),
            ["marker"] = new JsonObject
            {
                ["color"] = Palette.Translucent(look.Color, "0.5"),
                ["line"] = new JsonObject { ["color"] = look.Color, ["width"] = 1 },
            },
        };
        if (look.Pattern.Length > 0)
        {
            json["marker"]!["pattern"] = new JsonObject
            {
                ["shape"] = look.Pattern,
                ["fillmode"] = "overlay",
                ["fgcolor"] = look.Color,
                ["size"] = 8,
                ["solidity"] = 0.2,
            };
        }
        var leftOut = trace.Values.Length - (bins?.Count(trace.Values).Sum() ?? 0);
        return (json, leftOut == 0 ? "" : Input.Text(ChartsText.LeftOut, leftOut, trace.Values.Length));
    }

    /// <summary>Height of each bar.</summary>
    public static IEnumerable<double> Heights(HistogramTrace trace, Bins? bins)
    {
        if (bins is null)
            return [];
        var counts = bins.Count(trace.Values);
        var finite = trace.Values.Count(double.IsFinite);
        return trace.Height == HistogramHeight.Count || finite == 0
            ? counts.Select(count => (double)count)
            : counts.Select((count, i) => count / (finite * (bins.Edges[i + 1] - bins.Edges[i])));
    }
}
