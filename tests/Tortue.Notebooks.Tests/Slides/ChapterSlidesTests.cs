using Tortue.Notebooks.Documents;
using Tortue.Notebooks.Slides;
using Tortue.Notebooks.Tests.Handouts;
using Tortue.Testing;
using Xunit;

namespace Tortue.Notebooks.Tests.Slides;

/// <summary>
/// The slides of every chapter, as <c>tortue slides</c> wrote them before the tests (<see cref="ExportedHandouts"/>): what is on them needs
/// runs of minutes, so that a plain run of the tests looks at the tracks alone.
/// </summary>
public sealed class ChapterSlidesTests(Browser browser) : IClassFixture<Browser>
{
    public static TheoryData<string> Chapters => Tortue.Notebooks.Tests.Handouts.ChapterTests.Chapters;

    [Theory]
    [MemberData(nameof(Chapters))]
    public void AChapterHasALectureOfTenToTwentySlides(string name)
    {
        var document = Track(name);
        Assert.InRange(SlideDeck.Of(document).Slides.Count(), 10, 20);
        Assert.Equal(SlideType.Skip, SlideDeck.TypeOf(document.Cells.First(cell => cell.Kind == CellKind.Code)));
        Assert.StartsWith("# ", SlideDeck.Of(document).Slides.First().Cells.First().Source, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Chapters))]
    public async Task TheSlidesOfAChapterAreCompleteWithoutANetworkAndNothingIsCutOff(string name)
    {
        Track(name);
        var exported = ExportedHandouts.Named;
        Assert.SkipWhen(exported is null, "No slides have been made before the tests: .ci/run does it.");
        var path = exported.PageOf(name, ".slides.html");
        Assert.InRange(new FileInfo(path).Length, 1, 6_000_000);
        await SlidesInBrowser.AssertCompleteAsync(browser, path);
    }

    private static NotebookDocument Track(string name)
    {
        var document = NotebookDocument.Load(Path.Combine(Repository.Root, "notebooks", name));
        Assert.SkipUnless(SlideDeck.HasTrack(document), $"{name} has no slides yet.");
        return document;
    }
}
