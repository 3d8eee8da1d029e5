using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Tortue.Notebooks.Documents;

namespace Tortue.Notebooks.Lectures;

/// <summary>
/// What a lecturer says to the slides of a notebook: a Markdown file <c>lecture/NAME.md</c> beside <c>NAME.ipynb</c>, with one section
/// <c>## cell-id</c> for each slide, named after the cell that the slide begins with. It is a file of its own so that neither students nor
/// an audience read it in the notebook.
/// </summary>
public sealed partial class LectureNotes
{
    /// <summary>The folder of the notes, beside the notebooks.</summary>
    public const string Folder = "lecture";

    /// <summary>The tag of the cells that the notes become; no student's page has them.</summary>
    public const string Tag = "instructor";

    private LectureNotes(string name, IReadOnlyList<LectureNote> notes)
    {
        Name = name;
        Notes = notes;
    }

    /// <summary>What messages call the file.</summary>
    public string Name { get; }

    /// <summary>The sections, from top to bottom.</summary>
    public IReadOnlyList<LectureNote> Notes { get; }

    /// <summary>Where the notes of a notebook are.</summary>
    /// <param name="notebook">The path of the notebook.</param>
    public static string PathFor(string notebook) =>
        Path.Combine(Path.GetDirectoryName(notebook) ?? "", Folder, Path.ChangeExtension(Path.GetFileName(notebook), ".md"));

    /// <summary>Reads the notes of a notebook; null where there are none.</summary>
    /// <param name="notebook">The path of the notebook.</param>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="FormatException">A section is there twice or says nothing; the message is one sentence.</exception>
    public static LectureNotes? Find(string notebook)
    {
        var path = PathFor(notebook);
        return File.Exists(path) ? Parse(File.ReadAllText(path), $"{Folder}/{Path.GetFileName(path)}") : null;
    }

    /// <summary>Reads notes from text. What stands before the first section is for readers of the file.</summary>
    /// <param name="markdown">The text.</param>
    /// <param name="name">What messages call it.</param>
    /// <exception cref="FormatException">A section is there twice or says nothing; the message is one sentence.</exception>
    public static LectureNotes Parse(string markdown, string name)
    {
        var text = markdown.ReplaceLineEndings("\n");
        var headings = Section().Matches(text);
        var notes = new List<LectureNote>();
        for (var i = 0; i < headings.Count; i++)
        {
            var start = headings[i].Index + headings[i].Length;
            var end = i + 1 < headings.Count ? headings[i + 1].Index : text.Length;
            var (cell, line) = (headings[i].Groups["cell"].Value, text.AsSpan(0, headings[i].Index).Count('\n') + 1);
            var said = text[start..end].Trim();
            if (said.Length == 0)
                throw Wrong(LecturesText.Empty, name, line, cell);
            if (notes.Any(note => note.Cell == cell))
                throw Wrong(LecturesText.Twice, name, line, cell);
            notes.Add(new(cell, said, line));
        }
        return new(name, notes);
    }

    /// <summary>
    /// Puts the notes into a notebook, each behind the last cell of its slide, as a text cell tagged <see cref="Tag"/>. For a notebook that is
    /// to be shown, not saved.
    /// </summary>
    /// <param name="document">The notebook.</param>
    /// <returns>The notes that found no cell of their name.</returns>
    public IReadOnlyList<LectureNote> AddTo(NotebookDocument document)
    {
        var lost = new List<LectureNote>();
        foreach (var note in Notes)
        {
            var index = IndexOf(document, note.Cell);
            if (index < 0)
                lost.Add(note);
            else
                document.Insert(EndOfSlide(document, index), Cell(note));
        }
        return lost;
    }

    private static int IndexOf(NotebookDocument document, string id)
    {
        for (var i = 0; i < document.Cells.Count; i++)
        {
            if (document.Cells[i].Id == id)
                return i;
        }
        return -1;
    }

    // Cells that the lecture skips may follow: the note stands where the slide is left.
    private static int EndOfSlide(NotebookDocument document, int start)
    {
        var end = start + 1;
        for (var i = end; i < document.Cells.Count && SlideType(document.Cells[i]) is not ("slide" or "subslide"); i++)
        {
            if (SlideType(document.Cells[i]) != "skip")
                end = i + 1;
        }
        return end;
    }

    private static string? SlideType(NotebookCell cell) => (cell.Metadata["slideshow"] as JsonObject)?["slide_type"]?.ToString();

    private static JsonObject Cell(LectureNote note) => new()
    {
        ["cell_type"] = "markdown",
        ["id"] = $"said-{note.Cell}",
        ["metadata"] = new JsonObject
        {
            ["slideshow"] = new JsonObject { ["slide_type"] = "notes" },
            ["tags"] = new JsonArray(Tag),
        },
        ["source"] = note.Text,
    };

    private static FormatException Wrong(string format, string name, int line, string cell) =>
        new(string.Format(CultureInfo.InvariantCulture, format, name, line, cell));

    [GeneratedRegex(@"^##[ \t]+(?<cell>[A-Za-z0-9_-]+)[ \t]*$", RegexOptions.Multiline)]
    private static partial Regex Section();
}
