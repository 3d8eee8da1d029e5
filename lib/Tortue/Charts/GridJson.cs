using System.Globalization;
using System.Text.Json.Nodes;

namespace Tortue.Charts;

/// <summary>Writes what colours stand for on a grid: cells, contours, surfaces.</summary>
internal static class GridJson
{
    // White enough to be seen on the dark colours, and hardly there on the light ones.
    private const string LevelLine = "rgba(255,255,255,0.35)";

    /// <summary>The trace.</summary>
    public static JsonObject Write(GridTrace trace, FigureModel model, int panel)
    {
        var colors = ColorAxis.Of(model, panel) ?? throw new ArgumentException("The panel has no colours.", nameof(panel));
        var axes = model.Panels[panel];
        var (x, y, z) = Reduction.Blocks(trace.X, trace.Y, trace.Z, Figure.MaximumCells);
        var json = new JsonObject
        {
            ["type"] = trace switch { ContourTrace => "contour", SurfaceTrace => "surface", _ => "heatmap" },
            ["x"] = Json.Numbers(x, axes.X.Scale),
            ["y"] = Json.Numbers(y, axes.Y.Scale),
            ["z"] = Rows(z, value => Json.Number(Height(trace, colors, value))),
            ["coloraxis"] = ColorAxisJson.Key(panel),
        };
        if (trace is not SurfaceTrace)
            json["hoverongaps"] = false;
        if (trace is not HeatmapTrace)
            WriteLevels(json, trace, colors);
        if (colors.Scale == AxisScale.Log)
            json["text"] = Rows(z, value => value.ToString("G4", CultureInfo.InvariantCulture));
        if (colors.Scale == AxisScale.Log || trace is HeatmapTrace)
            json["hovertemplate"] = Hover(axes, colors);
        return json;
    }

    private static void WriteLevels(JsonObject json, GridTrace trace, ColorAxis colors)
    {
        json["connectgaps"] = false;
        if (trace is SurfaceTrace || colors.Levels() is not { } levels)
            return;
        json["autocontour"] = false;
        json["contours"] = new JsonObject
        {
            ["start"] = Json.Number(levels.First),
            ["end"] = Json.Number(levels.Last),
            ["size"] = Json.Number(colors.Step!.Value),
            ["coloring"] = "fill",
        };
        json["line"] = new JsonObject { ["width"] = 0.8, ["color"] = LevelLine };
    }

    // What is pointed at, in the axes' own words. The places on a logarithmic scale are logarithms, so that its values are told as texts.
    private static string Hover(Panel axes, ColorAxis colors) =>
        $"{ChartText.Markup(axes.X.Title)}: %{{x:.4~g}}<br>{ChartText.Markup(axes.Y.Title)}: %{{y:.4~g}}<br>"
        + $"{ChartText.Markup(colors.Title)}: {(colors.Scale == AxisScale.Log ? "%{text}" : "%{z:.4~g}")}<extra></extra>";

    // A surface ends where its box does; the colours of a flat grid do so by themselves.
    private static double Height(GridTrace trace, ColorAxis colors, double value)
    {
        var place = colors.Place(value);
        return trace is SurfaceTrace && double.IsFinite(place) ? Math.Clamp(place, colors.Shown.Min, colors.Shown.Max) : place;
    }

    private static JsonArray Rows(double[,] z, Func<double, JsonNode?> write) =>
        [.. Enumerable.Range(0, z.GetLength(0)).Select(row => (JsonNode)new JsonArray(
            [.. Enumerable.Range(0, z.GetLength(1)).Select(column => write(z[row, column]))]))];
}
