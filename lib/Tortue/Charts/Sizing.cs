using System.Text.Json.Nodes;

namespace Tortue.Charts;

/// <summary>
/// The part of the layout that depends on the page's width, in two versions: on a narrow page texts break into more lines and panels
/// are stacked. Both are written as updates (path: value) into the figure's meta, so that a script can change from one to the other;
/// the layout starts as the wide one.
/// </summary>
internal sealed class Sizing(FigureModel model, IReadOnlyList<PlacedTrace> placed)
{
    private const int SubtitleSize = 13;
    private const int TitleLine = 23;
    private const int SmallLine = 19;
    private const int PanelHeight = 440;
    private const int StackedPanelHeight = 330;
    private const int YTitleWidth = 38;

    private readonly PanelGrid _grid = PanelGrid.Of(model);

    /// <summary>Paths of the layout with their values.</summary>
    public JsonObject Write(bool narrow)
    {
        var update = new JsonObject();
        WriteHeights(update, narrow);
        for (var panel = 0; panel < model.Panels.Length; panel++)
            WritePanel(update, panel, narrow);
        // Titles over spaces have no axes to go by, so they are placed on the page.
        if (Enumerable.Range(0, model.Panels.Length).Any(model.IsSpatial))
            update["annotations"] = new MarksJson(model, narrow).Annotations(model.Panels, model.Variation?.Steps[0].Panels);
        return update;
    }

    /// <summary>Puts the values of an update where its paths say.</summary>
    public static void Apply(JsonObject update, JsonObject layout)
    {
        foreach (var (path, value) in update)
        {
            var names = path.Split('.');
            var target = layout;
            foreach (var name in names.SkipLast(1))
            {
                if (target[name] is not JsonObject inner)
                    target[name] = inner = [];
                target = inner;
            }
            target[names[^1]] = value?.DeepClone();
        }
    }

    private void WriteHeights(JsonObject update, bool narrow)
    {
        var titleWidth = narrow ? 40 : 76;
        var subtitleWidth = narrow ? 50 : 96;
        var text = ChartText.Format(model.Title, titleWidth);
        if (model.Subtitle.Length > 0)
        {
            var separator = text.Length > 0 ? "<br>" : "";
            text += $"{separator}<span style=\"font-size:{SubtitleSize}px\">{ChartText.Format(model.Subtitle, subtitleWidth)}</span>";
        }
        var titleLines = ChartText.LineCount(model.Title, titleWidth);
        var lines = titleLines + ChartText.LineCount(model.Subtitle, subtitleWidth);
        var legend = SmallLine * new LegendSize(placed).Rows(narrow);
        var head = 20 + (titleLines * TitleLine) + ((lines - titleLines) * SmallLine);
        var above = head + PanelHeadroom();
        var panels = narrow ? StackedPanelHeight * (model.Panels.Length - 1) : 0;
        var controls = model.Variation is null ? 0 : VariationJson.ControlsHeight(model.Variation);
        update["title.text"] = text;
        // plotly.js places the first line by its middle when it is the only one, and by its foot when there are more.
        update["title.pad.t"] = lines > 1 ? 26 : 14;
        update["margin.t"] = above + (model.Variation is null ? 0 : legend + 8);
        var height = PanelHeight + panels + controls + Math.Max(0, above - 50) + legend - SmallLine;
        update["height"] = height;
        if (model.Variation is not null)
            update["legend.y"] = Json.Number(1 - ((double)head / height));
    }

    private int PanelHeadroom()
    {
        var titles = model.Panels.Max(panel => ChartText.LineCount(panel.Title, MarksJson.PanelTitleWidth(model)) * TitleLine);
        return titles + (MarksJson.HasLabelsOnTop(model) ? SmallLine : 0);
    }

    private void WritePanel(JsonObject update, int panel, bool narrow)
    {
        var count = model.Panels.Length;
        var (columns, rows) = _grid.Place(panel, narrow);
        WriteColorBar(update, panel, columns.End, rows);
        if (model.IsSpatial(panel))
        {
            SceneJson.WriteRoom(update, model, panel, narrow);
            return;
        }

        var (x, y) = (AxisJson.Key('x', panel), AxisJson.Key('y', panel));
        update[x + ".title.text"] = ChartText.Format(model.Panels[panel].X.Title, narrow ? 38 : 70 / count);
        var isLabelled = AxisJson.IsLabelled(model, panel, narrow);
        update[y + ".title.text"] = isLabelled ? ChartText.Format(model.Panels[panel].Y.Title, YTitleWidth) : "";
        if (count > 1)
        {
            update[x + ".domain"] = PanelGrid.Json(columns);
            update[y + ".domain"] = PanelGrid.Json(rows);
            update[y + ".showticklabels"] = isLabelled;
            foreach (var (setting, value) in isLabelled ? new AxisJson(model).TickStyle(panel, x: false) : [])
                update[$"{y}.{setting}"] = value?.DeepClone();
        }
    }

    private void WriteColorBar(JsonObject update, int panel, double right, (double Start, double End) rows)
    {
        if (!ColorAxis.HasBar(model, panel))
            return;
        var (low, high) = ColorAxis.IsCommon(model) ? (0, 1) : rows;
        var bar = ColorAxisJson.Key(panel) + ".colorbar.";
        update[bar + "x"] = Json.Number(right + 0.01);
        update[bar + "y"] = Json.Number((low + high) / 2);
        update[bar + "len"] = Json.Number(high - low);
    }
}
