using System.Text.Json.Nodes;

namespace Tortue.Charts;

/// <summary>Writes the axes of all panels, but for what depends on the page's width.</summary>
internal sealed class AxisJson(FigureModel model)
{
    // From here on powers of ten are shorter as such than written out.
    private const double SmallestPlain = 1e-4;
    private const double LargestPlain = 1e5;

    // Shorter logarithmic axes have labels between the powers of ten.
    private const double FewDecades = 1.4;
    private const int MostLabels = 8;

    /// <summary>Adds the axes to the layout.</summary>
    public void WriteTo(JsonObject layout)
    {
        for (var panel = 0; panel < model.Panels.Length; panel++)
        {
            if (model.IsSpatial(panel))
                continue;
            layout[Key('x', panel)] = X(panel);
            layout[Key('y', panel)] = Y(panel);
        }
    }

    /// <summary>Name of an axis in the layout.</summary>
    public static string Key(char letter, int panel) => panel == 0 ? $"{letter}axis" : $"{letter}axis{panel + 1}";

    /// <summary>Name by which other elements refer to an axis.</summary>
    public static string Id(char letter, int panel) => panel == 0 ? $"{letter}" : $"{letter}{panel + 1}";

    /// <summary>What an axis shows, the author's choice completed by what the data cover; null where there are no data.</summary>
    public (double Min, double Max)? Shown(int panel, bool x)
    {
        var axis = x ? model.Panels[panel].X : model.Panels[panel].Y;
        return AxisRange.Of(axis, ExtentOf(panel, x, axis));
    }

    /// <summary>Whether a vertical axis has labels: a shared one has them at its left end only, as long as panels stand side by
    /// side.</summary>
    public static bool IsLabelled(FigureModel model, int panel, bool narrow) => narrow || panel == 0 || !model.SharesY;

    /// <summary>
    /// How numbers are written along an axis, settings that axes without labels do not have: on logarithmic axes of moderate numbers in
    /// full, since plotly.js would shorten 0.5 and 5 alike to a small 5 between its powers of ten.
    /// </summary>
    public JsonObject TickStyle(int panel, bool x)
    {
        var axis = x ? model.Panels[panel].X : model.Panels[panel].Y;
        if (axis.Scale == AxisScale.Linear || Shown(panel, x) is not { } decades)
            return new JsonObject { ["exponentformat"] = "power", ["separatethousands"] = axis.Scale == AxisScale.Linear };
        var isModerate = decades.Min >= Math.Log10(SmallestPlain) && decades.Max < Math.Log10(LargestPlain);
        return isModerate ? new JsonObject { ["tickformat"] = ",~g" }
            : decades.Max - decades.Min < FewDecades ? new JsonObject { ["tickformat"] = ".1~e" }
            : new JsonObject { ["exponentformat"] = "power" };
    }

    private JsonObject X(int panel)
    {
        var axis = Common(panel, x: true);
        axis["zeroline"] = false;
        if (model.Panels.Length > 1)
            axis["anchor"] = Id('y', panel);
        if (model.SharesX && panel > 0)
            axis["matches"] = "x";
        return axis;
    }

    private JsonObject Y(int panel)
    {
        var axis = Common(panel, x: false);
        if (!IsLabelled(model, panel, narrow: false))
        {
            foreach (var (setting, _) in TickStyle(panel, x: false))
                axis.Remove(setting);
        }

        axis["zerolinecolor"] = Palette.AxisLine;
        if (model.Panels.Length > 1)
            axis["anchor"] = Id('x', panel);
        if (model.SharesY && panel > 0)
            axis["matches"] = "y";
        return axis;
    }

    private JsonObject Common(int panel, bool x)
    {
        var axis = x ? model.Panels[panel].X : model.Panels[panel].Y;
        var shown = Shown(panel, x);
        var json = new JsonObject
        {
            ["title"] = new JsonObject { ["standoff"] = 10 },
            ["type"] = axis.Scale == AxisScale.Log ? "log" : "linear",
            ["automargin"] = true,
            ["gridcolor"] = Palette.Grid,
            ["linecolor"] = Palette.AxisLine,
            ["showline"] = true,
            ["ticks"] = "outside",
            ["tickcolor"] = Palette.AxisLine,
            ["hoverformat"] = ".4~g",
        };
        foreach (var (setting, value) in TickStyle(panel, x))
            json[setting] = value?.DeepClone();
        if (axis.Names is { } names)
        {
            json["zeroline"] = false;
            json["tickmode"] = "array";
            json["tickvals"] = Json.Numbers(Enumerable.Range(0, names.Count).Select(i => (double)i));
            json["ticktext"] = new JsonArray([.. names.Select(name => (JsonNode)ChartText.Markup(name))]);
        }

        var isLog = axis.Scale == AxisScale.Log;
        if (isLog && shown is { } decades)
            json["nticks"] = Math.Min(MostLabels, (int)Math.Ceiling(Math.Max(2, decades.Max - decades.Min)));
        if (shown is { } ends && (isLog || model.Variation is not null || axis.Min is not null || axis.Max is not null))
            json["range"] = new JsonArray(Json.Number(ends.Min), Json.Number(ends.Max));
        return json;
    }

    // Steps of a slider are compared with each other, and so are panels that share an axis.
    private Interval ExtentOf(int panel, bool x, Axis axis)
    {
        var shares = x ? model.SharesX : model.SharesY;
        var panels = shares ? Enumerable.Range(0, model.Panels.Length) : [panel];
        var extent = panels.SelectMany(model.PanelsAt)
            .Select(each => each with { X = model.Panels[panel].X, Y = model.Panels[panel].Y })
            .Aggregate(Extent.Empty, (sum, each) => sum.Union(each.Extent()));
        var interval = x ? extent.X : extent.Y.Union(HeightsAt(panel, axis));
        return axis.Scale == AxisScale.Log && interval.Min <= 0 ? Interval.Empty : interval;
    }

    private Interval HeightsAt(int panel, Axis axis)
    {
        var bins = Bins.For(model, panel);
        var heights = model.PanelsAt(panel).SelectMany(each => each.Traces).OfType<HistogramTrace>()
            .SelectMany(histogram => HistogramJson.Heights(histogram, bins)).ToArray();
        var seen = Interval.Of(heights, axis.Scale);
        return axis.Scale == AxisScale.Log || seen.IsEmpty ? seen : seen with { Min = 0 };
    }
}
