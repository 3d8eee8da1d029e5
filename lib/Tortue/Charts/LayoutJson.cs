using System.Text.Json.Nodes;

namespace Tortue.Charts;

/// <summary>Writes all that surrounds the traces.</summary>
internal sealed class LayoutJson(FigureModel model, IReadOnlyList<PlacedTrace> placed)
{
    /// <summary>Pixels. Small print is at least <see cref="SmallSize"/>, which is readable on a projector.</summary>
    private const int FontSize = 14;

    private const int TitleSize = 17;
    private const int SmallSize = 13;

    /// <summary>The layout of the whole figure.</summary>
    public JsonObject Write()
    {
        var hasLegend = placed.Any(trace => trace.InLegend);
        var layout = new JsonObject
        {
            ["title"] = Title(),
            ["font"] = new JsonObject
            {
                ["size"] = FontSize,
                ["family"] = "system-ui, -apple-system, \"Segoe UI\", Roboto, \"Noto Sans\", sans-serif",
                ["color"] = Palette.Text,
            },
            ["paper_bgcolor"] = Palette.Transparent,
            ["margin"] = new JsonObject { ["l"] = 60, ["r"] = 20, ["b"] = 50 },
            ["hovermode"] = "closest",
            ["modebar"] = new JsonObject { ["bgcolor"] = Palette.Transparent, ["color"] = "#808080", ["activecolor"] = Palette.Color(0) },
            ["showlegend"] = hasLegend,
        };
        // Spaces have no background that could be coloured, and no labels outside them.
        if (Enumerable.Range(0, model.Panels.Length).All(model.IsSpatial))
            layout["margin"]!["l"] = 10;
        else
            layout["plot_bgcolor"] = Palette.Transparent;
        if (hasLegend)
            layout["legend"] = Legend();
        if (placed.Any(trace => trace.Trace is HistogramTrace))
        {
            layout["barmode"] = "overlay";
            layout["bargap"] = 0;
        }
        new AxisJson(model).WriteTo(layout);
        ColorAxisJson.WriteTo(layout, model);
        SceneJson.WriteTo(layout, model);
        var marks = new MarksJson(model);
        var firstStep = model.Variation?.Steps[0].Panels;
        layout["shapes"] = marks.Shapes(model.Panels, firstStep);
        layout["annotations"] = marks.Annotations(model.Panels, firstStep);
        var sizing = new Sizing(model, placed);
        var wide = sizing.Write(narrow: false);
        Sizing.Apply(wide, layout);
        layout["meta"] = new JsonObject { ["alt"] = AltText.Of(model), ["narrow"] = sizing.Write(narrow: true), ["wide"] = wide };
        return layout;
    }

    private static JsonObject Title() => new()
    {
        ["font"] = new JsonObject { ["size"] = TitleSize },
        ["x"] = 0.01,
        ["xref"] = "container",
        ["xanchor"] = "left",
        ["y"] = 1,
        ["yref"] = "container",
        ["yanchor"] = "top",
    };

    // Under the drawing area, where it covers no data whatever its size; above it, and above the panels' titles, where a slider takes that place.
    private JsonObject Legend()
    {
        var legend = new JsonObject
        {
            ["orientation"] = "h",
            ["traceorder"] = "normal",
            ["x"] = 0,
            ["xanchor"] = "left",
            ["bgcolor"] = Palette.Transparent,
            ["font"] = new JsonObject { ["size"] = SmallSize },
            ["itemsizing"] = "constant",
        };
        legend["y"] = 0;
        legend["yref"] = "container";
        legend["yanchor"] = model.Variation is null ? "bottom" : "top";
        return legend;
    }
}
