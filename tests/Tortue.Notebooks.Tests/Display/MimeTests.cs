using System.Text;
using System.Text.Json.Nodes;
using Tortue.Notebooks.Display;
using Tortue.Notebooks.Tests.Scripting;
using Xunit;

namespace Tortue.Notebooks.Tests.Display;

/// <summary>Values shown as the MIME type that is asked for.</summary>
public class MimeTests
{
    [Theory]
    [InlineData("text/markdown", "**x**")]
    [InlineData("text/latex", "$x^2$")]
    [InlineData("text/html", "<b>x</b>")]
    [InlineData("image/svg+xml", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>")]
    [InlineData("application/json", "{\"a\":[1]}")]
    public void ATextIsWhatItIsCalled(string mimeType, string text)
    {
        Assert.Equal(text, Assert.Single(ValueFormatter.Format(text, [mimeType])).Value);
        var bytes = Encoding.UTF8.GetBytes(text);
        Assert.Equal(text, Assert.Single(ValueFormatter.Format(bytes, [mimeType])).Value);
    }

    [Fact]
    public void BytesOfAPictureAreBase64() =>
        Assert.Equal("iVBORw==", Assert.Single(ValueFormatter.Format(new byte[] { 0x89, 0x50, 0x4e, 0x47 }, ["image/png"])).Value);

    [Fact]
    public void BytesWithoutATypeAreNumbers() => Assert.Equal("[1, 2]", ValueFormatter.Format(new byte[] { 1, 2 }, [])["text/plain"]);

    [Fact]
    public void AnyValueCanBeJson()
    {
        var value = new { A = new[] { 1.5, double.NaN }, B = ("x", 2) };
        Assert.Equal("{\"A\":[1.5,\"NaN\"],\"B\":{\"Item1\":\"x\",\"Item2\":2}}", Json(value));
        var list = new List<object?> { 1 };
        list.Add(list);
        Assert.Equal("[1,null]", Json(list));
        Assert.Equal("{\"a\":1}", Json(new JsonObject { ["a"] = 1 }));

        static string Json(object value) => ValueFormatter.Format(value, ["application/json"])["application/json"];
    }

    [Fact]
    public void OtherFormsComeFromTheText()
    {
        Assert.Equal("5", ValueFormatter.Format(5, ["text/markdown"])["text/markdown"]);
        Assert.Equal("# Title", ValueFormatter.Format(new StringBuilder("# Title"), ["text/markdown"])["text/markdown"]);
        Assert.Equal("<pre>a &lt; b</pre>", ValueFormatter.Format(new StringBuilder("a < b"), ["text/html"])["text/html"]);
        Assert.Contains("<table", ValueFormatter.Format(new { A = 1 }, ["text/html"])["text/html"], StringComparison.Ordinal);
        Assert.Equal(["text/html", "text/plain"], ValueFormatter.Format(new { A = 1 }, ["text/plain", "text/html"]).Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task CellsShowThemAndReplaceThem()
    {
        using var session = new SessionFixture();
        await session.Value("""
            var picture = display(new byte[] { 1, 2, 3 }, "image/png");
            picture.Update(new byte[] { 4 });
            display("$x$", "text/latex");
            """);
        Assert.Equal(["AQID", "BA==", "$x$"], session.Sink.Bundles.Select(bundle => Assert.Single(bundle).Value));
        Assert.Equal(["image/png", "image/png", "text/latex"], session.Sink.Bundles.Select(bundle => Assert.Single(bundle).Key));
    }

    [Fact]
    public async Task AnExceptionAsAValueTellsWhereItCameFrom()
    {
        using var session = new SessionFixture();
        var text = await session.Value("""
            void Fail() => throw new FormatException("no", new ArgumentException("inner"));
            Exception caught = null;
            try { Fail(); } catch (Exception exception) { caught = exception; }
            caught
            """);
        Assert.StartsWith("System.FormatException: no\n   at Fail() in cell 1, line 1\n   at cell 1, line 3\ncaused by System.ArgumentException: inner", text, StringComparison.Ordinal);
        Assert.Equal("[FormatException: no, 1]", await session.Value("new object[] { caught, 1 }"));
    }

    [Fact]
    public async Task AnEndlessSequenceWithoutItemsCanBeStopped()
    {
        using var session = new SessionFixture(options => options with { AbortDelay = TimeSpan.FromMilliseconds(20) });
        using var stop = new CancellationTokenSource();
        var running = session.RunUntil(stop.Token, """
            IEnumerable<int> Never() { Console.Write("started"); while (true) { if (DateTime.Now.Year < 0) yield return 1; } }
            Never()
            """);
        await session.Sink.WhenWritten("started");
        await stop.CancelAsync();
        Assert.Equal("Interrupted", (await running).Error!.Name);
        Assert.Equal("2", await session.Value("1 + 1"));
    }
}
