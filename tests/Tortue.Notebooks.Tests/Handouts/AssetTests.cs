using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Tortue.Notebooks.Handouts.Assets;
using Tortue.Testing;
using Xunit;

namespace Tortue.Notebooks.Tests.Handouts;

public class AssetTests
{
    private static readonly string Project = Path.Combine(Repository.Root, "lib", "Tortue.Notebooks");

    public static TheoryData<string> Files => [.. AssetLibrary.All.Select(asset => asset.File)];

    [Theory]
    [MemberData(nameof(Files))]
    public void TheIntegrityHashIsThatOfTheFile(string file)
    {
        var bytes = EmbeddedOrSkip(file);
        Assert.Equal(AssetLibrary.Entry(file).Integrity, "sha384-" + Convert.ToBase64String(SHA384.HashData(bytes)));
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void TheCdnAddressAndTheLockFileNameTheSameVersion(string file)
    {
        var asset = AssetLibrary.Entry(file);
        var module = file switch
        {
            "plotly/plotly.min.js" => "plotly.js-dist-min",
            "plotly/plotly-cartesian.min.js" => "plotly.js-cartesian-dist-min",
            _ when file.StartsWith("reveal/", StringComparison.Ordinal) => "reveal.js",
            _ => "katex",
        };
        var locked = JsonNode.Parse(File.ReadAllText(Path.Combine(Project, "package-lock.json")))!["packages"]![$"node_modules/{module}"]!;
        Assert.Equal(asset.Version, locked["version"]!.ToString());
        Assert.StartsWith($"https://cdn.jsdelivr.net/npm/{module}@{asset.Version}/", asset.Url, StringComparison.Ordinal);
        Assert.EndsWith(file.Split('/')[1], asset.Url, StringComparison.Ordinal);
    }

    [Fact]
    public void TheLockFileNamesNoRegistry() =>
        Assert.DoesNotContain("\"resolved\"", File.ReadAllText(Path.Combine(Project, "package-lock.json")), StringComparison.Ordinal);

    [Fact]
    public void TheStyleSheetOfFormulasCarriesEveryFont()
    {
        EmbeddedOrSkip("katex/katex.min.css");
        var style = AssetLibrary.Embedded.KatexStyle()!;
        Assert.DoesNotContain("url(fonts", style, StringComparison.Ordinal);
        Assert.Equal(20, style.Split("url(data:font/woff2;base64,").Length - 1);
        Assert.Equal(20, style.Split("@font-face").Length - 1);
    }

    [Fact]
    public void AStyleSheetWithAMissingFontIsMissing()
    {
        EmbeddedOrSkip("katex/katex.min.css");
        var lacking = new AssetLibrary(file => file.EndsWith("Main-Regular.woff2", StringComparison.Ordinal) ? null : AssetLibrary.Embedded.Bytes(file));
        Assert.Null(lacking.KatexStyle());
    }

    internal static byte[] EmbeddedOrSkip(string file)
    {
        var bytes = AssetLibrary.Embedded.Bytes(file);
        if (bytes is null)
            Assert.Skip("The build had no npm: plotly.js, KaTeX and reveal.js are not embedded.");
        return bytes;
    }
}
