using System.Globalization;
using System.Text.Json.Nodes;
using Tortue.Charts;
using Xunit;

namespace Tortue.Tests.Charts;

public class FigureJsonTests
{
    private static JsonNode Parse(Figure figure) => JsonNode.Parse(figure.ToJson())!;

    private static JsonArray Data(Figure figure) => Parse(figure)["data"]!.AsArray();

    private static string Numbers(JsonNode? numbers) => numbers!.ToJsonString();

    [Fact]
    public void ALineIsWrittenAsExpected()
    {
        var figure = Figure.Titled("t").Line([1, 2], [0.5, 0.25], "β = 1").XAxis("depth L (layers)").YAxis("h_L");
        Assert.Equal(
            """
            [{"type":"scatter","mode":"lines\u002Bmarkers","x":[1,2],"y":[0.5,0.25],
            "line":{"color":"#1F83C6","dash":"solid","width":2.5},
            "marker":{"color":"#1F83C6","symbol":"circle","size":8},
            "name":"\u03B2 = 1","legendgroup":"series 0","legendrank":1000,"showlegend":true}]
            """.ReplaceLineEndings(""),
            Data(figure).ToJsonString());
        var layout = Parse(figure)["layout"]!;
        Assert.Equal("depth L (layers)", (string?)layout["xaxis"]!["title"]!["text"]);
        Assert.Equal("h<sub>L</sub>", (string?)layout["yaxis"]!["title"]!["text"]);
        Assert.Equal("rgba(0,0,0,0)", (string?)layout["paper_bgcolor"]);
        Assert.True((int)layout["font"]!["size"]! >= 12);
        Assert.True((bool)Parse(figure)["config"]!["responsive"]!);
    }

    [Fact]
    public void NumbersHaveSixDigitsAndWholeNumbersAllOfTheirs()
    {
        double[] values = [Math.PI, 1e-12 / 3, -2.5e300 / 3, 123456789, -0.0, 0.1 + 0.2];
        var y = Data(new Figure().Line(values.Select((_, i) => i), values))[0]!["y"];
        Assert.Equal("[3.14159,3.33333E-13,-8.33333E+299,123456789,0,0.3]", Numbers(y));
    }

    [Fact]
    public void WhatHasNoPlaceOnAnAxisIsNull()
    {
        double[] values = [1, double.NaN, double.PositiveInfinity, 0, -1, double.NegativeInfinity];
        var line = new Figure().Line(values, values);
        Assert.Equal("[1,null,null,0,-1,null]", Numbers(Data(line)[0]!["y"]));
        Assert.Equal("[1,null,null,null,null,null]", Numbers(Data(line.YAxis("y", AxisScale.Log))[0]!["y"]));
        Assert.Equal("[1,null,null,0,-1,null]", Numbers(Data(line.YAxis("y", AxisScale.Log))[0]!["x"]));
    }

    [Fact]
    public void ABorderOverAMapIsBlackWithAWhiteRimThatIsNoSeries()
    {
        var figure = new Figure()
            .Heatmap([0, 1], [0, 1], new double[,] { { 1, 2 }, { 3, 4 } }, "change (no unit)")
            .Border([0, 1], [0, 1], "border")
            .XAxis("H")
            .YAxis("β");
        var data = Data(figure);
        Assert.Equal("H: %{x:.4~g}<br>β: %{y:.4~g}<br>change (no unit): %{z:.4~g}<extra></extra>", (string?)data[0]!["hovertemplate"]);
        Assert.Equal(("#FFFFFF", 6), ((string?)data[1]!["line"]!["color"], (int)data[1]!["line"]!["width"]!));
        Assert.Equal(("skip", false, "lines"), ((string?)data[1]!["hoverinfo"], (bool)data[1]!["showlegend"]!, (string?)data[1]!["mode"]));
        Assert.Equal(("#111111", 3), ((string?)data[2]!["line"]!["color"], (int)data[2]!["line"]!["width"]!));
        Assert.Equal((null, true, "lines"), ((string?)data[2]!["hoverinfo"], (bool)data[2]!["showlegend"]!, (string?)data[2]!["mode"]));
    }

    [Fact]
    public void RowsOfThingsHaveNamesInPlaceOfNumbers()
    {
        var axis = Parse(new Figure().Scatter([0.5], [1]).YRows("activation", ["relu", "leaky_relu(0.1)"]))["layout"]!["yaxis"]!;
        Assert.Equal("[-0.5,1.5]", Numbers(axis["range"]));
        Assert.Equal("[0,1]", Numbers(axis["tickvals"]));
        Assert.Equal("[\"relu\",\"leaky_relu(0.1)\"]", Numbers(axis["ticktext"]));
        Assert.Equal(("array", false), ((string?)axis["tickmode"], (bool)axis["zeroline"]!));
        Assert.Throws<ArgumentException>(() => new Figure().YRows("activation", []));
    }

    [Fact]
    public void ABandIsOneOutlineForEachRunWithoutGaps()
    {
        var figure = new Figure().Line([1, 2], [2, 2], "median").Band([1, 2, 3, 4], [1.0, 1, double.NaN, 1], [3.0, 4, 5, 6], "10–90 %");
        var band = Data(figure).First(trace => (string?)trace!["fill"] == "toself")!;
        Assert.Equal("[1,2,2,1,null,4,4]", Numbers(band["x"]));
        Assert.Equal("[3,4,1,1,null,6,1]", Numbers(band["y"]));
        Assert.Equal("rgba(31,131,198,0.22)", (string?)band["fillcolor"]);
        Assert.Equal("series 0", (string?)band["legendgroup"]);
    }

    [Fact]
    public void PublishedValuesHaveOneStyleAndLieOverEverything()
    {
        var figure = new Figure().Published([1, 2], [1, 2], "paper").Line([1, 2], [1, 2], "a").Scatter([1], [2], "b").Band([1], [1], [2]);
        var last = Data(figure)[^1]!;
        Assert.Equal("paper", (string?)last["name"]);
        Assert.Equal("dash", (string?)last["line"]!["dash"]);
        Assert.Equal(1000, (int)last["legendrank"]!);
        Assert.All(Data(figure).SkipLast(1), trace => Assert.NotEqual("dash", (string?)trace!["line"]?["dash"]));
    }

    [Fact]
    public void SeriesOfOneNameLookAlikeInAllPanelsAndHaveOneEntry()
    {
        var panel = new Figure().Line([1, 2], [1, 2], "a").Line([1, 2], [2, 1], "b");
        var data = Data(Figure.Row(panel, new Figure().Line([1, 2], [3, 4], "b")));
        var named = data.Where(trace => (string?)trace!["name"] == "b").ToArray();
        Assert.Equal((string?)named[0]!["line"]!["color"], (string?)named[1]!["line"]!["color"]);
        Assert.Single(named, trace => (bool)trace!["showlegend"]!);
        Assert.Equal("x2", (string?)named[1]!["xaxis"]);
    }

    [Fact]
    public void PanelsThatShareAnAxisHaveItsScaleEndsAndTitle()
    {
        var bare = new Figure().Line([1, 2], [1, 2]);
        var named = bare.YAxis("loss (nats)", AxisScale.Log, 1, 300);
        var layout = Parse(Figure.Row(bare, named).SharingYAxis())["layout"]!;
        Assert.Equal("loss (nats)", (string?)layout["yaxis"]!["title"]!["text"]);
        Assert.All(["yaxis", "yaxis2"], axis => Assert.Equal("log", (string?)layout[axis]!["type"]));
        Assert.Equal(Numbers(layout["yaxis"]!["range"]), Numbers(layout["yaxis2"]!["range"]));
        Assert.Equal("y", (string?)layout["yaxis2"]!["matches"]);
        Assert.False((bool)layout["yaxis2"]!["showticklabels"]!);
    }

    [Fact]
    public void ASliderShowsOneStepAndKeepsTheAxes()
    {
        var figure = new Figure().Published([0, 1], [0, 1], "exact")
            .WithSlider("β", [1, 2, 3], beta => new Figure().Line([0, 1], [0, 10 * beta], "measured"));
        var data = Data(figure);
        Assert.Equal([true, false, false, true], data.Select(trace => (bool?)trace!["visible"] ?? true));
        var slider = Parse(figure)["layout"]!["sliders"]![0]!;
        Assert.Equal(["1", "2", "3"], slider["steps"]!.AsArray().Select(step => (string?)step!["label"]));
        Assert.Equal("[false,false,true,true]", Numbers(slider["steps"]![2]!["args"]![0]!["visible"]));
        Assert.Equal("[-1.5,31.5]", Numbers(Parse(figure)["layout"]!["yaxis"]!["range"]));
    }

    [Fact]
    public void AnAnimationHasAFrameForEachStep()
    {
        var figure = new Figure().WithAnimation("step", [("0", new Figure().Line([0], [1])), ("1", new Figure().Line([0], [2]))]);
        var frames = Parse(figure)["frames"]!.AsArray();
        Assert.Equal(["0", "1"], frames.Select(frame => (string?)frame!["name"]));
        Assert.Equal("[2]", Numbers(frames[1]!["data"]![0]!["y"]));
        Assert.Equal("[0]", Numbers(frames[1]!["traces"]));
        Assert.Null(Parse(new Figure().Line([1], [1]))["frames"]);
    }

    [Fact]
    public void TheSameFigureGivesTheSameTextInEveryCulture()
    {
        var before = CultureInfo.CurrentCulture;
        var texts = Gallery.Figures.Values.Select(figure => figure().ToJson()).ToArray();
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("fr-FR");
            Assert.Equal(texts, Gallery.Figures.Values.Select(figure => figure().ToJson()));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void EachCallLeavesTheFigureAsItWas()
    {
        var empty = Figure.Titled("t");
        var before = empty.ToJson();
        _ = empty.Line([1], [1]).XAxis("x").WithAlt("other");
        Assert.Equal(before, empty.ToJson());
    }

    [Fact]
    public void AContourMapHasRoundLevelsAndEndsAtThem()
    {
        var grid = new[,] { { 0.03, 0.2 }, { 0.4, double.NaN }, { 0.61, 0.97 } };
        var figure = new Figure().Contour([0, 1], [0, 1, 2], grid, "loss (nats)", levels: 5);
        var map = Data(figure)[0]!;
        Assert.Equal("contour", (string?)map["type"]);
        Assert.Equal("[[0.03,0.2],[0.4,null],[0.61,0.97]]", Numbers(map["z"]));
        Assert.Equal("""{"start":0.2,"end":0.8,"size":0.2,"coloring":"fill"}""", map["contours"]!.ToJsonString());
        var axis = Parse(figure)["layout"]!["coloraxis"]!;
        Assert.Equal((0, 1), ((double)axis["cmin"]!, (double)axis["cmax"]!));
        Assert.Equal("loss (nats)", (string?)axis["colorbar"]!["title"]!["text"]);
    }

    [Fact]
    public void LogarithmicLevelsStandAtEqualRatiosAndReadAsNumbers()
    {
        var figure = new Figure().Contour([0, 1], [0, 1], new[,] { { 0.01, 0 }, { 1, 1000.0 } }, "loss", AxisScale.Log, max: 100);
        var map = Data(figure)[0]!;
        Assert.Equal("[[-2,null],[0,3]]", Numbers(map["z"]));
        Assert.Equal("""[["0.01","0"],["1","1000"]]""", Numbers(map["text"]));
        var axis = Parse(figure)["layout"]!["coloraxis"]!;
        Assert.Equal((-2, 2), ((double)axis["cmin"]!, (double)axis["cmax"]!));
        Assert.Equal("[-2,-1,0,1,2]", Numbers(axis["colorbar"]!["tickvals"]));
        Assert.Equal("""["0.01","0.1","1","10","100"]""", Numbers(axis["colorbar"]!["ticktext"]));
    }

    [Fact]
    public void ASurfaceStandsInASpaceOfItsOwn()
    {
        var grid = new[,] { { 0.0, 1 }, { 2, 9 } };
        var surface = new Figure().Surface([0, 1], [0, 1], grid, "loss (nats)", max: 4, turn: 0, elevation: 0).XAxis("δ").YAxis("η");
        var json = Parse(Figure.Row(surface.WithTitle("left"), surface.WithTitle("right")));
        var second = json["data"]![1]!;
        Assert.Equal(("surface", "scene2"), ((string?)second["type"], (string?)second["scene"]));
        Assert.Equal("[[0,1],[2,4]]", Numbers(second["z"]));
        var layout = json["layout"]!;
        Assert.Null(layout["xaxis"]);
        var space = layout["scene2"]!;
        // The upright axis has a title only where there is room for it; the colour bar's is the same.
        Assert.Equal("loss (nats)", (string?)Parse(surface)["layout"]!["scene"]!["zaxis"]!["title"]!["text"]);
        Assert.Equal(["δ", "η", ""], new[] { "xaxis", "yaxis", "zaxis" }.Select(axis => (string?)space[axis]!["title"]!["text"]));
        Assert.Equal("[0,4.08]", Numbers(space["zaxis"]!["range"]));
        Assert.Equal("[0.55,1]", Numbers(space["domain"]!["x"]));
        var eye = space["camera"]!["eye"]!;
        Assert.Equal((0, 0), ((double)eye["y"]!, (double)eye["z"]!));
        Assert.True((double)eye["x"]! > 1);
        // One bar says what the colours mean in both.
        Assert.False((bool)layout["coloraxis"]!["showscale"]!);
        Assert.Null(layout["coloraxis2"]!["showscale"]);
        // The titles stand over their spaces, also where these are stacked.
        Assert.Equal(0.55, (double)layout["annotations"]![1]!["x"]!);
        var stacked = layout["meta"]!["narrow"]!["annotations"]![0]!;
        Assert.Equal((0.0, 1.0), ((double)stacked["x"]!, (double)stacked["y"]!));
    }

    [Fact]
    public void FiguresStaySmall()
    {
        var steps = Enumerable.Range(0, 1_000_000).ToArray();
        var figure = new Figure()
            .Line(steps, steps.Select(step => Math.Sin(step) / 3), "line")
            .Band(steps, steps.Select(step => step / -3.0), steps.Select(step => step / 3.0))
            .Histogram(steps);
        Assert.InRange(figure.ToJson().Length, 1_000, 150_000);
    }
}
