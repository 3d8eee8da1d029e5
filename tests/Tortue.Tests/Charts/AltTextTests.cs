using System.Text.Json.Nodes;
using Tortue.Charts;
using Xunit;

namespace Tortue.Tests.Charts;

public class AltTextTests
{
    private static string Alt(Figure figure) => (string)JsonNode.Parse(figure.ToJson())!["layout"]!["meta"]!["alt"]!;

    [Fact]
    public void ItNamesTitleSeriesAndAxes()
    {
        var figure = Figure.Titled("Relative change")
            .Line([10, 1000], [0.5, 0.001], "β = 1").Band([10, 1000], [0.4, 0.0005], [0.6, 0.2], "10–90 %").Published([10], [1], "paper")
            .XAxis("depth L (layers)", AxisScale.Log).YAxis("ratio (no unit)");
        Assert.Equal(
            "Relative change. line “β = 1”, band “10–90 %”, published values “paper”. "
            + "Horizontal axis: depth L (layers), logarithmic, 10 to 1000. Vertical axis: ratio (no unit), 5E-4 to 1.",
            Alt(figure));
        Assert.Equal("Chart: " + Alt(figure), figure.ToString());
        Assert.Equal(figure.ToString(), figure.ToMimeBundle()["text/plain"]);
    }

    [Fact]
    public void ItSaysBetweenWhatALandscapeLies()
    {
        var map = new Figure().Contour([0, 1], [0, 1], new[,] { { 0.5, 1 }, { 0, 2000 } }, "loss (nats)", AxisScale.Log);
        Assert.StartsWith("contour map “loss (nats)” from 0.5 to 2000. ", Alt(map), StringComparison.Ordinal);
        var surface = new Figure().Surface([0, 1], [0, 1], new[,] { { 0, 1 }, { 2, 3 } }, "height");
        Assert.StartsWith("surface “height” from 0 to 3. ", Alt(surface), StringComparison.Ordinal);
    }

    [Fact]
    public void AuthorsMaySayItBetter() => Assert.Equal("Two lines cross.", Alt(Figure.Titled("t").WithAlt("Two lines cross.")));

    [Fact]
    public void ItIsOneLine() => Assert.All(Gallery.Figures.Values, figure => Assert.DoesNotContain('\n', figure().ToString()));
}
