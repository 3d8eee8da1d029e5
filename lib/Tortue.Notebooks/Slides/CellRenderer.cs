using Tortue.Notebooks.Documents;
using Tortue.Notebooks.Handouts;
using Tortue.Notebooks.Handouts.Outputs;
using Tortue.Notebooks.Handouts.Prose;

namespace Tortue.Notebooks.Slides;

/// <summary>The cells of a notebook as HTML for slides. It must see every cell in order, those on no slide with them.</summary>
/// <param name="prose">Renders text.</param>
/// <param name="code">Renders code.</param>
/// <param name="pictures">Gives the text its pictures.</param>
/// <param name="formOf">How boxes of a kind appear.</param>
internal sealed class CellRenderer(ProseRenderer prose, CodeCellRenderer code, PictureFiles pictures, Func<BoxKind, BoxForm> formOf)
{
    private string? _heading;

    /// <summary>The next cell.</summary>
    public ShownCell Render(NotebookCell cell)
    {
        var type = SlideDeck.TypeOf(cell);
        var marks = Marks(cell, type);
        var box = type == SlideType.Notes ? null : marks.Box;
        var shown = type != SlideType.Skip && !marks.RemoveCell && (box is null || formOf(box) != BoxForm.Dropped);
        var before = _heading;
        if (cell.Kind == CellKind.Code)
            return new ShownCell(code.Render(cell, marks, shown), IsCode: true, box, IsNamed: false, before);
        if (cell.Kind == CellKind.Raw)
            return new ShownCell("", IsCode: false, box, IsNamed: false, before);

        pictures.Attachments = cell.Attachments;
        var text = prose.Render(cell.Source);
        // The title of slides to come: not what a box says of itself, and of what is not shown only the name of the section.
        if (marks.Box is null)
            _heading = SlideHeadings.LastIn(text.Html, type is SlideType.Skip or SlideType.Notes ? 2 : 6) ?? _heading;
        return new ShownCell(shown ? text.Html : "", IsCode: false, box, box?.IsNamedBy(text.FirstWords) ?? false, before);
    }

    private static CellMarks Marks(NotebookCell cell, SlideType type)
    {
        // A lecture poses an exercise; what the check says to an empty answer is for those who sit before the notebook.
        if (type == SlideType.Notes || cell.Tags.Contains("exercise", StringComparer.OrdinalIgnoreCase))
            return new CellMarks(cell, "remove-output");
        return HasChart(cell) ? new CellMarks(cell, "hide-input") : new CellMarks(cell);
    }

    private static bool HasChart(NotebookCell cell) =>
        cell.Outputs.Any(output => output?["data"]?[ChartFigure.MimeType] is not null);
}
