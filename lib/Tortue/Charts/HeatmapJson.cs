using System.Text.Json.Nodes;

namespace Tortue.Charts;

/// <summary>Writes a grid of coloured cells, and the colour axis that says what the colours mean.</summary>
internal static class HeatmapJson
{
    private const int ColorTitleWidth = 36;

    private static readonly (double Place, string Color)[] Diverging =
        [(0, "#0B4F8A"), (0.25, "#5FA5D9"), (0.5, "#D9D9D9"), (0.75, "#E08A3C"), (1, "#A63C00")];

    /// <summary>Name of a panel's colour axis.</summary>
    public static string ColorAxis(int panel) => panel == 0 ? "coloraxis" : $"coloraxis{panel + 1}";

    /// <summary>The trace.</summary>
    public static JsonObject Write(HeatmapTrace trace, Panel axes, int panel)
    {
        var (x, y, z) = Reduction.Blocks(trace.X, trace.Y, trace.Z, Figure.MaximumCells);
        var rows = Enumerable.Range(0, y.Length)
            .Select(row => (JsonNode)Json.Numbers(Enumerable.Range(0, x.Length).Select(column => z[row, column])));
        return new JsonObject
        {
            ["type"] = "heatmap",
            ["x"] = Json.Numbers(x, axes.X.Scale),
            ["y"] = Json.Numbers(y, axes.Y.Scale),
            ["z"] = new JsonArray([.. rows]),
            ["coloraxis"] = ColorAxis(panel),
            ["hoverongaps"] = false,
        };
    }

    /// <summary>Adds the colour axes of all panels that have heat maps; the first heat map's title, colours and range count.</summary>
    public static void WriteColorAxes(FigureModel model, JsonObject layout)
    {
        for (var panel = 0; panel < model.Panels.Length; panel++)
        {
            var heatmaps = model.PanelsAt(panel).SelectMany(each => each.Traces).OfType<HeatmapTrace>().ToArray();
            if (heatmaps.Length > 0)
                layout[ColorAxis(panel)] = Write(heatmaps);
        }
    }

    private static JsonObject Write(HeatmapTrace[] heatmaps)
    {
        var first = heatmaps[0];
        var axis = new JsonObject
        {
            ["colorscale"] = first.Colors == HeatmapColors.Sequential ? "Viridis" : DivergingScale(),
            ["colorbar"] = new JsonObject
            {
                ["title"] = new JsonObject { ["text"] = ChartText.Format(first.ColorTitle, ColorTitleWidth), ["side"] = "right" },
                ["thickness"] = 14,
                ["outlinewidth"] = 0,
                ["xpad"] = 4,
                ["exponentformat"] = "power",
            },
        };
        var seen = heatmaps.Aggregate(Interval.Empty, (sum, each) => sum.Union(Interval.Of(each.Z.Cast<double>(), AxisScale.Linear)));
        var shown = seen.IsEmpty ? seen : Range(first, seen);
        if (!shown.IsEmpty)
        {
            axis["cmin"] = Json.Number(shown.Min);
            axis["cmax"] = Json.Number(shown.Max);
        }
        return axis;
    }

    private static Interval Range(HeatmapTrace heatmap, Interval seen)
    {
        if (heatmap is not { Colors: HeatmapColors.Diverging, Min: null, Max: null })
            return seen.Bounded(heatmap.Min, heatmap.Max);
        var reach = Math.Max(Math.Abs(seen.Min), Math.Abs(seen.Max));
        return new Interval(-reach, reach);
    }

    private static JsonArray DivergingScale() =>
        [.. Diverging.Select(stop => (JsonNode)new JsonArray(Json.Number(stop.Place), stop.Color))];
}
