using System.Text.Json.Nodes;
using Tortue.Notebooks.Tests.Scripting;
using Xunit;

namespace Tortue.Notebooks.Tests.Display;

/// <summary>
/// Charts of Plotly.NET. The package is not here to test with: small libraries imitate it, with the names and shapes that the F# compiler gives to its
/// source in each family of versions. In versions 2 to 4 a union is nested in a module of its own name, which C# cannot write: it is compiled under a
/// name of the same length, and renamed in the assembly.
/// </summary>
public sealed class PlotlyNetTests : IDisposable
{
    private const string Parts = """
        public class Trace { public string type { get; set; } = "scatter"; public int[] y { get; set; } = { 1, 3 }; }
        public class Title { public string text { get; set; } = "a </script> title"; }
        public class Layout { public Title title { get; set; } = new Title(); public int width { get; set; } = 600; }
        public class Config { public bool responsive { get; set; } = true; }
        public class DisplayOptions { }
        """;

    private const string Functions = """
        public static List<Trace> getTraces(CHART chart) => new List<Trace> { new Trace() };
        public static Layout getLayout(CHART chart) => new Layout();
        public static Config getConfig(CHART chart) => new Config();
        public static DisplayOptions getDisplayOptions(CHART chart) => new DisplayOptions();
        public static string toChartHTML(CHART chart) => "<div>needs plotly.js in the page</div>";
        """;

    private const string ToJson = """
        public static string toJson(CHART chart) => "{\"data\":[{\"type\":\"scatter\",\"y\":[1,3]}],\"layout\":{\"title\":{\"text\":\"a </script> title\"},\"width\":600},\"config\":{\"responsive\":true}}";
        public static string toFigureJson(CHART chart) => "{}";
        """;

    // Settings that ask for anything else than the package does fail.
    private const string Newtonsoft = """
        namespace Newtonsoft.Json
        {
            public enum ReferenceLoopHandling { Error, Ignore, Serialize }
            public class JsonSerializerSettings { public ReferenceLoopHandling ReferenceLoopHandling { get; set; } }
            public static class JsonConvert
            {
                public static string SerializeObject(object value) => throw new InvalidOperationException("without settings");
                public static string SerializeObject(object value, JsonSerializerSettings settings) =>
                    settings.ReferenceLoopHandling == ReferenceLoopHandling.Serialize ? System.Text.Json.JsonSerializer.Serialize(value) : throw new InvalidOperationException();
            }
        }
        """;

    private readonly SessionFixture _session = new();

    public void Dispose() => _session.Dispose();

    [Theory]
    [InlineData("2 to 4.0", false)]
    [InlineData("4.1 and 4.2", true)]
    public async Task AChartOfAModuleIsDrawn(string versions, bool hasJson)
    {
        Assert.NotEmpty(versions);
        Write(
            $$"""
            public static class GenericChart
            {
                public abstract class GenericCharT { public override string ToString() => "Chart (Trace, Layout, Config, DisplayOptions)"; public class Chart : GenericCharT { } public class MultiChart : GenericCharT { } }
                {{(Functions + (hasJson ? ToJson : "")).Replace("CHART", "GenericCharT", StringComparison.Ordinal)}}
                public static string settings = nameof(Newtonsoft.Json.JsonSerializerSettings) + new Newtonsoft.Json.JsonSerializerSettings();
            }
            public static class Chart { public static GenericChart.GenericCharT Line() => new GenericChart.GenericCharT.Chart(); public static GenericChart.GenericCharT Combine() => new GenericChart.GenericCharT.MultiChart(); }
            """,
            renamed: true);
        await DrawsAsync();
    }

    [Fact]
    public async Task AChartOfVersion5IsDrawn()
    {
        Write(
            $$"""
            public abstract class GenericChart
            {
                public class Chart : GenericChart { }
                public class MultiChart : GenericChart { }
                {{(Functions + ToJson).Replace("CHART", "GenericChart", StringComparison.Ordinal)}}
            }
            public static class Chart { public static GenericChart Line() => new GenericChart.Chart(); public static GenericChart Combine() => new GenericChart.MultiChart(); }
            """,
            renamed: false);
        await DrawsAsync();
    }

    [Fact]
    public async Task WhatCannotBeSerialisedIsShownAsAnyObject()
    {
        Write("public class GenericChart { public int Points => 3; }\npublic static class Chart { public static GenericChart Line() => new GenericChart(); }", renamed: false);
        Assert.Equal("GenericChart { Points = 3 }", (await BundleAsync("Line"))["text/plain"]);
    }

    private async Task DrawsAsync()
    {
        foreach (var function in new[] { "Line", "Combine" })
        {
            var bundle = await BundleAsync(function);
            Assert.Equal(["application/vnd.plotly.v1+json", "text/html", "text/plain"], bundle.Keys.Order(StringComparer.Ordinal));
            var figure = JsonNode.Parse(bundle["application/vnd.plotly.v1+json"])!;
            Assert.Equal(["data", "layout", "config"], figure.AsObject().Select(part => part.Key));
            Assert.Equal("[1,3]", figure["data"]![0]!["y"]!.ToJsonString());
            Assert.Equal(("600", "true"), (figure["layout"]!["width"]!.ToJsonString(), figure["config"]!["responsive"]!.ToJsonString()));
            Assert.Equal("Chart: a </script> title", bundle["text/plain"]);
            Assert.Contains("Plotly.react", bundle["text/html"], StringComparison.Ordinal);
            Assert.Single(bundle["text/html"].Split("</script>")[1..]);
        }
    }

    private async Task<IReadOnlyDictionary<string, string>> BundleAsync(string function)
    {
        var result = await _session.Run($"#r \"Plotly.NET.dll\"\nPlotly.NET.Chart.{function}()");
        Assert.Null(result.Error?.Message);
        return result.Value!;
    }

    private void Write(string chart, bool renamed)
    {
        var json = BuiltAssembly.Write(_session.Folder, "Newtonsoft.Json", Newtonsoft);
        var path = BuiltAssembly.Write(_session.Folder, "Plotly.NET", $"namespace Plotly.NET\n{{\n{Parts}\n{chart}\n}}", json);
        if (!renamed)
            return;

        var assembly = File.ReadAllBytes(path);
        var name = "GenericCharT\0"u8;
        var place = assembly.AsSpan().IndexOf(name);
        Assert.True(place >= 0);
        "GenericChart"u8.CopyTo(assembly.AsSpan(place));
        Assert.Equal(-1, assembly.AsSpan().IndexOf(name));
        File.WriteAllBytes(path, assembly);
    }
}
