using System.Text.Json.Nodes;

namespace Tortue.Charts;

/// <summary>Writes lines across panels, notes and the panels' titles.</summary>
internal sealed class MarksJson(FigureModel model)
{
    private const int SmallSize = 13;
    private const int PanelTitleSize = 15;
    private const int NoteWidth = 30;
    private const int PanelTitleWidth = 30;

    /// <summary>Lines across the panels, those of a slider's step among them.</summary>
    public JsonArray Shapes(IReadOnlyList<Panel> panels, IReadOnlyList<Panel>? step) => [.. Each(panels, step, Shapes)];

    /// <summary>Titles of panels, labels of lines, and notes.</summary>
    public JsonArray Annotations(IReadOnlyList<Panel> panels, IReadOnlyList<Panel>? step) => [.. Each(panels, step, Annotations)];

    private static IEnumerable<JsonNode> Each(
        IReadOnlyList<Panel> panels, IReadOnlyList<Panel>? step, Func<Panel, int, IEnumerable<JsonNode>> write) =>
        panels.SelectMany(write).Concat(step?.SelectMany(write) ?? []);

    private static string Id(char letter, int panel) => panel == 0 ? $"{letter}" : $"{letter}{panel + 1}";

    private Axis AxisOf(ReferenceLine line, int panel) => line.Horizontal ? model.Panels[panel].Y : model.Panels[panel].X;

    private IEnumerable<ReferenceLine> Drawable(Panel panel, int index) =>
        panel.Lines.Where(line => Interval.Placeable(line.Value, AxisOf(line, index).Scale));

    private IEnumerable<JsonNode> Shapes(Panel panel, int index)
    {
        foreach (var line in Drawable(panel, index))
        {
            var across = line.Horizontal ? Id('x', index) : Id('y', index);
            var at = line.Horizontal ? Id('y', index) : Id('x', index);
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
                yield return Arrow(note, index, x.Place(note.X), y.Place(note.Y));
        }
    }

    private static JsonObject PanelTitle(Panel panel, int index) => new()
    {
        ["text"] = $"<b>{ChartText.Format(panel.Title, PanelTitleWidth)}</b>",
        ["showarrow"] = false,
        ["font"] = new JsonObject { ["size"] = PanelTitleSize },
        ["xref"] = Id('x', index) + " domain",
        ["x"] = 0,
        ["xanchor"] = "left",
        ["align"] = "left",
        ["yref"] = Id('y', index) + " domain",
        ["y"] = 1,
        ["yanchor"] = "bottom",
    };

    private JsonObject LineLabel(ReferenceLine line, int index)
    {
        var place = Json.Number(AxisOf(line, index).Place(line.Value));
        var label = new JsonObject
        {
            ["text"] = ChartText.Format(line.Label ?? "", NoteWidth),
            ["showarrow"] = false,
            ["font"] = new JsonObject { ["size"] = SmallSize },
            ["align"] = line.Horizontal ? "right" : "left",
            ["xref"] = Id('x', index) + (line.Horizontal ? " domain" : ""),
            ["yref"] = Id('y', index) + (line.Horizontal ? "" : " domain"),
            ["xanchor"] = line.Horizontal ? "right" : "left",
            ["yanchor"] = line.Horizontal ? "bottom" : "top",
        };
        label[line.Horizontal ? "x" : "y"] = 1;
        label[line.Horizontal ? "y" : "x"] = place;
        return label;
    }

    private static JsonObject Arrow(Note note, int index, double x, double y) => new()
    {
        ["text"] = ChartText.Format(note.Text, NoteWidth),
        ["font"] = new JsonObject { ["size"] = SmallSize },
        ["showarrow"] = true,
        ["arrowhead"] = 2,
        ["arrowwidth"] = 1.5,
        ["arrowcolor"] = Palette.Neutral,
        ["ax"] = 0,
        ["ay"] = -36,
        ["xref"] = Id('x', index),
        ["x"] = Json.Number(x),
        ["yref"] = Id('y', index),
        ["y"] = Json.Number(y),
    };
}
