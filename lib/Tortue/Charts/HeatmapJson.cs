using System.Text.Json.Nodes;

namespace Tortue.Charts;

/// <summary>Writes a grid of coloured cells with its colour bar.</summary>
internal static class HeatmapJson
{
    private const int ColorTitleWidth = 36;

    private static readonly (double Place, string Color)[] Diverging =
        [(0, "#0B4F8A"), (0.25, "#5FA5D9"), (0.5, "#D9D9D9"), (0.75, "#E08A3C"), (1, "#A63C00")];

    /// <summary>The trace with its colour bar at the given fraction of the width.</summary>
    public static JsonObject Write(HeatmapTrace trace, Panel panel, double colorBarPlace)
    {
        var (x, y, z) = Reduction.Blocks(trace.X, trace.Y, trace.Z, Figure.MaximumCells);
        var rows = Enumerable.Range(0, y.Length)
            .Select(row => (JsonNode)Json.Numbers(Enumerable.Range(0, x.Length).Select(column => z[row, column])));
        var json = new JsonObject
        {
            ["type"] = "heatmap",
            ["x"] = Json.Numbers(x, panel.X.Scale),
            ["y"] = Json.Numbers(y, panel.Y.Scale),
            ["z"] = new JsonArray([.. rows]),
            ["colorscale"] = trace.Colors == HeatmapColors.Sequential ? "Viridis" : DivergingScale(),
            ["colorbar"] = new JsonObject
            {
                ["title"] = new JsonObject { ["text"] = ChartText.Format(trace.ColorTitle, ColorTitleWidth), ["side"] = "right" },
                ["thickness"] = 14,
                ["outlinewidth"] = 0,
                ["x"] = Json.Number(colorBarPlace),
                ["xpad"] = 4,
                ["exponentformat"] = "power",
            },
            ["hoverongaps"] = false,
        };
        var (min, max) = Range(trace, z);
        if (min is { } low && max is { } high)
        {
            json["zmin"] = Json.Number(low);
            json["zmax"] = Json.Number(high);
        }
        return json;
    }

    private static (double? Min, double? Max) Range(HeatmapTrace trace, double[,] z)
    {
        var seen = Interval.Of(z.Cast<double>(), AxisScale.Linear);
        if (seen.IsEmpty)
            return (trace.Min, trace.Max);
        if (trace is { Colors: HeatmapColors.Diverging, Min: null, Max: null })
        {
            var reach = Math.Max(Math.Abs(seen.Min), Math.Abs(seen.Max));
            return (-reach, reach);
        }
        return (trace.Min ?? seen.Min, trace.Max ?? seen.Max);
    }

    private static JsonArray DivergingScale() =>
        [.. Diverging.Select(stop => (JsonNode)new JsonArray(Json.Number(stop.Place), stop.Color))];
}
