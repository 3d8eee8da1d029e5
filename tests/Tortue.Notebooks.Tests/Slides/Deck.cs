using System.Text.Json.Nodes;
using AngleSharp.Dom;
using Tortue.Notebooks.Documents;
using Tortue.Notebooks.Slides;
using Tortue.Notebooks.Tests.Handouts;

namespace Tortue.Notebooks.Tests.Slides;

/// <summary>Slides of small notebooks, for tests.</summary>
internal static class Deck
{
    public const string Plotly = "application/vnd.plotly.v1+json";

    /// <summary>Gives a cell its part in a lecture.</summary>
    public static JsonObject On(string? type, JsonObject cell)
    {
        if (type is not null)
            cell["metadata"]!["slideshow"] = new JsonObject { ["slide_type"] = type };
        return cell;
    }

    public static IDocument Of(params JsonObject[] cells) => Of(new SlideOptions(), cells);

    public static IDocument Of(SlideOptions options, params JsonObject[] cells) => Handout.Parse(Html(options, Handout.Notebook(cells)));

    public static string Html(SlideOptions options, NotebookDocument document) => new SlideExporter(options).ToHtml(document, "the file's name");

    /// <summary>A code cell whose output is a chart.</summary>
    public static JsonObject Chart(string title, int height = 452, bool slider = false, string yTitle = "y (no unit)", int count = 1) =>
        Handout.Code(
            "result.Figure()",
            [.. Enumerable.Range(1, count).Select(_ => (JsonNode)Handout.DisplayData((Plotly, Figure(title, height, slider, yTitle)), ("text/plain", $"Chart: {title}")))]);

    /// <summary>A lecture with one of everything.</summary>
    public static NotebookDocument Lecture() => Handout.Notebook(
        On("skip", Handout.Code("using Tortue;")),
        On("slide", Handout.Text("# A small lecture\n\nOn $x^2$, for half an hour.")),
        On("notes", Handout.Text("Welcome them: $\\sqrt 2$ comes later.")),
        On("slide", Handout.Text("## The question\n\nDoes it grow?\n\n$$ h_{k+1} = h_k + \\alpha_L f(h_k) \\tag{9.1} $$")),
        On("fragment", Handout.Text("> **Predict first.** What do you expect at $L = 1000$?")),
        On("fragment", Handout.Text("1. one\n2. two")),
        On("notes", Handout.Text("Ask the room.")),
        On("slide", Handout.Text("## It grows\n\nSee the line rise, beyond what we expected of it [[1]](#ref-he2016).")),
        Chart("Growth", yTitle: "a title that is certainly longer than the axis beside which it stands (no unit)"),
        Handout.Text("One sentence below."),
        On("subslide", Chart("With a slider", height: 574, slider: true)),
        On("notes", Handout.Text("Move it.")),
        On("subslide", Chart("Two of them", count: 2)),
        On("slide", Handout.Text("## In code")),
        Handout.Code(string.Join('\n', Enumerable.Range(1, 25).Select(i => $"var x{i} = {i} * 2; // line {i}")), [Handout.Stream("42\n")]),
        On("slide", Handout.Text("### Exercise 9.1: squares\n\nSquare it.", "exercise")),
        Handout.Code("Exercises.Square.Check(____)", [Handout.Stream("not attempted yet\n")], "exercise"),
        On("slide", Handout.Text("## What to remember\n\n* first $\\beta$, see [(9.1)](#eq-9.1)\n* second\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n> **Careful.** Not always.")),
        On("skip", Handout.Text("## References\n\n1. <a id=\"ref-he2016\"></a>He.")));

    private static JsonObject Figure(string title, int height, bool slider, string yTitle)
    {
        var layout = new JsonObject
        {
            ["height"] = height,
            ["font"] = new JsonObject { ["size"] = 14 },
            ["title"] = new JsonObject { ["text"] = title, ["font"] = new JsonObject { ["size"] = 17 }, ["pad"] = new JsonObject { ["t"] = 26 } },
            ["margin"] = new JsonObject { ["l"] = 60, ["r"] = 20, ["t"] = 62, ["b"] = 50 },
            ["meta"] = new JsonObject { ["alt"] = $"{title}: a line from 1 to 9." },
            ["legend"] = new JsonObject { ["font"] = new JsonObject { ["size"] = 13 } },
            ["xaxis"] = new JsonObject { ["title"] = new JsonObject { ["text"] = "x (no unit)" } },
            ["yaxis"] = new JsonObject { ["title"] = new JsonObject { ["text"] = yTitle }, ["automargin"] = true },
        };
        if (slider)
        {
            layout["sliders"] = new JsonArray(new JsonObject
            {
                ["pad"] = new JsonObject { ["t"] = 40 },
                ["steps"] = new JsonArray([.. Enumerable.Range(1, 3).Select(i => (JsonNode)new JsonObject
                {
                    ["label"] = $"{i}",
                    ["method"] = "restyle",
                    ["args"] = new JsonArray(new JsonObject { ["y"] = new JsonArray(new JsonArray(i, 2 * i, 3 * i)) }),
                })]),
            });
        }
        return new JsonObject
        {
            ["data"] = new JsonArray(new JsonObject
            {
                ["type"] = "scatter",
                ["x"] = new JsonArray(1, 2, 3),
                ["y"] = new JsonArray(1, 4, 9),
                ["name"] = "squares",
                ["showlegend"] = true,
            }),
            ["layout"] = layout,
        };
    }
}
