using System.Text.Json.Nodes;

namespace Tortue.Charts;

/// <summary>Writes traces as plotly.js reads them.</summary>
internal sealed class TraceJson(FigureModel model)
{
    private readonly Dictionary<int, Bins?> _bins = [];

    /// <summary>The trace, visible or not.</summary>
    public JsonObject Write(PlacedTrace placed, bool visible = true)
    {
        var panel = model.Panels[placed.Panel];
        var (json, leftOut) = placed.Trace switch
        {
            LineTrace line => LineJson.Write(line, panel, placed.Look),
            BandTrace band => (BandJson.Write(band, panel, placed.Look), ""),
            HistogramTrace histogram => HistogramJson.Write(histogram, panel, placed.Look, BinsOf(placed.Panel)),
            GridTrace grid => (GridJson.Write(grid, model, placed.Panel), ""),
            _ => throw new InvalidOperationException($"No JSON is known for a {placed.Trace.GetType().Name}."),
        };
        if (placed.Trace is SurfaceTrace)
        {
            json["scene"] = SceneJson.Key(placed.Panel);
        }
        else if (placed.Panel > 0)
        {
            json["xaxis"] = $"x{placed.Panel + 1}";
            json["yaxis"] = $"y{placed.Panel + 1}";
        }
        if (placed.Trace is not GridTrace)
            Describe(json, placed, leftOut);
        if (!visible)
            json["visible"] = false;
        return json;
    }

    private static void Describe(JsonObject json, PlacedTrace placed, string leftOut)
    {
        if (!string.IsNullOrEmpty(placed.Trace.Name))
            json["name"] = ChartText.Format($"{placed.Trace.Name} {leftOut}".TrimEnd(), LegendSize.TextWidth);
        json["legendgroup"] = placed.Look.Group;
        json["legendrank"] = 1000 + placed.Rank;
        json["showlegend"] = placed.InLegend;
    }

    private Bins? BinsOf(int panel)
    {
        if (!_bins.TryGetValue(panel, out var bins))
            _bins[panel] = bins = Bins.For(model, panel);
        return bins;
    }
}
