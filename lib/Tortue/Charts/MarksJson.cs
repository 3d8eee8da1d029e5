using System.Text.Json.Nodes;

namespace Tortue.Charts;

/// <summary>Writes lines across panels, notes and the panels' titles.</summary>
internal sealed class MarksJson(FigureModel model, bool narrow = false)
{
    private const int SmallSize = 13;
    private const int PanelTitleSize = 15;
    private const int NoteWidth = 20;
    private const int LabelLine = 19;

    private readonly AxisJson _axes = new(model);

    /// <summary>Characters in a line of a panel's title.</summary>
    public static int PanelTitleWidth(FigureModel model) => 70 / model.Panels.Length;

    /// <summary>Whether lines of some panel have labels above the drawing area.</summary>
    public static bool HasLabelsOnTop(FigureModel model) =>
        Enumerable.Range(0, model.Panels.Length).SelectMany(model.PanelsAt)
            .Any(panel => panel.Lines.Any(line => !line.Horizontal && !string.IsNullOrEmpty(line.Label)));

    /// <summary>Lines across the panels, those of a slider's step among them.</summary>
    public JsonArray Shapes(IReadOnlyList<Panel> panels, IReadOnlyList<Panel>? step) => [.. Each(panels, step, Shapes)];

    /// <summary>Titles of panels, labels of lines, and notes.</summary>
    public JsonArray Annotations(IReadOnlyList<Panel> panels, IReadOnlyList<Panel>? step) => [.. Each(panels, step, Annotations)];

    private static IEnumerable<JsonNode> Each(
        IReadOnlyList<Panel> panels, IReadOnlyList<Panel>? step, Func<Panel, int, IEnumerable<JsonNode>> write) =>
        panels.SelectMany(write).Concat(step?.SelectMany(write) ?? []);

    private Axis AxisOf(ReferenceLine line, int panel) => line.Horizontal ? model.Panels[panel].Y : model.Panels[panel].X;

    private IEnumerable<ReferenceLine> Drawable(Panel panel, int index) =>
        panel.Lines.Where(line => Interval.Placeable(line.Value, AxisOf(line, index).Scale));

    private IEnumerable<JsonNode> Shapes(Panel panel, int index)
    {
        foreach (var line in Drawable(panel, index))
        {
            var across = line.Horizontal ? AxisJson.Id('x', index) : AxisJson.Id('y', index);
            var at = line.Horizontal ? AxisJson.Id('y', index) : AxisJson.Id('x', index);
            var shape = new JsonObject
            {
                ["type"] = "line",
                ["layer"] = "below",
                ["line"] = new JsonObject { ["color"] = Palette.Neutral, ["width"] = 1.5, ["dash"] = "dot" },
                [line.Horizontal ? "xref" : "yref"] = across + " domain",
                [line.Horizontal ? "yref" : "xref"] = at,
                [line.Horizontal ? "x0" : "y0"] = 0,
                [line.Horizontal ? "x1" : "y1"] = 1,
                [line.Horizontal ? "y0" : "x0"] = Json.Number(line.Value),
                [line.Horizontal ? "y1" : "x1"] = Json.Number(line.Value),
            };
            yield return shape;
        }
    }

    private IEnumerable<JsonNode> Annotations(Panel panel, int index)
    {
        if (panel.Title.Length > 0)
            yield return PanelTitle(panel, index);
        foreach (var line in Drawable(panel, index).Where(line => !string.IsNullOrEmpty(line.Label)))
            yield return LineLabel(line, index);
        foreach (var note in panel.Notes)
        {
            var (x, y) = (model.Panels[index].X, model.Panels[index].Y);
            if (Interval.Placeable(note.X, x.Scale) && Interval.Placeable(note.Y, y.Scale))
                yield return Arrow(note, panel, index);
        }
    }

    // Over a space, which has no axes to go by, the title is placed on the page.
    private JsonObject PanelTitle(Panel panel, int index)
    {
        var isSpatial = model.IsSpatial(index);
        var (columns, rows) = PanelGrid.Of(model).Place(index, narrow);
        return new JsonObject
        {
            ["text"] = $"<b>{ChartText.Format(panel.Title, PanelTitleWidth(model))}</b>",
            ["showarrow"] = false,
            ["font"] = new JsonObject { ["size"] = PanelTitleSize },
            ["xref"] = isSpatial ? "paper" : AxisJson.Id('x', index) + " domain",
            ["x"] = Json.Number(isSpatial ? columns.Start : 0),
            ["xanchor"] = "left",
            ["align"] = "left",
            ["yref"] = isSpatial ? "paper" : AxisJson.Id('y', index) + " domain",
            ["y"] = Json.Number(isSpatial ? rows.End : 1),
            ["yanchor"] = "bottom",
            ["yshift"] = HasLabelsOnTop(model) ? LabelLine : 0,
        };
    }

    private JsonObject LineLabel(ReferenceLine line, int index)
    {
        var place = Json.Number(AxisOf(line, index).Place(line.Value));
        var label = new JsonObject
        {
            ["text"] = ChartText.Format(line.Label ?? "", NoteWidth),
            ["showarrow"] = false,
            ["font"] = new JsonObject { ["size"] = SmallSize },
            ["xref"] = AxisJson.Id('x', index) + (line.Horizontal ? " domain" : ""),
            ["yref"] = AxisJson.Id('y', index) + (line.Horizontal ? "" : " domain"),
            ["xanchor"] = line.Horizontal ? "right" : Anchor(line, index),
            ["yanchor"] = "bottom",
        };
        label[line.Horizontal ? "x" : "y"] = 1;
        label[line.Horizontal ? "y" : "x"] = place;
        return label;
    }

    // Above the end of its line, but not beyond the ends of the axis.
    private string Anchor(ReferenceLine line, int index)
    {
        if (_axes.Shown(index, x: true) is not { } shown)
            return "center";
        var place = (AxisOf(line, index).Place(line.Value) - shown.Min) / (shown.Max - shown.Min);
        return place < 0.2 ? "left" : place > 0.8 ? "right" : "center";
    }

    private JsonObject Arrow(Note note, Panel panel, int index)
    {
        var (right, above) = NotePlace.Of(note, panel, model.Panels[index], _axes.Shown(index, x: true));
        return new JsonObject
        {
            ["text"] = ChartText.Format(note.Text, NoteWidth),
            ["font"] = new JsonObject { ["size"] = SmallSize },
            ["showarrow"] = true,
            ["arrowhead"] = 2,
            ["arrowwidth"] = 1.5,
            ["arrowcolor"] = Palette.Neutral,
            ["align"] = right ? "left" : "right",
            ["xanchor"] = right ? "left" : "right",
            ["ax"] = right ? 28 : -28,
            ["ay"] = above ? -34 : 34,
            ["xref"] = AxisJson.Id('x', index),
            ["x"] = Json.Number(model.Panels[index].X.Place(note.X)),
            ["yref"] = AxisJson.Id('y', index),
            ["y"] = Json.Number(model.Panels[index].Y.Place(note.Y)),
        };
    }
}
