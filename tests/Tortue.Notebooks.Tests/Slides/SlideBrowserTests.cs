using Microsoft.Playwright;
using Tortue.Notebooks.Documents;
using Tortue.Notebooks.Handouts.Assets;
using Tortue.Notebooks.Slides;
using Tortue.Notebooks.Tests.Handouts;
using Tortue.Testing;
using Xunit;

namespace Tortue.Notebooks.Tests.Slides;

public sealed class SlideBrowserTests(Browser browser) : IClassFixture<Browser>, IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("tortue-deck-");

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task TheLectureIsCompleteWithoutANetwork(bool dark) => await SlidesInBrowser.AssertCompleteAsync(browser, Write(Deck.Lecture()), dark);

    [Fact]
    public async Task MoreThanFitsIsSeen()
    {
        var full = Handout.Notebook(
            Deck.On("slide", Handout.Text("# Title")),
            Deck.On("slide", Handout.Text("## Full\n\n" + string.Concat(Enumerable.Repeat("many words ", 300)))),
            Deck.On("slide", Deck.Chart("One")),
            Deck.Chart("Two"));
        await using var opened = await SlidesInBrowser.OpenAsync(browser, Write(full));
        Assert.Equal(["slide 2", "slide 3"], (await SlidesInBrowser.OverfullAsync(opened.Page)).Select(slide => slide.Split(',')[0]));
    }

    [Fact]
    public async Task KeysGoThroughSlidesStepByStepUnlessSomethingHasTheFocus()
    {
        await using var opened = await SlidesInBrowser.OpenAsync(browser, Write(Deck.Lecture()));
        var page = opened.Page;
        await page.Keyboard.PressAsync("ArrowRight");
        Assert.Equal(0, await page.Locator(".fragment.visible").CountAsync());
        await page.Keyboard.PressAsync("Space");
        Assert.Equal(1, await page.Locator(".fragment.visible").CountAsync());
        await page.Keyboard.PressAsync("PageDown");
        Assert.Equal(2, await page.Locator(".fragment.visible").CountAsync());
        await page.Keyboard.PressAsync("ArrowRight");
        Assert.Equal("It grows", await TitleAsync(page));

        await page.FocusAsync(".present details.fold > summary");
        await page.Keyboard.PressAsync("Space");
        Assert.Equal("It grows", await TitleAsync(page));
        Assert.True(await page.IsVisibleAsync(".present details.fold pre.code"));
        await page.Keyboard.PressAsync("Escape");
        Assert.False(await page.IsVisibleAsync(".present details.fold pre.code"));
        Assert.False(await page.EvaluateAsync<bool>("Reveal.isOverview()"));

        // A clicker's key goes on wherever the focus is, and arrows reach the slides below.
        await page.Keyboard.PressAsync("PageDown");
        Assert.Equal((2, 1), await PlaceAsync(page));
        await page.Keyboard.PressAsync("ArrowRight");
        Assert.Equal((2, 2), await PlaceAsync(page));
        await page.Keyboard.PressAsync("Escape");
        Assert.True(await page.EvaluateAsync<bool>("Reveal.isOverview()"));
        Assert.Empty(opened.Errors);
    }

    [Theory]
    [InlineData(1280, 720)]
    [InlineData(1920, 1080)]
    [InlineData(900, 700)]
    public async Task ASliderMovesByMouseAndTurnsNoPage(int width, int height)
    {
        await using var opened = await SlidesInBrowser.OpenAsync(browser, Write(Deck.Lecture()), width, height);
        var page = opened.Page;
        await page.EvaluateAsync("Reveal.slide(2, 1)");
        await SlidesInBrowser.AssertDrawnAsync(page, "Reveal.getCurrentSlide()");
        var grip = await Box(".present .slider-grip-rect");
        var rail = await Box(".present .slider-rail-touch-rect");
        await page.Mouse.MoveAsync(grip.X + grip.Width / 2, grip.Y + grip.Height / 2);
        await page.Mouse.DownAsync();
        await page.Mouse.MoveAsync(rail.X + rail.Width - 3, grip.Y + grip.Height / 2, new() { Steps = 5 });
        await page.Mouse.UpAsync();
        Assert.Equal(2, await page.EvaluateAsync<int>("Reveal.getCurrentSlide().querySelector('.plot')._fullLayout.sliders[0].active"));
        Assert.Equal((2, 1), await PlaceAsync(page));

        async Task<LocatorBoundingBoxResult> Box(string selector) => (await page.Locator(selector).First.BoundingBoxAsync())!;
    }

    [Fact]
    public async Task TheSpeakersWindowShowsTheNotesAndFollows()
    {
        await using var opened = await SlidesInBrowser.OpenAsync(browser, Write(Deck.Lecture()));
        var page = opened.Page;
        var window = await page.RunAndWaitForPopupAsync(() => page.Keyboard.PressAsync("s"));
        var notes = window.Locator(".speaker-controls-notes .value");
        await Assertions.Expect(notes).ToContainTextAsync("Welcome them", new() { Timeout = 60_000 });
        Assert.Equal(1, await notes.Locator("math msqrt").CountAsync());
        Assert.Equal(0, await notes.Locator(".katex-html").CountAsync());
        await page.Keyboard.PressAsync("ArrowRight");
        await Assertions.Expect(notes).ToContainTextAsync("Ask the room", new() { Timeout = 60_000 });
        Assert.Empty(opened.OutsideRequests);
        await window.CloseAsync();
    }

    [Fact]
    public async Task ThePrintedSlidesHaveAllChartsAndEveryStep()
    {
        await using var opened = await browser.NewPageAsync(1280, 720);
        var page = opened.Page;
        await page.GotoAsync(new Uri(Write(Deck.Lecture(), dark: true)).AbsoluteUri + "?print-pdf");
        await page.WaitForFunctionAsync("() => document.documentElement.dataset.state === 'printable'", null, new() { Timeout = 60_000 });
        await SlidesInBrowser.AssertDrawnAsync(page, "document");
        Assert.Equal(8, await page.Locator(".pdf-page").CountAsync());
        Assert.Equal(4, await page.Locator(".pdf-page .face figure.chart .main-svg[role=img]").CountAsync());
        Assert.True(await page.Locator(".fragment").Last.IsVisibleAsync());
        Assert.Equal("light", await page.EvaluateAsync<string>("document.documentElement.dataset.theme"));
        Assert.Equal(
            Enumerable.Repeat(720, 8),
            await page.EvaluateAsync<int[]>("[...document.querySelectorAll('.pdf-page .face')].map(face => face.getBoundingClientRect().height)"));
        Assert.Empty(opened.Errors);
    }

    [Fact]
    public async Task LinksLeadToASlideOrWhereNoneHasTheirGoalToTheHandout()
    {
        await using var opened = await SlidesInBrowser.OpenAsync(browser, Write(Deck.Lecture()));
        await opened.Page.EvaluateAsync("Reveal.slide(5)");
        await opened.Page.ClickAsync(".present .face a[href='#eq-9.1']");
        await opened.Page.WaitForFunctionAsync("() => Reveal.getIndices().h === 1");
        Assert.Equal("lecture.html#ref-he2016", await opened.Page.Locator(".face a[target=_blank]").GetAttributeAsync("href"));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task AnAccessibilityCheckFindsNothingThatMatters(bool dark)
    {
        var axe = NpmModules.Path("axe-core", "axe.min.js");
        await using var opened = await SlidesInBrowser.OpenAsync(browser, Write(Deck.Lecture(), dark));
        var page = opened.Page;
        await page.AddScriptTagAsync(new() { Path = axe });
        var found = new List<string>();
        for (var slide = 0; slide < await page.EvaluateAsync<int>("Reveal.getTotalSlides()"); slide++)
        {
            await SlidesInBrowser.AssertDrawnAsync(page, "Reveal.getCurrentSlide()");
            await page.EvaluateAsync("for (let i = 0; i < 5; i++) Reveal.nextFragment()");
            found.AddRange(await page.EvaluateAsync<string[]>(
                """
                async () => (await axe.run(document)).violations.filter(finding => finding.impact !== 'minor')
                  .map(finding => `${finding.id}: ${finding.nodes.map(node => node.html.slice(0, 200)).join(' | ')}`)
                """));
            await page.EvaluateAsync("Reveal.next({ skipFragments: true })");
        }
        Assert.Empty(found.Distinct());
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private static Task<string> TitleAsync(IPage page) =>
        page.EvaluateAsync<string>("Reveal.getCurrentSlide().querySelector('h1, h2').textContent");

    private static async Task<(int Column, int Row)> PlaceAsync(IPage page)
    {
        var place = await page.EvaluateAsync<int[]>("[Reveal.getIndices().h, Reveal.getIndices().v]");
        return (place[0], place[1]);
    }

    private string Write(NotebookDocument document, bool dark = false)
    {
        Assert.SkipUnless(AssetLibrary.Embedded.Bytes("reveal/reveal.js") is not null, "The build had no npm: reveal.js is not embedded.");
        var path = Path.Combine(_folder.FullName, "lecture.slides.html");
        new SlideExporter(new SlideOptions { Dark = dark, Handout = "lecture.html" }).Write(document, path);
        return path;
    }
}
