using System.Text.Json.Nodes;
using Tortue.Cli.Terminal;
using Xunit;

namespace Tortue.Cli.Tests.Terminal;

public class MimeTextTests
{
    [Theory]
    [InlineData("""{"text/html": "<b>1</b>", "text/plain": "1"}""", "1")]
    [InlineData("""{"text/plain": ["line 1\n", "line 2"]}""", "line 1\nline 2")]
    [InlineData("""{"text/latex": "$x$", "text/markdown": "**x**"}""", "**x**")]
    [InlineData("""{"image/png": "aGVsbG8="}""", "[image/png, 8 B]")]
    [InlineData("""{"application/json": {"a": 1}, "text/html": "<i></i>"}""", "[application/json, 7 B] [text/html, 7 B]")]
    [InlineData("""{}""", "")]
    public void TheReadableFormIsShownOrNamed(string bundle, string expected) =>
        Assert.Equal(expected, MimeText.Show((JsonObject)JsonNode.Parse(bundle)!));
}
