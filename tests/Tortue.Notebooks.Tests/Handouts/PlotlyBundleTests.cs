using Tortue.Notebooks.Handouts;
using Tortue.Notebooks.Handouts.Assets;
using Xunit;
using static Tortue.Notebooks.Tests.Handouts.Handout;

namespace Tortue.Notebooks.Tests.Handouts;

public sealed class PlotlyBundleTests
{
    private const string Small = "plotly.js-cartesian-dist-min@";
    private const string Whole = "plotly.js-dist-min@";

    [Theory]
    [InlineData("""{"data":[{"y":[1,2]}]}""")]
    [InlineData("""{"data":[{"type":"scatter","y":[1]},{"type":"heatmap","z":[[1]]},{"type":"contour","z":[[1]]},{"type":"bar","y":[1]}]}""")]
    [InlineData("""{"data":[],"frames":[{"name":"a","data":[{"y":[1]}]},{"name":"b"}]}""")]
    public void FlatChartsTakeTheSmallBuild(string figure) => Assert.Contains(Small, Page(figure), StringComparison.Ordinal);

    [Theory]
    [InlineData("""{"data":[{"type":"scatter","y":[1]},{"type":"surface","z":[[1]]}]}""")]
    [InlineData("""{"data":[{"type":"scattergl","y":[1]}]}""")]
    [InlineData("""{"data":[{"type":"scatter","y":[1]}],"frames":[{"data":[{"type":"scatter3d","x":[1]}]}]}""")]
    [InlineData("""{"data":[{"type":7}]}""")]
    public void OthersTakeTheWhole(string figure) => Assert.Contains(Whole, Page(figure), StringComparison.Ordinal);

    [Fact]
    public void OneChartDecidesForAllOfThePage()
    {
        var page = Page("""{"data":[{"y":[1]}]}""", """{"data":[{"type":"surface","z":[[1]]}]}""", """{"data":[{"y":[1]}]}""");
        Assert.Contains(Whole, page, StringComparison.Ordinal);
        Assert.DoesNotContain(Small, page, StringComparison.Ordinal);
    }

    private static string Page(params string[] figures) => new HandoutExporter(new HandoutOptions(), AssetLibrary.Missing).ToHtml(
        Notebook([.. figures.Select(figure => Code("x", [DisplayData(("application/vnd.plotly.v1+json", figure))]))]), "charts");
}
