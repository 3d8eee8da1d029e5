using System.Text.Json.Nodes;
using Tortue.Charts;
using Tortue.Notebooks.Checks;
using Tortue.Notebooks.Documents;
using Xunit;

namespace Tortue.Notebooks.Tests.Checks;

public sealed class ChartRulesTests
{
    private const string Plotly = "application/vnd.plotly.v1+json";

    private static readonly Figure Sound =
        Figure.Titled("Loss over time").Line([1.0, 2, 3], [3.0, 2, 1], "loss").XAxis("epoch").YAxis("loss (nats)", AxisScale.Log);

    private static readonly double[,] Heights = { { 1, 2 }, { 3, 4 } };

    private static readonly Figure Map =
        Figure.Titled("A map of two things").Heatmap([0.0, 1], [0.0, 1], Heights, "height (m)").XAxis("x (m)").YAxis("y (m)");

    private static readonly Figure Landscape =
        Figure.Titled("A landscape").Surface([0.0, 1], [0.0, 1], Heights, "loss (nats)").XAxis("a (no unit)").YAxis("b (no unit)");

    private static readonly Dictionary<string, Figure> SoundFigures = new()
    {
        ["lines"] = Sound,
        ["a map"] = Map,
        ["a row"] = Figure.Row(Sound, Sound).WithTitle("Two losses"),
        ["a row with one axis"] = Figure.Row(Sound, Sound.YAxis("")).WithTitle("Two losses").SharingYAxis(),
        ["a row of maps"] = Figure.Row(Map, Map).WithTitle("Two maps"),
        ["a landscape"] = Landscape,
        ["a row of landscapes"] = Figure.Row(Landscape, Landscape).WithTitle("Two landscapes"),
        ["names"] = Figure.Titled("Activations").Scatter([1.0, 2], [0.0, 1], "rates").XAxis("rate (no unit)").YRows("activation", ["tanh", "ReLU"]),
        ["brackets in brackets"] = Sound.YAxis("distance (in units of f(x))"),
        ["a slider"] = Figure.Titled("By steps").XAxis("epoch").YAxis("loss (nats)").WithSlider("β", [("1", new Figure().Line([1.0], [1.0], "a")), ("2", new Figure().Line([1.0], [2.0], "a"))]),
    };

    private static readonly Dictionary<string, (Figure Figure, string Rule, string Message)> BrokenFigures = new()
    {
        ["title"] = (Sound.WithTitle(""), "chart-text", "A chart has no title"),
        ["alt"] = (Sound.WithAlt("A falling line."), "chart-text", "The chart \"Loss over time\" has no alt text"),
        ["x"] = (Sound.XAxis(""), "chart-axes", "The chart \"Loss over time\" has no title at xaxis"),
        ["y"] = (Sound.YAxis("learning rate"), "chart-axes", "The chart \"Loss over time\" has no unit at yaxis, \"learning rate\""),
        ["a function"] = (Sound.YAxis("f(x)"), "chart-axes", "The chart \"Loss over time\" has no unit at yaxis"),
        ["a panel"] = (Figure.Row(Sound, Sound.XAxis("time")).WithTitle("Two"), "chart-axes", "The chart \"Two\" has no unit at xaxis2, \"time\""),
        ["colours"] = (
            Figure.Titled("A map").Heatmap([0.0, 1], [0.0, 1], Heights, "height").XAxis("x (m)").YAxis("y (m)"),
            "chart-axes",
            "The chart \"A map\" has no unit at coloraxis, \"height\""),
        ["a space"] = (Landscape.XAxis("a"), "chart-axes", "The chart \"A landscape\" has no unit at scene.xaxis, \"a\""),
    };

    public static TheoryData<string> SoundNames => [.. SoundFigures.Keys];

    public static TheoryData<string> BrokenNames => [.. BrokenFigures.Keys];

    [Theory]
    [MemberData(nameof(SoundNames))]
    public void ASoundChartBreaksNone(string name) => Assert.Empty(Findings(SoundFigures[name]));

    [Theory]
    [MemberData(nameof(BrokenNames))]
    public void ABrokenRuleIsNamed(string name)
    {
        var (figure, rule, message) = BrokenFigures[name];
        var finding = Assert.Single(Findings(figure));
        Assert.Equal((rule, "code"), (finding.Rule, finding.CellId));
        Assert.StartsWith(message, finding.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(2_000, 0)]
    [InlineData(2_001, 1)]
    public void TracesAreThin(int points, int expected)
    {
        var figure = Json(Sound);
        figure["data"]![0]!["x"] = new JsonArray([.. Enumerable.Range(0, points).Select(i => (JsonNode)i)]);
        Assert.Equal(expected, Findings(figure).Count(finding => finding.Rule == "chart-size"));
    }

    [Fact]
    public void FramesAreLookedAtToo()
    {
        var figure = Json(Sound);
        var trace = figure["data"]![0]!.DeepClone();
        trace["y"] = new JsonArray([.. Enumerable.Range(0, 2_001).Select(i => (JsonNode)i)]);
        figure["frames"] = new JsonArray(new JsonObject { ["data"] = new JsonArray(trace) });
        Assert.Equal("chart-size", Assert.Single(Findings(figure)).Rule);
    }

    [Fact]
    public void MapsHaveFewCells()
    {
        var figure = Json(Map);
        figure["data"]![0]!["z"] = new JsonArray([.. Enumerable.Range(0, 101).Select(_ => (JsonNode)new JsonArray([.. Enumerable.Range(0, 100).Select(i => (JsonNode)i)]))]);
        Assert.Equal("chart-size", Assert.Single(Findings(figure)).Rule);
    }

    [Fact]
    public void ChartsOfOthersAreReadToo()
    {
        var figure = JsonNode.Parse("""{"data":[{"y":[1,2]}],"layout":{"title":"Mine"}}""")!.AsObject();
        Assert.Equal(["chart-text", "chart-axes", "chart-axes"], Findings(figure).Select(finding => finding.Rule));
    }

    [Fact]
    public void TextOutputsAreNoCharts() => Assert.Empty(new NotebookChecker(null).CheckRun(Executed(new JsonObject { ["text/plain"] = "2" }), SoundChapter.Path));

    private static JsonObject Json(Figure figure) => JsonNode.Parse(figure.ToMimeBundle()[Plotly])!.AsObject();

    private static IReadOnlyList<CheckFinding> Findings(Figure figure) => Findings(Json(figure));

    private static IReadOnlyList<CheckFinding> Findings(JsonObject figure) =>
        new NotebookChecker(null).CheckRun(Executed(new JsonObject { [Plotly] = figure.DeepClone() }), SoundChapter.Path);

    private static NotebookDocument Executed(JsonObject data)
    {
        var chapter = SoundChapter.Create();
        chapter.Cell("code").Outputs = [new JsonObject { ["data"] = data, ["metadata"] = new JsonObject(), ["output_type"] = "display_data" }];
        return chapter;
    }
}
