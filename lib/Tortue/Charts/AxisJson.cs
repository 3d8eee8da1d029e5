using System.Text.Json.Nodes;

namespace Tortue.Charts;

/// <summary>Writes the axes of all panels.</summary>
internal sealed class AxisJson(FigureModel model)
{
    private const int XTitleWidth = 42;
    private const int YTitleWidth = 38;
    private readonly PanelGrid _grid = PanelGrid.Of(model);

    /// <summary>Adds the axes to the layout.</summary>
    public void WriteTo(JsonObject layout)
    {
        for (var panel = 0; panel < model.Panels.Length; panel++)
        {
            layout[Key('x', panel)] = X(panel);
            layout[Key('y', panel)] = Y(panel);
        }
    }

    /// <summary>What to change where there is no room for panels side by side.</summary>
    public void WriteNarrowTo(JsonObject update)
    {
        for (var panel = 0; panel < model.Panels.Length; panel++)
        {
            update[Key('x', panel) + ".domain"] = PanelGrid.Json((0, 1));
            update[Key('y', panel) + ".domain"] = PanelGrid.Json(_grid.Row(panel));
            update[Key('y', panel) + ".showticklabels"] = true;
            update[Key('y', panel) + ".title.text"] = YTitle(panel);
        }
    }

    /// <summary>What to change back where there is room.</summary>
    public void WriteWideTo(JsonObject update)
    {
        for (var panel = 0; panel < model.Panels.Length; panel++)
        {
            update[Key('x', panel) + ".domain"] = PanelGrid.Json(_grid.Column(panel));
            update[Key('y', panel) + ".domain"] = PanelGrid.Json((0, 1));
            update[Key('y', panel) + ".showticklabels"] = IsLabelled(panel);
            update[Key('y', panel) + ".title.text"] = IsLabelled(panel) ? YTitle(panel) : "";
        }
    }

    private static string Key(char letter, int panel) => panel == 0 ? $"{letter}axis" : $"{letter}axis{panel + 1}";

    private static string Id(char letter, int panel) => panel == 0 ? $"{letter}" : $"{letter}{panel + 1}";

    // A shared vertical axis is labelled at its left end only.
    private bool IsLabelled(int panel) => panel == 0 || !model.SharesY;

    private string YTitle(int panel) => ChartText.Format(model.Panels[panel].Y.Title, YTitleWidth);

    private JsonObject X(int panel)
    {
        var width = model.Panels.Length == 1 ? XTitleWidth : XTitleWidth * 2 / 3;
        var axis = Common(model.Panels[panel].X, ChartText.Format(model.Panels[panel].X.Title, width), RangeOf(panel, x: true));
        if (model.Panels.Length > 1)
        {
            axis["domain"] = PanelGrid.Json(_grid.Column(panel));
            axis["anchor"] = Id('y', panel);
            if (model.SharesX && panel > 0)
                axis["matches"] = "x";
        }
        return axis;
    }

    private JsonObject Y(int panel)
    {
        var axis = Common(model.Panels[panel].Y, IsLabelled(panel) ? YTitle(panel) : "", RangeOf(panel, x: false));
        if (model.Panels.Length > 1)
        {
            axis["domain"] = PanelGrid.Json((0, 1));
            axis["anchor"] = Id('x', panel);
            axis["showticklabels"] = IsLabelled(panel);
            if (!IsLabelled(panel))
                axis.Remove("exponentformat");
            if (model.SharesY && panel > 0)
                axis["matches"] = "y";
        }
        return axis;
    }

    private static JsonObject Common(Axis axis, string title, (double Min, double Max)? range)
    {
        var json = new JsonObject
        {
            ["title"] = new JsonObject { ["text"] = title, ["standoff"] = 10 },
            ["type"] = axis.Scale == AxisScale.Log ? "log" : "linear",
            ["automargin"] = true,
            ["gridcolor"] = Palette.Grid,
            ["zerolinecolor"] = Palette.AxisLine,
            ["linecolor"] = Palette.AxisLine,
            ["showline"] = true,
            ["ticks"] = "outside",
            ["tickcolor"] = Palette.AxisLine,
            ["exponentformat"] = "power",
            ["hoverformat"] = ".4~g",
        };
        if (range is { } ends)
            json["range"] = new JsonArray(Json.Number(ends.Min), Json.Number(ends.Max));
        return json;
    }

    private (double Min, double Max)? RangeOf(int panel, bool x)
    {
        var axis = x ? model.Panels[panel].X : model.Panels[panel].Y;
        var isHalfChosen = axis.Min is null != axis.Max is null;
        return AxisRange.Of(axis, isHalfChosen || model.Variation is not null ? ExtentOf(panel, x, axis) : null);
    }

    // Steps of a slider are compared with each other, so all are drawn on the same axes.
    private Interval ExtentOf(int panel, bool x, Axis axis)
    {
        var shares = x ? model.SharesX : model.SharesY;
        var panels = shares ? Enumerable.Range(0, model.Panels.Length) : [panel];
        var extent = panels.SelectMany(model.PanelsAt)
            .Select(each => each with { X = model.Panels[panel].X, Y = model.Panels[panel].Y })
            .Aggregate(Extent.Empty, (sum, each) => sum.Union(each.Extent()));
        var interval = x ? extent.X : extent.Y;
        return axis.Scale == AxisScale.Log && interval.Min <= 0 ? Interval.Empty : interval;
    }
}
