using System.Net;
using System.Text;
using Tortue.Notebooks.Documents;
using Tortue.Notebooks.Handouts.Prose;

namespace Tortue.Notebooks.Handouts;

/// <summary>The cells of a notebook as the body of a page. Neighbours that belong to one box stand in one box.</summary>
/// <param name="prose">Renders text.</param>
/// <param name="code">Renders code.</param>
/// <param name="pictures">Gives the text its pictures.</param>
/// <param name="formOf">How boxes of a kind appear.</param>
internal sealed class HandoutBody(ProseRenderer prose, CodeCellRenderer code, PictureFiles pictures, Func<BoxKind, BoxForm> formOf)
{
    private readonly StringBuilder _html = new();
    private BoxKind? _open;
    private bool _spoken;

    /// <summary>Whether text that belongs to the notes of a slide is marked as such. Default: false.</summary>
    public bool MarksSpoken { get; init; }

    /// <summary>Whether what a reader can do without is folded, rather than shown. Default: true.</summary>
    public bool Folds { get; init; } = true;

    /// <summary>All cells of a document.</summary>
    public string Render(NotebookDocument document)
    {
        foreach (var cell in document.Cells)
            Append(cell);
        CloseBox();
        return _html.ToString();
    }

    private void Append(NotebookCell cell)
    {
        var marks = new CellMarks(cell);
        var form = marks.Box is null ? BoxForm.Open : formOf(marks.Box);
        var shown = !marks.RemoveCell && form != BoxForm.Dropped;
        var (html, named) = cell.Kind switch
        {
            CellKind.Code => (code.Render(cell, marks, shown), false),
            _ when shown => Text(cell, marks, form),
            _ => ("", false),
        };
        if (html.Length == 0)
            return;
        MoveToBox(cell.Kind, marks.Box, form, named);
        var style = cell.Kind == CellKind.Code ? "cell" : "cell prose";
        // Boxes have a heading of their own; of several cells in a row the first says what they are.
        var spoken = MarksSpoken && marks.IsSpoken && cell.Kind == CellKind.Markdown && marks.Box is null;
        if (spoken)
        {
            style += " spoken";
            html = (_spoken ? "" : $"<p class=\"spoken-label\">{HandoutsText.Spoken}</p>\n") + html;
        }
        _spoken = spoken;
        _html.Append($"<div class=\"{style}\" id=\"cell-{WebUtility.HtmlEncode(cell.Id)}\">\n").Append(html).Append("</div>\n");
    }

    private (string Html, bool Named) Text(NotebookCell cell, CellMarks marks, BoxForm form)
    {
        if (cell.Kind == CellKind.Raw)
            return (RawText(cell), false);
        pictures.Attachments = cell.Attachments;
        var text = prose.Render(cell.Source, inContents: form == BoxForm.Open && !(marks.HideCell && Folds));
        var html = marks.HideCell && Folds
            ? $"<details class=\"fold\"><summary>{HandoutsText.ShowText}</summary>\n{text.Html}</details>\n"
            : text.Html;
        return (html, marks.Box?.IsNamedBy(text.FirstWords) ?? false);
    }

    // Raw cells are meant for one kind of export each; only those for a web page belong here.
    private static string RawText(NotebookCell cell)
    {
        var format = (cell.Metadata["raw_mimetype"] ?? cell.Metadata["format"])?.ToString();
        return format == "text/html" ? cell.Source + "\n" : "";
    }

    // Text opens a box of its own, so that two exercises in a row are two boxes; code continues the box before it.
    private void MoveToBox(CellKind kind, BoxKind? box, BoxForm form, bool named)
    {
        if (_open is not null && _open == box && kind == CellKind.Code)
            return;
        CloseBox();
        if (box is null)
            return;
        _html.Append(Box.Start(box, form, named: named));
        _open = box;
    }

    private void CloseBox()
    {
        if (_open is not null)
            _html.Append(Box.End(formOf(_open)));
        _open = null;
    }
}
