using System.Globalization;
using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using Tortue.Notebooks.Documents;
using Tortue.Notebooks.Lectures;
using Tortue.Notebooks.Tests.Handouts;
using Xunit;

namespace Tortue.Notebooks.Tests.Lectures;

public sealed class LectureNotesTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("tortue-lecture-");

    [Fact]
    public void ASectionBelongsToTheCellOfItsName()
    {
        var notes = LectureNotes.Parse("# Notes\r\n\r\nFor readers.\r\n\r\n## title\r\n\r\nGood morning.\r\n\r\n### A pause\r\n\r\n## two\r\nAsk.\r\n", "x.md").Notes;

        Assert.Equal([new("title", "Good morning.\n\n### A pause", 5), new LectureNote("two", "Ask.", 11)], notes);
    }

    [Theory]
    [InlineData("## a\n\n## b\nyes", "x.md, line 1: the section \"a\" says nothing; write what is to be said to the slide, or take the heading out.")]
    [InlineData("## a\nyes\n\n## a\nno", "x.md, line 4: there are two sections \"a\"; make one of them.")]
    public void WhatIsWrongIsSaidWithItsLine(string markdown, string message) =>
        Assert.Equal(message, Assert.Throws<FormatException>(() => LectureNotes.Parse(markdown, "x.md")).Message);

    // One letter a cell: s slide, u subslide, f fragment, k skipped, - without a type.
    [Theory]
    [InlineData("s-k", 0, 2)]
    [InlineData("s-k-s", 0, 4)]
    [InlineData("sfks", 1, 2)]
    [InlineData("sukk", 1, 2)]
    [InlineData("kks", 2, 3)]
    public void ANoteStandsWhereItsSlideIsLeft(string track, int named, int place)
    {
        var document = Track(track);

        var lost = LectureNotes.Parse($"## cell-{named}\nSay so.", "x.md").AddTo(document);

        Assert.Empty(lost);
        var note = document.Cells[place];
        Assert.Equal(($"said-cell-{named}", "Say so.", CellKind.Markdown), (note.Id, note.Source, note.Kind));
        Assert.Equal([LectureNotes.Tag], note.Tags);
        Assert.Equal(track.Length + 1, document.Cells.Count);
    }

    [Fact]
    public void WhateverTheTrackCellsStayInOrderAndNotesFollowTheirSlides() =>
        Prop.ForAll(
            Gen.Elements('s', 'u', 'f', 'k', '-').NonEmptyListOf().Select(types => string.Concat(types)).ToArbitrary(),
            track =>
            {
                var document = Track(track);
                var starts = Enumerable.Range(0, track.Length).Where(i => track[i] is 's' or 'u').ToList();

                var lost = LectureNotes.Parse(string.Concat(starts.Select(i => $"## cell-{i}\nNote.\n")), "x.md").AddTo(document);

                var ids = document.Cells.Select(cell => cell.Id).ToList();
                Assert.Empty(lost);
                Assert.Equal(Enumerable.Range(0, track.Length).Select(i => $"cell-{i}"), ids.Where(id => !IsNote(id)));
                Assert.All(starts, start => Assert.Equal($"cell-{start}", ids.Take(ids.IndexOf($"said-cell-{start}")).Last(IsStart)));
                Assert.Equal(ids, NotebookDocument.Parse(document.ToJson(), "again").Cells.Select(cell => cell.Id));

                static bool IsNote(string id) => id.StartsWith("said", StringComparison.Ordinal);
                bool IsStart(string id) => !IsNote(id) && starts.Contains(int.Parse(id[5..], CultureInfo.InvariantCulture));
            }).QuickCheckThrowOnFailure();

    [Fact]
    public void ANoteWithoutItsCellIsToldOf()
    {
        var document = Track("s");

        Assert.Equal("gone", Assert.Single(LectureNotes.Parse("## gone\nA word.", "x.md").AddTo(document)).Cell);
        Assert.Single(document.Cells);
    }

    [Fact]
    public void NotesAreFoundBesideTheirNotebook()
    {
        var notebook = Path.Combine(_folder.FullName, "01-a.ipynb");
        Assert.Null(LectureNotes.Find(notebook));

        Directory.CreateDirectory(Path.Combine(_folder.FullName, LectureNotes.Folder));
        File.WriteAllText(Path.Combine(_folder.FullName, LectureNotes.Folder, "01-a.md"), "## a\nb");

        Assert.Equal("lecture/01-a.md", LectureNotes.Find(notebook)!.Name);
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private static NotebookDocument Track(string track) => Handout.Notebook(
        [.. track.Select((type, i) =>
        {
            var cell = Handout.Text($"Text {i}");
            cell["id"] = $"cell-{i}";
            if (type != '-')
                cell["metadata"]!["slideshow"] = new JsonObject { ["slide_type"] = Name(type) };
            return cell;
        })]);

    private static string Name(char type) => type switch { 's' => "slide", 'u' => "subslide", 'f' => "fragment", _ => "skip" };
}
