using System.Text.Json.Nodes;

namespace Tortue.Charts;

/// <summary>Writes all that surrounds the traces.</summary>
internal sealed class LayoutJson(FigureModel model)
{
    /// <summary>Pixels; above the 12 that are readable on a projector, so that small print stays readable too.</summary>
    private const int FontSize = 14;

    private const int TitleSize = 17;
    private const int SmallSize = 13;
    private const int TitleWidth = 46;
    private const int SubtitleWidth = 56;
    private const int PanelHeight = 440;
    private const int StackedPanelHeight = 330;

    /// <summary>The layout of the whole figure.</summary>
    public JsonObject Write(bool hasLegend)
    {
        var layout = new JsonObject
        {
            ["title"] = Title(),
            ["font"] = new JsonObject
            {
                ["size"] = FontSize,
                ["family"] = "system-ui, -apple-system, \"Segoe UI\", Roboto, \"Noto Sans\", sans-serif",
                ["color"] = "#7A7A7A",
            },
            ["paper_bgcolor"] = "rgba(0,0,0,0)",
            ["plot_bgcolor"] = "rgba(0,0,0,0)",
            ["height"] = PanelHeight,
            ["margin"] = new JsonObject { ["l"] = 60, ["r"] = 20, ["t"] = TopMargin(), ["b"] = 50 },
            ["hovermode"] = "closest",
            ["modebar"] = new JsonObject { ["bgcolor"] = "rgba(0,0,0,0)", ["color"] = "#808080", ["activecolor"] = "#0072B2" },
            ["showlegend"] = hasLegend,
        };
        if (hasLegend)
            layout["legend"] = Legend();
        if (Enumerable.Range(0, model.Panels.Length).SelectMany(model.PanelsAt).Any(panel => panel.Traces.Any(trace => trace is HistogramTrace)))
        {
            layout["barmode"] = "overlay";
            layout["bargap"] = 0;
        }
        new AxisJson(model).WriteTo(layout);
        var marks = new MarksJson(model);
        layout["shapes"] = marks.Shapes(model.Panels, model.Variation?.Steps.FirstOrDefault()?.Panels);
        layout["annotations"] = marks.Annotations(model.Panels, model.Variation?.Steps.FirstOrDefault()?.Panels);
        layout["meta"] = Meta();
        return layout;
    }

    private JsonObject Title()
    {
        var text = ChartText.Format(model.Title, TitleWidth);
        if (model.Subtitle.Length > 0)
            text += $"{(text.Length > 0 ? "<br>" : "")}<span style=\"font-size:{SmallSize}px\">{ChartText.Format(model.Subtitle, SubtitleWidth)}</span>";
        return new JsonObject
        {
            ["text"] = text,
            ["font"] = new JsonObject { ["size"] = TitleSize },
            ["x"] = 0,
            ["xref"] = "paper",
            ["xanchor"] = "left",
            ["y"] = 1,
            ["yref"] = "container",
            ["yanchor"] = "top",
            ["pad"] = new JsonObject { ["t"] = 12 },
        };
    }

    private int TopMargin()
    {
        var title = ChartText.LineCount(model.Title, TitleWidth) * 23;
        var subtitle = ChartText.LineCount(model.Subtitle, SubtitleWidth) * 18;
        var panelTitles = model.Panels.Any(panel => panel.Title.Length > 0) ? 24 : 0;
        return 28 + title + subtitle + panelTitles;
    }

    // Under the drawing area, where it covers no data whatever its size.
    private static JsonObject Legend() => new()
    {
        ["orientation"] = "h",
        ["traceorder"] = "normal",
        ["x"] = 0,
        ["xanchor"] = "left",
        ["y"] = 0,
        ["yref"] = "container",
        ["yanchor"] = "bottom",
        ["bgcolor"] = "rgba(0,0,0,0)",
        ["font"] = new JsonObject { ["size"] = SmallSize },
        ["itemsizing"] = "constant",
    };

    private JsonObject Meta()
    {
        var meta = new JsonObject { ["alt"] = AltText.Of(model) };
        if (model.Panels.Length == 1)
            return meta;
        var axes = new AxisJson(model);
        var narrow = new JsonObject { ["height"] = StackedPanelHeight * model.Panels.Length };
        axes.WriteNarrowTo(narrow);
        var wide = new JsonObject { ["height"] = PanelHeight };
        axes.WriteWideTo(wide);
        meta["narrow"] = narrow;
        meta["wide"] = wide;
        return meta;
    }
}
