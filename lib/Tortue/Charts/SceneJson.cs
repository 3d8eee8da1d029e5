using System.Text.Json.Nodes;

namespace Tortue.Charts;

/// <summary>Writes the space that a surface stands in: its three axes and the point from which it is seen.</summary>
internal static class SceneJson
{
    private const int TitleWidth = 36;

    // Farther off where there is little room, so that the axes' labels are not cut off.
    private const double Distance = 2.2;
    private const double DistanceInRow = 2.3;
    private const double DistanceOnNarrowPage = 2.7;
    private const double Height = 0.7;
    private const double Headroom = 0.02;

    /// <summary>Name of a panel's space.</summary>
    public static string Key(int panel) => panel == 0 ? "scene" : $"scene{panel + 1}";

    /// <summary>Adds the spaces of all panels that show a surface.</summary>
    public static void WriteTo(JsonObject layout, FigureModel model)
    {
        for (var panel = 0; panel < model.Panels.Length; panel++)
        {
            if (model.IsSpatial(panel) && ColorAxis.Of(model, panel) is { } colors)
                layout[Key(panel)] = Write(model, panel, colors);
        }
    }

    /// <summary>Adds to an update what depends on the room that a panel has.</summary>
    public static void WriteRoom(JsonObject update, FigureModel model, int panel, bool narrow)
    {
        var (columns, rows) = PanelGrid.Of(model).Place(panel, narrow);
        update[Key(panel) + ".domain.x"] = PanelGrid.Json(columns);
        update[Key(panel) + ".domain.y"] = PanelGrid.Json(rows);
        var hasRoom = !narrow && model.Panels.Length == 1;
        var distance = narrow ? DistanceOnNarrowPage : hasRoom ? Distance : DistanceInRow;
        update[Key(panel) + ".camera.eye"] = Eye(SurfaceOf(model, panel), distance);
        // Where it would be cut off, the colour bar's title, which is the same, has to do.
        var title = hasRoom ? ColorAxis.Of(model, panel)?.Title ?? "" : "";
        update[Key(panel) + ".zaxis.title.text"] = ChartText.Format(title, TitleWidth);
    }

    private static SurfaceTrace SurfaceOf(FigureModel model, int panel) =>
        model.PanelsAt(panel).SelectMany(each => each.Traces).OfType<SurfaceTrace>().First();

    private static JsonObject Eye(SurfaceTrace surface, double distance)
    {
        var (turn, elevation) = (double.DegreesToRadians(surface.Turn), double.DegreesToRadians(surface.Elevation));
        return new JsonObject
        {
            ["x"] = Json.Number(distance * Math.Cos(elevation) * Math.Cos(turn)),
            ["y"] = Json.Number(distance * Math.Cos(elevation) * Math.Sin(turn)),
            ["z"] = Json.Number(distance * Math.Sin(elevation)),
        };
    }

    private static JsonObject Write(FigureModel model, int panel, ColorAxis colors) =>
        new()
        {
            ["xaxis"] = Flat(model.Panels[panel].X),
            ["yaxis"] = Flat(model.Panels[panel].Y),
            ["zaxis"] = Upright(colors),
            ["aspectmode"] = "manual",
            ["aspectratio"] = new JsonObject { ["x"] = 1, ["y"] = 1, ["z"] = Height },
            // It looks a little below the middle, since the titles of the axes stand there.
            ["camera"] = new JsonObject { ["center"] = new JsonObject { ["x"] = 0, ["y"] = 0, ["z"] = -0.2 } },
        };

    private static JsonObject Flat(Axis axis)
    {
        var json = Common(axis.Title);
        json["type"] = axis.Scale == AxisScale.Log ? "log" : "linear";
        return json;
    }

    private static JsonObject Upright(ColorAxis colors)
    {
        var json = Common(colors.Title);
        if (colors.Shown.Max > colors.Shown.Min)
        {
            // A little higher than the ceiling, at which a surface that is cut off would be half outside.
            var room = Headroom * (colors.Shown.Max - colors.Shown.Min);
            json["range"] = new JsonArray(Json.Number(colors.Shown.Min), Json.Number(colors.Shown.Max + room));
        }

        if (colors.Scale == AxisScale.Linear || colors.Shown.IsEmpty)
            return json;
        // Labels of one's own are not counted.
        json.Remove("nticks");
        foreach (var (setting, value) in ColorAxisJson.LogLabels(colors.Shown))
            json[setting] = value?.DeepClone();
        return json;
    }

    private static JsonObject Common(string title) => new()
    {
        ["title"] = new JsonObject { ["text"] = ChartText.Format(title, TitleWidth), ["font"] = new JsonObject { ["size"] = 13 } },
        ["tickfont"] = new JsonObject { ["size"] = 12 },
        ["nticks"] = 6,
        ["gridcolor"] = Palette.AxisLine,
        ["linecolor"] = Palette.AxisLine,
        ["zerolinecolor"] = Palette.AxisLine,
        ["showspikes"] = false,
        ["hoverformat"] = ".4~g",
    };
}
