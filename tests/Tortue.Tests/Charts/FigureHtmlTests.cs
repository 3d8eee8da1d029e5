using System.Security.Cryptography;
using System.Text.RegularExpressions;
using Tortue.Charts;
using Tortue.Testing;
using Xunit;

namespace Tortue.Tests.Charts;

public partial class FigureHtmlTests
{
    [Fact]
    public void ItIsOneElementAndOneScript()
    {
        var html = Figure.Titled("A \"title\" with </script> & <b>").Line([1, 2], [3, 4]).ToHtml();
        Assert.Single(Regex.Matches(html, "<div"));
        Assert.Single(Regex.Matches(html, "<script"));
        Assert.Single(Regex.Matches(html, "</script"));
        Assert.Contains("role=\"img\" aria-label=\"A &quot;title&quot; with &lt;/script&gt; &amp; &lt;b&gt;. line.", html);
        Assert.Matches("<noscript>A &quot;title&quot; .*</noscript>", html);
    }

    [Fact]
    public void EachOutputHasItsOwnId()
    {
        var figure = Figure.Titled("t");
        Assert.NotEqual(Id().Match(figure.ToHtml()).Value, Id().Match(figure.ToHtml()).Value);
    }

    [Fact]
    public void TextsThatLookLikeSlotsOfTheScriptStayTexts() =>
        Assert.Contains("\"alt\":\"$figure$ of $source$", Figure.Titled("$figure$ of $source$").ToHtml());

    [Fact]
    public void TheSourceIsWhatTheAuthorSays()
    {
        Assert.Contains("\"address\":\"plotly.js\"", new Figure().ToHtml(PlotlySource.FromAddress("plotly.js")));
        var embedded = PlotlySource.Embedded("window.Plotly=1;</script>");
        Assert.Contains("\"text\":\"window.Plotly=1;\\u003C/script\\u003E\"", new Figure().ToHtml(embedded));
    }

    [Fact]
    public void TheHashIsThatOfThePublishedFile()
    {
        var file = File.ReadAllBytes(NpmModules.Path("plotly-3", "plotly.min.js"));
        Assert.Equal("sha384-" + Convert.ToBase64String(SHA384.HashData(file)), PlotlySource.Cdn.Integrity);
        Assert.Contains($"plotly.js v{PlotlySource.Version}", System.Text.Encoding.UTF8.GetString(file, 0, 100));
        Assert.Contains($"plotly.js-dist-min@{PlotlySource.Version}/", PlotlySource.Cdn.Address);
    }

    [Fact]
    public void TheBundleHasThreeForms()
    {
        var bundle = Figure.Titled("t").Line([1], [1]).ToMimeBundle();
        Assert.Equal(["application/vnd.plotly.v1+json", "text/html", "text/plain"], bundle.Keys.Order());
        Assert.StartsWith("<div", bundle["text/html"]);
        Assert.StartsWith("{\"data\":[", bundle["application/vnd.plotly.v1+json"]);
    }

    [GeneratedRegex("(?<=<div id=\")[^\"]*")]
    private static partial Regex Id();
}
