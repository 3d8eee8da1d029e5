using System.Text.Json.Nodes;

namespace Tortue.Charts;

/// <summary>Writes a figure as plotly.js reads it: data, layout, config, and frames when it moves.</summary>
internal static class FigureJson
{
    public static JsonObject Write(FigureModel model)
    {
        var placed = Arrangement.Of(model);
        var traces = new TraceJson(model);
        var layout = new LayoutJson(model, placed).Write();
        var json = new JsonObject();
        if (model.Variation is null)
            json["data"] = new JsonArray([.. placed.Select(trace => traces.Write(trace))]);
        else
            new VariationJson(model, placed, traces).WriteTo(json, layout);
        json["layout"] = layout;
        json["config"] = new JsonObject
        {
            ["responsive"] = true,
            ["displaylogo"] = false,
            ["modeBarButtonsToRemove"] = new JsonArray("select2d", "lasso2d", "autoScale2d"),
        };
        // The wheel moves the page, also over a surface.
        if (Enumerable.Range(0, model.Panels.Length).Any(model.IsSpatial))
            json["config"]!["scrollZoom"] = false;
        if (json.Remove("frames", out var frames))
            json["frames"] = frames;
        return json;
    }
}
