using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Tortue.Notebooks.Documents;
using Tortue.Notebooks.Slides;
using Tortue.Notebooks.Tests.Handouts;
using Xunit;

namespace Tortue.Notebooks.Tests.Slides;

public class SlideDeckTests
{
    private static readonly Arbitrary<string?[]> Tracks =
        Gen.Elements<string?>(null, "", "-", "slide", "subslide", "fragment", "skip", "notes").ArrayOf().ToArbitrary();

    [Fact]
    public void EveryCellThatIsNotSkippedIsThereOnceAndInOrder() => Prop.ForAll(Tracks, track =>
    {
        var document = Document(track);
        var deck = SlideDeck.Of(document);
        var slides = deck.Slides.ToList();
        var shown = slides.SelectMany(slide => slide.Cells).ToList();
        var notes = slides.SelectMany(slide => slide.Notes).ToList();
        Assert.Equal(Where(type => type is not ("skip" or "notes")), shown);
        // Without a slide there is none that notes could belong to.
        Assert.Equal(shown.Count == 0 ? [] : Where(type => type == "notes"), notes);
        Assert.All(deck.Columns, column => Assert.NotEmpty(column.Slides));
        Assert.All(slides, slide => Assert.False(slide.Steps[0].IsFragment));
        Assert.All(slides.SelectMany(slide => slide.Steps), step => Assert.NotEmpty(step.Cells));

        IEnumerable<NotebookCell> Where(Func<string?, bool> holds) => document.Cells.Where((_, i) => holds(track[i]));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void SlidesAreThoseOfNbconvert() => Prop.ForAll(Tracks, track =>
    {
        var document = Document(track);
        var numbers = document.Cells.Index().ToDictionary(cell => cell.Item, cell => cell.Index);
        var text = new StringBuilder();
        foreach (var column in SlideDeck.Of(document).Columns)
        {
            text.Append('[');
            foreach (var slide in column.Slides)
            {
                text.Append('[');
                foreach (var step in slide.Steps)
                    text.Append(step.IsFragment ? "{" : "").AppendJoin(' ', step.Cells.Select(cell => numbers[cell])).Append(step.IsFragment ? "}" : "");
                text.Append(']');
            }
            text.Append(']');
        }
        Assert.Equal(Nbconvert(track), text.ToString());
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void CellsForTheInstructorAreNotesWhateverTheyAreOn()
    {
        var document = Handout.Notebook(
            Deck.On("slide", Handout.Text("a")), Handout.Text("b", "instructor"), Deck.On("slide", Handout.Text("c", "instructor")),
            Deck.On("skip", Handout.Text("d", "instructor")));
        var slide = Assert.Single(SlideDeck.Of(document).Slides);
        Assert.Equal(["a"], slide.Cells.Select(cell => cell.Source));
        Assert.Equal(["b", "c"], slide.Notes.Select(cell => cell.Source));
    }

    [Fact]
    public void NotesAboveTheFirstSlideBelongToIt()
    {
        var document = Handout.Notebook(
            Deck.On("notes", Handout.Text("a")), Deck.On("slide", Handout.Text("b")), Deck.On("notes", Handout.Text("c")),
            Deck.On("slide", Handout.Text("d")));
        Assert.Equal([["a", "c"], []], SlideDeck.Of(document).Slides.Select(slide => slide.Notes.Select(cell => cell.Source)));
    }

    [Theory]
    [InlineData(null, false)]
    [InlineData("-", false)]
    [InlineData("", false)]
    [InlineData("slide", true)]
    [InlineData("skip", true)]
    public void ANotebookHasATrackWhereACellSaysSo(string? type, bool expected) =>
        Assert.Equal(expected, SlideDeck.HasTrack(Handout.Notebook(Handout.Text("a"), Deck.On(type, Handout.Text("b")))));

    private static NotebookDocument Document(string?[] track) =>
        Handout.Notebook([.. track.Select((type, i) => Deck.On(type, Handout.Text($"cell {i}")))]);

    // nbconvert's way: marks of beginnings and ends on the cells, one pass over neighbours, and a template that prints them.
    private static string Nbconvert(string?[] track)
    {
        var first = Array.FindIndex(track, type => type is not ("skip" or "notes"));
        if (first < 0)
            return "";
        var before = new string[track.Length + 1];
        Array.Fill(before, "");
        before[first] = "[[";
        var inFragment = false;
        for (var i = first + 1; i < track.Length; i++)
        {
            switch (track[i])
            {
                case "slide" or "subslide":
                    before[i] = (inFragment ? "}" : "") + (track[i] == "slide" ? "]][[" : "][");
                    inFragment = false;
                    break;
                case "fragment":
                    before[i] = inFragment ? "}{" : "{";
                    inFragment = true;
                    break;
            }
        }
        before[^1] = inFragment ? "}]]" : "]]";
        var text = new StringBuilder();
        for (var i = first; i <= track.Length; i++)
        {
            text.Append(before[i]);
            if (i == track.Length || track[i] is "skip" or "notes")
                continue;
            if (text[^1] is >= '0' and <= '9')
                text.Append(' ');
            text.Append(i);
        }
        return text.ToString();
    }
}
