using System.Text.Json.Nodes;

namespace Tortue.Charts;

/// <summary>
/// Writes sliders and animations. A slider shows and hides traces that are all there from the start, which every front end can do; an
/// animation replaces the data of the traces by frames, which alone can be played.
/// </summary>
internal sealed class VariationJson(FigureModel model, IReadOnlyList<PlacedTrace> placed, TraceJson traces)
{
    private const int ButtonsHeight = 44;

    private readonly Variation _variation = model.Variation ?? throw new ArgumentException("The figure does not vary.", nameof(model));

    /// <summary>Pixels under the drawing area for slider and buttons.</summary>
    public static int ControlsHeight(Variation variation) => variation.FrameTime is null ? 80 : 80 + ButtonsHeight;

    /// <summary>Adds data and frames to the figure, and the slider to its layout.</summary>
    public void WriteTo(JsonObject figure, JsonObject layout)
    {
        var isPlayed = _variation.FrameTime is not null;
        if (isPlayed)
            WriteFrames(figure);
        else
            figure["data"] = new JsonArray([.. placed.Select(trace => traces.Write(trace, trace.Step <= 0))]);
        layout["sliders"] = new JsonArray(Slider(isPlayed));
        if (isPlayed)
            layout["updatemenus"] = new JsonArray(Buttons());
    }

    private void WriteFrames(JsonObject figure)
    {
        var first = placed.Where(trace => trace.Step <= 0).ToArray();
        var moving = Enumerable.Range(0, first.Length).Where(i => first[i].Step == 0).ToArray();
        figure["data"] = new JsonArray([.. first.Select(trace => traces.Write(trace))]);
        figure["frames"] = new JsonArray([.. _variation.Steps.Select((step, index) => (JsonNode)new JsonObject
        {
            ["name"] = step.Label,
            ["traces"] = new JsonArray([.. moving.Select(i => (JsonNode)i)]),
            ["data"] = new JsonArray([.. placed.Where(trace => trace.Step == index).Select(trace => traces.Write(trace))]),
        })]);
    }

    private JsonObject Slider(bool isPlayed) => new()
    {
        ["active"] = 0,
        ["currentvalue"] = new JsonObject
        {
            ["prefix"] = ChartText.Markup(_variation.Parameter) + " = ",
            ["font"] = new JsonObject { ["size"] = 15 },
        },
        ["pad"] = new JsonObject { ["t"] = 60 + (isPlayed ? ButtonsHeight : 0), ["b"] = 8 },
        ["bgcolor"] = Palette.Translucent(Palette.Color(0), "0.6"),
        ["bordercolor"] = Palette.AxisLine,
        ["activebgcolor"] = Palette.Color(0),
        ["tickcolor"] = Palette.AxisLine,
        ["steps"] = new JsonArray([.. _variation.Steps.Select((step, index) => (JsonNode)new JsonObject
        {
            ["label"] = ChartText.Markup(step.Label),
            ["method"] = isPlayed ? "animate" : "update",
            ["args"] = isPlayed
                ? new JsonArray(new JsonArray(step.Label), Jump())
                : new JsonArray(Visibility(index), Marks(step)),
        })]),
    };

    private JsonObject Visibility(int step) =>
        new() { ["visible"] = new JsonArray([.. placed.Select(trace => (JsonNode)(trace.Step < 0 || trace.Step == step))]) };

    private JsonObject Marks(Variation.Step step)
    {
        var marks = new MarksJson(model);
        return new JsonObject
        {
            ["shapes"] = marks.Shapes(model.Panels, step.Panels),
            ["annotations"] = marks.Annotations(model.Panels, step.Panels),
        };
    }

    private static JsonObject Jump() => new()
    {
        ["mode"] = "immediate",
        ["frame"] = new JsonObject { ["duration"] = 0, ["redraw"] = true },
        ["transition"] = new JsonObject { ["duration"] = 0 },
    };

    private JsonObject Buttons()
    {
        var play = Jump();
        play["fromcurrent"] = true;
        play["frame"] = new JsonObject { ["duration"] = (int)_variation.FrameTime!.Value.TotalMilliseconds, ["redraw"] = true };
        return new JsonObject
        {
            ["type"] = "buttons",
            ["direction"] = "left",
            ["showactive"] = false,
            ["x"] = 0,
            ["xanchor"] = "left",
            ["y"] = 0,
            ["yanchor"] = "top",
            ["pad"] = new JsonObject { ["t"] = 60 },
            ["font"] = new JsonObject { ["color"] = Palette.Text },
            ["bgcolor"] = "rgba(128,128,128,0.15)",
            ["bordercolor"] = Palette.AxisLine,
            ["buttons"] = new JsonArray(
                Button(ChartsText.Play, new JsonArray(null, play)),
                Button(ChartsText.Pause, new JsonArray(new JsonArray((JsonNode?)null), Jump()))),
        };
    }

    private static JsonObject Button(string label, JsonArray arguments) =>
        new() { ["label"] = label, ["method"] = "animate", ["args"] = arguments };
}
