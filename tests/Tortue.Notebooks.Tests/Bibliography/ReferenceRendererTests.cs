using AngleSharp.Html.Parser;
using Markdig;
using Tortue.Notebooks.Bibliography;
using Tortue.Testing;
using Xunit;

namespace Tortue.Notebooks.Tests.Bibliography;

public sealed class ReferenceRendererTests
{
    private static readonly Reference Conference = new()
    {
        Key = "he2016",
        Kind = "paper-conference",
        Title = "Deep residual learning",
        Authors = ["K. He", "J. Sun"],
        Year = 2016,
        Container = "IEEE Conference",
        ShortContainer = "CVPR",
        ArXiv = "1512.03385",
    };

    public static TheoryData<string> Keys => [.. Course.References.Select(reference => reference.Key)];

    private static BibliographyFile Course { get; } = BibliographyFile.Load(Path.Combine(Repository.Root, "data", "bibliography.json"));

    [Fact]
    public void AConferencePaperHasItsShortName() => Assert.Equal(
        "K. He, J. Sun. *Deep residual learning.* CVPR 2016. [arXiv:1512.03385](https://arxiv.org/abs/1512.03385).",
        ReferenceRenderer.ToMarkdown(Conference));

    [Fact]
    public void AnArticleHasVolumeAndPages() => Assert.Equal(
        "K. He, J. Sun. *Deep residual learning.* Biometrika 74 (2016), 95–101. "
        + "[doi:10.1093/biomet/74.1.95](https://doi.org/10.1093/biomet/74.1.95).",
        ReferenceRenderer.ToMarkdown(Conference with
        {
            Kind = "article-journal",
            Container = "Biometrika",
            ShortContainer = null,
            Volume = "74",
            Pages = "95-101",
            ArXiv = null,
            Doi = "10.1093/biomet/74.1.95",
        }));

    [Fact]
    public void AChapterNamesItsBook() => Assert.Equal(
        "K. He, J. Sun. *Deep residual learning.* In *Tricks of the trade*, 2016, 9–50.",
        ReferenceRenderer.ToMarkdown(Conference with
        {
            Kind = "chapter",
            Container = "Tricks of the trade",
            ShortContainer = null,
            Pages = "9–50",
            ArXiv = null,
        }));

    [Fact]
    public void WhatStandsAloneHasItsYear() => Assert.Equal(
        "K. He, J. Sun. *Deep residual learning?* 2016. [example.org](https://example.org/paper).",
        ReferenceRenderer.ToMarkdown(Conference with
        {
            Kind = "article",
            Title = "Deep residual learning?",
            Container = null,
            ShortContainer = null,
            ArXiv = null,
            Url = "https://example.org/paper",
        }));

    [Fact]
    public void AReportHasItsPublisher() => Assert.Equal(
        "K. He, J. Sun. *Deep residual learning.* University of Toronto, 2016.",
        ReferenceRenderer.ToMarkdown(Conference with
        {
            Kind = "report",
            Container = null,
            ShortContainer = null,
            ArXiv = null,
            Publisher = "University of Toronto",
        }));

    [Fact]
    public void SignsOfMarkdownAndHtmlStandForThemselves()
    {
        var awkward = Conference with { Title = "A*b_c [d] <e> $f$ & `g`" };
        Assert.Contains(@"*A\*b\_c \[d\] \<e\> \$f\$ & \`g\`.*", ReferenceRenderer.ToMarkdown(awkward), StringComparison.Ordinal);
        Assert.Contains("<em>A*b_c [d] &lt;e&gt; $f$ &amp; `g`.</em>", ReferenceRenderer.ToHtml(awkward), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Keys))]
    public void MarkdownAndHtmlSayTheSame(string key)
    {
        var reference = Course.Find(key)!;
        var parser = new HtmlParser();
        var fromMarkdown = parser.ParseDocument(Markdown.ToHtml(ReferenceRenderer.ToMarkdown(reference))).QuerySelector("p")!;
        var fromHtml = parser.ParseDocument($"<p>{ReferenceRenderer.ToHtml(reference)}</p>").QuerySelector("p")!;
        Assert.Equal(fromHtml.InnerHtml, fromMarkdown.InnerHtml);
        Assert.DoesNotContain("..", fromHtml.TextContent, StringComparison.Ordinal);
        Assert.EndsWith(".", fromHtml.TextContent, StringComparison.Ordinal);
    }
}
