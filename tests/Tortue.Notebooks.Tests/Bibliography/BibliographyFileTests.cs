using System.Text.Json.Nodes;
using Tortue.Notebooks.Bibliography;
using Tortue.Testing;
using Xunit;

namespace Tortue.Notebooks.Tests.Bibliography;

public sealed class BibliographyFileTests
{
    private const string Entry = """
        {
          "id": "he2016",
          "type": "paper-conference",
          "title": "Deep residual learning for image recognition",
          "author": [{ "family": "He", "given": "K." }, { "family": "Sun", "given": "J." }],
          "issued": { "date-parts": [[2016, 6]] },
          "container-title": "IEEE Conference on Computer Vision and Pattern Recognition",
          "container-title-short": "CVPR",
          "archive": "arXiv",
          "archive_location": "1512.03385"
        }
        """;

    [Fact]
    public void AnEntryIsReadWhole()
    {
        var reference = Assert.Single(Parse($"[{Entry}]").References);
        Assert.Equal("he2016", reference.Key);
        Assert.Equal("ref-he2016", reference.Anchor);
        Assert.Equal(["K. He", "J. Sun"], reference.Authors);
        Assert.Equal(2016, reference.Year);
        Assert.Equal("CVPR", reference.ShortContainer);
        Assert.Equal("https://arxiv.org/abs/1512.03385", reference.Address);
    }

    [Fact]
    public void AnEntryIsFoundByItsKey()
    {
        var file = Parse($"[{Entry}]");
        Assert.Same(file.References[0], file.Find("he2016"));
        Assert.Null(file.Find("he2015"));
    }

    [Theory]
    [InlineData("id", null, "B.json: entry 1 has no \"id\"")]
    [InlineData("id", "\"He2016\"", "B.json: the id \"He2016\" is not a surname and a year")]
    [InlineData("id", "\"he\"", "B.json: the id \"he\" is not a surname and a year")]
    [InlineData("type", "\"paper\"", "B.json: entry \"he2016\" has the type \"paper\": make it one of article, ")]
    [InlineData("title", "\" \"", "B.json: \"title\" of entry \"he2016\" is not a text")]
    [InlineData("title", null, "B.json: entry \"he2016\" has no \"title\"")]
    [InlineData("author", "[]", "B.json: entry \"he2016\" has no authors")]
    [InlineData("author", "[{ \"given\": \"K.\" }]", "B.json: an author of entry \"he2016\" has neither")]
    [InlineData("author", "[\"He\"]", "B.json: an author of entry \"he2016\" has neither")]
    [InlineData("issued", "{ \"date-parts\": [] }", "B.json: entry \"he2016\" has no year")]
    [InlineData("issued", "\"2016\"", "B.json: entry \"he2016\" has no year")]
    [InlineData("container-title", null, "B.json: entry \"he2016\" has no \"container-title\"")]
    [InlineData("archive_location", "\"arXiv:1512.03385\"", "B.json: entry \"he2016\" has the arXiv number")]
    [InlineData("archive_location", null, "B.json: entry \"he2016\" has no \"archive_location\"")]
    [InlineData("DOI", "\"https://doi.org/10.1000/1\"", "B.json: entry \"he2016\" has the DOI")]
    [InlineData("URL", "\"proceedings.mlr.press\"", "B.json: entry \"he2016\" has the URL")]
    public void AWrongFieldIsNamedInOneSentence(string field, string? json, string expected)
    {
        var entry = JsonNode.Parse(Entry)!.AsObject();
        entry.Remove(field);
        if (json is not null)
            entry[field] = JsonNode.Parse(json);
        AssertRefused($"[{entry.ToJsonString()}]", expected);
    }

    [Theory]
    [InlineData("{}", "B.json is not a list of entries")]
    [InlineData("null", "B.json is not a list of entries")]
    [InlineData("[1]", "B.json: entry 1 is not an object")]
    [InlineData("[\n{\n", "B.json is not valid JSON from line ")]
    [InlineData("", "B.json is not valid JSON from line 1 on")]
    public void AWrongFileIsNamedInOneSentence(string json, string expected) => AssertRefused(json, expected);

    [Fact]
    public void AKeyIsGivenOnce() => AssertRefused($"[{Entry}, {Entry}]", "B.json has two entries with the id \"he2016\"");

    [Fact]
    public void TheCoursesFileIsFoundFromItsNotebooksAndInOrder()
    {
        var path = BibliographyFile.Locate(Path.Combine(Repository.Root, "notebooks"));
        Assert.Equal(Path.Combine(Repository.Root, "data", "bibliography.json"), path);
        var keys = BibliographyFile.Load(path!).References.Select(reference => reference.Key).ToList();
        Assert.Equal(keys.Order(StringComparer.Ordinal), keys);
        Assert.NotEmpty(keys);
    }

    [Fact]
    public void WithoutACourseThereIsNone()
    {
        var folder = Directory.CreateTempSubdirectory("tortue-");
        try
        {
            Assert.Null(BibliographyFile.Locate(folder.FullName));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static BibliographyFile Parse(string json) => BibliographyFile.Parse(json, "B.json");

    private static void AssertRefused(string json, string expected)
    {
        var message = Assert.Throws<BibliographyException>(() => Parse(json)).Message;
        Assert.StartsWith(expected, message, StringComparison.Ordinal);
        Assert.EndsWith(".", message, StringComparison.Ordinal);
    }
}
