using System.Text.Json.Nodes;
using Tortue.Notebooks.Handouts;
using Tortue.Notebooks.Handouts.Assets;
using Xunit;
using static Tortue.Notebooks.Tests.Handouts.Handout;

namespace Tortue.Notebooks.Tests.Handouts;

public sealed class WriteTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("tortue-handout-");

    [Fact]
    public void AHandoutIsWrittenWithItsFolderAndNothingBesideIt()
    {
        var path = Path.Combine(_folder.FullName, "new", "deep", "a.html");
        var result = new HandoutExporter(new HandoutOptions()).Write(Notebook(Text("# Τίτλος")), path);
        Assert.Equal(path, result.Path);
        Assert.Equal("Τίτλος", result.Title);
        Assert.Equal(new FileInfo(path).Length, result.Bytes);
        Assert.Empty(result.Notices);
        Assert.Equal([path], Directory.GetFiles(Path.GetDirectoryName(path)!));
    }

    [Fact]
    public void AnotherHandoutIsReplaced()
    {
        var path = Path.Combine(_folder.FullName, "a.html");
        File.WriteAllText(path, "old");
        new HandoutExporter(new HandoutOptions()).Write(Notebook(Text("# New")), path);
        Assert.Contains("New", File.ReadAllText(path), StringComparison.Ordinal);
    }

    [Fact]
    public void AFolderThatCannotBeMadeIsOneSentence()
    {
        var file = Path.Combine(_folder.FullName, "file");
        File.WriteAllText(file, "");
        var path = Path.Combine(file, "sub", "a.html");
        var error = Assert.Throws<HandoutWriteException>(() => new HandoutExporter(new HandoutOptions()).Write(Notebook(Text("# T")), path));
        Assert.Contains(path, error.Message, StringComparison.Ordinal);
        Assert.Contains("--output", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', error.Message);
    }

    [Fact]
    public void AFileThatCannotBeReplacedIsOneSentence()
    {
        var path = Path.Combine(_folder.FullName, "a.html");
        Directory.CreateDirectory(path);
        var error = Assert.Throws<HandoutWriteException>(() => new HandoutExporter(new HandoutOptions()).Write(Notebook(Text("# T")), path));
        Assert.Contains(path, error.Message, StringComparison.Ordinal);
        Assert.Equal([path], Directory.GetFileSystemEntries(_folder.FullName));
    }

    [Fact]
    public void WithoutEmbeddedScriptsThePageNamesTheCdnAndTheResultSaysSo()
    {
        var path = Path.Combine(_folder.FullName, "a.html");
        var result = new HandoutExporter(new HandoutOptions(), AssetLibrary.Missing).Write(Sample(), path);
        var notice = Assert.Single(result.Notices);
        Assert.Contains("KaTeX, plotly.js", notice, StringComparison.Ordinal);
        var loaded = Parse(File.ReadAllText(path)).QuerySelectorAll("script[src], link[rel=stylesheet]");
        Assert.Equal(3, loaded.Length);
        Assert.All(loaded, element =>
        {
            var asset = Assert.Single(AssetLibrary.All, asset => asset.Url == (element.GetAttribute("src") ?? element.GetAttribute("href")));
            Assert.Equal(asset.Integrity, element.GetAttribute("integrity"));
            Assert.Equal("anonymous", element.GetAttribute("crossorigin"));
        });
    }

    [Fact]
    public void PicturesBesideTheNotebookAndInItsCellsAreEmbedded()
    {
        File.WriteAllBytes(Path.Combine(_folder.FullName, "a picture.png"), [1, 2, 3]);
        var cell = Text("![one](a%20picture.png) ![two](attachment:two.png) ![three](missing.png) ![four](https://x.org/4.png)");
        cell["attachments"] = new JsonObject { ["two.png"] = new JsonObject { ["image/png"] = "BAUG" } };
        var options = new HandoutOptions { NotebookFolder = _folder.FullName };
        var path = Path.Combine(_folder.FullName, "a.html");
        var result = new HandoutExporter(options).Write(Notebook(cell), path);
        var page = Parse(File.ReadAllText(path));
        Assert.Equal(["data:image/png;base64,AQID", "data:image/png;base64,BAUG"], page.QuerySelectorAll("img").Select(img => img.GetAttribute("src")));
        Assert.Contains("three", page.QuerySelector("main em")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("https://x.org/4.png", page.QuerySelector("main p a")!.GetAttribute("href"));
        Assert.Equal(2, result.Notices.Count);
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
