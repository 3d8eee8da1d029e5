using Tortue.Notebooks.Handouts;
using Tortue.Notebooks.Handouts.Assets;
using Tortue.Notebooks.Handouts.Outputs;
using Xunit;
using static Tortue.Notebooks.Tests.Handouts.Handout;

namespace Tortue.Notebooks.Tests.Handouts;

public sealed class SharedAssetsTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("tortue-shared-");

    private string Assets => Path.Combine(_folder.FullName, "some assets");

    [Fact]
    public void PagesReferToOneCopyBesideThem()
    {
        AssetTests.EmbeddedOrSkip(PlotlyBundle.Whole);
        var student = Write("a.html", new HandoutOptions { SharedAssets = Assets });
        var instructor = Write("instructor/a.html", new HandoutOptions { SharedAssets = Assets, Variant = HandoutVariant.Instructor });
        var referred = References(student);
        Assert.Equal(referred, References(instructor));
        Assert.Equal(Directory.GetFiles(Assets).Order(StringComparer.Ordinal), referred);
        Assert.Single(referred, path => Path.GetFileName(path).StartsWith("plotly", StringComparison.Ordinal));
        Assert.Contains("gl3d", File.ReadAllText(referred.Single(path => Path.GetFileName(path).StartsWith("plotly", StringComparison.Ordinal))), StringComparison.Ordinal);
        Assert.InRange(new FileInfo(student).Length, 1, 300_000);
        var page = Parse(File.ReadAllText(student));
        Assert.Empty(page.QuerySelectorAll("style, script:not([src]):not([type])"));
        Assert.DoesNotContain("url(fonts", File.ReadAllText(referred.Single(path => path.EndsWith(".css", StringComparison.Ordinal) && path.Contains("KaTeX", StringComparison.Ordinal))), StringComparison.Ordinal);
    }

    [Fact]
    public void AFileOfAnotherVersionStays()
    {
        var folder = new AssetFolder(Assets, _folder.FullName);
        var first = folder.Put("page", ".css", "one");
        var second = folder.Put("page", ".css", "two");
        Assert.NotEqual(first, second);
        Assert.Equal(first, folder.Put("page", ".css", "one"));
        Assert.StartsWith("some%20assets/page.", first, StringComparison.Ordinal);
        Assert.Equal("one", File.ReadAllText(Path.Combine(_folder.FullName, Uri.UnescapeDataString(first))));
        Assert.Equal(2, Directory.GetFiles(Assets).Length);
    }

    [Fact]
    public void AFolderThatCannotBeMadeIsOneSentence()
    {
        File.WriteAllText(Assets, "a file");
        var error = Assert.Throws<HandoutWriteException>(() => Write("a.html", new HandoutOptions { SharedAssets = Assets }));
        Assert.Contains(Assets, error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', error.Message);
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private string Write(string name, HandoutOptions options) =>
        new HandoutExporter(options).Write(Sample(), Path.Combine(_folder.FullName, name)).Path;

    private static List<string> References(string page) =>
    [
        .. Parse(File.ReadAllText(page)).QuerySelectorAll("script[src], link[rel=stylesheet]")
            .Select(element => element.GetAttribute("src") ?? element.GetAttribute("href")!)
            .Select(address => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(page)!, Uri.UnescapeDataString(address))))
            .Order(StringComparer.Ordinal),
    ];
}
