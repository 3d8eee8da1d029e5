using System.Text.Json.Nodes;
using Tortue.Notebooks.Handouts.Outputs;
using Xunit;
using static Tortue.Notebooks.Tests.Handouts.Handout;

namespace Tortue.Notebooks.Tests.Handouts;

public class OutputTests
{
    private const string Pixel = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

    [Fact]
    public void PiecesOfOneStreamAreOneText()
    {
        var page = Of(Code("Print()", [Stream("a"), Stream("b\n"), Stream("<oops>", "stderr"), Stream("c")]));
        Assert.Equal(["ab", "<oops>", "c"], page.QuerySelectorAll("pre.stream").Select(pre => pre.TextContent));
        Assert.Single(page.QuerySelectorAll("pre.stderr"));
    }

    [Fact]
    public void ColumnsKeepTheirShapeAndProseIsWrapped()
    {
        Assert.Null(Of(Code("Print()", [Stream(new string('a', 160) + "\nb")])).QuerySelector("pre.wrap"));
        Assert.NotNull(Of(Code("Print()", [Stream("b\n" + new string('a', 161))])).QuerySelector("pre.stream.wrap"));
    }

    [Fact]
    public void TheRichestFormIsShown()
    {
        Assert.NotNull(Of(Code("x", [DisplayData(("text/plain", "p"), ("text/html", "<b>h</b>"))])).QuerySelector(".html b"));
        Assert.NotNull(Of(Code("x", [DisplayData(("text/plain", "p"), ("text/markdown", "*m*"))])).QuerySelector(".output em"));
        Assert.Equal("x^2", Of(Code("x", [DisplayData(("text/plain", "p"), ("text/latex", "$$x^2$$"))])).QuerySelector(".math-display")!.GetAttribute("data-tex"));
        Assert.Equal("p", Of(Code("x", [DisplayData(("text/plain", "p"), ("image/png", Pixel + "\n"))])).QuerySelector("img")!.GetAttribute("alt"));
        Assert.Equal("<p>", Of(Code("x", [DisplayData(("text/plain", new JsonArray("<", "p>")))])).QuerySelector("pre.result")!.TextContent);
        Assert.Null(Of(Code("x", [DisplayData(("application/unknown", "p"))])).QuerySelector(".output"));
    }

    [Fact]
    public void APictureInSvgCannotRunScripts()
    {
        var page = Of(Code("x", [DisplayData(("image/svg+xml", "<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>"))]));
        Assert.Null(page.QuerySelector("main svg"));
        Assert.StartsWith("data:image/svg+xml;base64,", page.QuerySelector("main img")!.GetAttribute("src"), StringComparison.Ordinal);
    }

    [Fact]
    public void AChartCannotEndItsScript()
    {
        const string Evil = "</script><script>alert(1)</script><!--";
        var figure = new JsonObject
        {
            ["data"] = new JsonArray(new JsonObject { ["name"] = Evil, ["y"] = new JsonArray(1, 2.5) }),
            ["layout"] = new JsonObject { ["meta"] = new JsonObject { ["alt"] = "a \"quoted\" <alt>" } },
        };
        var page = Of(Code("x", [DisplayData(("application/vnd.plotly.v1+json", figure), ("text/plain", "summary"))]));
        var script = page.QuerySelector("figure.chart > script")!;
        Assert.Equal(Evil, JsonNode.Parse(script.TextContent)!["data"]![0]!["name"]!.ToString());
        Assert.Equal("a \"quoted\" <alt>", page.QuerySelector(".plot")!.GetAttribute("aria-label"));
    }

    [Fact]
    public void AChartThatWasStoredAsTextIsReadAsWell()
    {
        const string Figure = """{"data":[],"layout":{"title":{"text":"The title"},"height":300}}""";
        var page = Of(Code("x", [DisplayData(("application/vnd.plotly.v1+json", Figure), ("text/html", "<p>html</p>"))]));
        Assert.Equal("The title", page.QuerySelector(".plot")!.GetAttribute("aria-label"));
        Assert.Equal("min-height:300px", page.QuerySelector(".plot")!.GetAttribute("style"));
    }

    [Theory]
    [InlineData("\u001b[1;31mred\u001b[0m", "red")]
    [InlineData("\u001b]8;;http://x\u0007link\u001b]8;;\u0007", "link")]
    [InlineData("10 %\r50 %\r100 %\ndone", "100 %\ndone")]
    [InlineData("100 %\r\ndone\r\n", "100 %\ndone\n")]
    [InlineData("\r 10 %\r 20 %", " 20 %")]
    [InlineData("bell\a and \0 nothing\ttab", "bell and  nothing\ttab")]
    public void TerminalTextIsCleaned(string written, string shown) => Assert.Equal(shown, TerminalText.Clean(written));
}
