using System.Net;
using System.Text;
using Tortue.Notebooks.Documents;
using Tortue.Notebooks.Handouts.Prose;

namespace Tortue.Notebooks.Slides;

/// <summary>Slides as the <c>section</c> elements that reveal.js expects: a face of fixed size, and the notes beside it.</summary>
/// <param name="cells">The cells as HTML.</param>
/// <param name="formOf">How boxes of a kind appear.</param>
/// <param name="courseLine">The line above the title of the first slide; empty for none.</param>
internal sealed class SlideBody(IReadOnlyDictionary<NotebookCell, ShownCell> cells, Func<BoxKind, BoxForm> formOf, string courseLine)
{
    private readonly List<SlideFace> _faces = [];

    /// <summary>The slides so far, in order.</summary>
    public IReadOnlyList<SlideFace> Faces => _faces;

    /// <summary>All slides of a deck.</summary>
    /// <param name="deck">The deck.</param>
    public string Render(SlideDeck deck)
    {
        var html = new StringBuilder();
        foreach (var column in deck.Columns)
        {
            var sections = column.Slides.Where(IsShown).Select(Section).ToList();
            if (sections.Count > 1)
                html.Append("<section>\n").AppendJoin("", sections).Append("</section>\n");
            else
                html.AppendJoin("", sections);
        }
        return html.ToString();
    }

    // What solutions would have filled is no empty slide.
    private bool IsShown(Slide slide) => slide.Cells.Any(cell => cells[cell].Html.Length > 0);

    private string Section(Slide slide)
    {
        var first = slide.Cells.First(cell => cells[cell].Html.Length > 0);
        var heading = cells[first] is { IsCode: false, Box: null } text ? SlideHeadings.TakeOff(text.Html) : null;
        var isOpening = _faces.Count == 0 && heading is { Level: 1 };
        var title = heading?.Text ?? cells[first].HeadingBefore;
        var level = isOpening ? 1 : 2;
        var titleLine = title is null ? "" : $"<h{level}{heading?.Attributes}>{title}</h{level}>\n";
        var course = isOpening && courseLine.Length > 0 ? $"<p class=\"course\">{WebUtility.HtmlEncode(courseLine)}</p>\n" : "";
        var steps = string.Concat(slide.Steps.Select(step => Step(step, first, heading?.Below)));
        _faces.Add(new SlideFace(SlideHeadings.Plain(title ?? ""), steps));
        return $"""
            <section{(isOpening ? " class=\"opening\"" : "")}>
            <div class="face">
            {course}{titleLine}<div class="body">
            {steps}</div>
            </div>
            {Notes(slide)}</section>

            """;
    }

    // To reveal.js every section is a slide.
    private static string WithoutSections(string html) =>
        html.Replace("<section ", "<div ", StringComparison.Ordinal)
            .Replace("<section>", "<div>", StringComparison.Ordinal)
            .Replace("</section>", "</div>", StringComparison.Ordinal);

    private string Step(SlideStep step, NotebookCell first, string? restOfFirst)
    {
        var html = new StringBuilder();
        BoxKind? open = null;
        foreach (var cell in step.Cells)
        {
            var shown = cells[cell];
            var text = ReferenceEquals(cell, first) ? restOfFirst ?? shown.Html : shown.Html;
            if (string.IsNullOrWhiteSpace(text))
                continue;
            // As in a handout: text opens a box of its own, code continues the box before it.
            if (open is not null && (open != shown.Box || !shown.IsCode))
                Close();
            if (open is null && shown.Box is not null)
                html.Append(Box.Start(shown.Box, formOf(shown.Box), named: shown.IsNamed));
            open = shown.Box;
            html.Append($"<div class=\"{(shown.IsCode ? "cell" : "cell prose")}\" id=\"cell-{WebUtility.HtmlEncode(cell.Id)}\">\n")
                .Append(SlideHeadings.Lowered(text))
                .Append("</div>\n");
        }
        if (open is not null)
            Close();
        return html.Length == 0 ? "" : $"<div class=\"{(step.IsFragment ? "step fragment" : "step")}\">\n{WithoutSections(html.ToString())}</div>\n";

        void Close()
        {
            html.Append(Box.End(formOf(open!)));
            open = null;
        }
    }

    private string Notes(Slide slide)
    {
        var html = string.Concat(slide.Notes.Select(cell => SlideHeadings.Lowered(cells[cell].Html)));
        return html.Length == 0 ? "" : $"<aside class=\"notes\">\n{WithoutSections(html)}</aside>\n";
    }
}
