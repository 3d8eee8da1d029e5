using Tortue.Notebooks.Documents;

namespace Tortue.Notebooks.Slides;

/// <summary>Puts cells that come one after the other into columns, slides and steps.</summary>
internal sealed class SlideDeckBuilder
{
    private readonly List<List<Draft>> _columns = [];
    private readonly List<NotebookCell> _early = [];

    /// <summary>Takes the next cell.</summary>
    public void Add(NotebookCell cell, SlideType type)
    {
        switch (type)
        {
            case SlideType.Skip:
                return;
            case SlideType.Notes:
                (_columns.Count == 0 ? _early : _columns[^1][^1].Notes).Add(cell);
                return;
            case SlideType.Slide:
            case var _ when _columns.Count == 0:
                _columns.Add([new Draft()]);
                break;
            case SlideType.Subslide:
                _columns[^1].Add(new Draft());
                break;
        }
        var slide = _columns[^1][^1];
        if (slide.Steps.Count == 0 || type == SlideType.Fragment)
            slide.Steps.Add((slide.Steps.Count > 0, []));
        slide.Steps[^1].Cells.Add(cell);
    }

    /// <summary>What the cells so far make.</summary>
    public IReadOnlyList<SlideColumn> Columns()
    {
        if (_columns.Count > 0)
            _columns[0][0].Notes.InsertRange(0, _early);
        _early.Clear();
        return [.. _columns.Select(column => new SlideColumn([.. column.Select(Finished)]))];
    }

    private static Slide Finished(Draft draft) =>
        new([.. draft.Steps.Select(step => new SlideStep(step.IsFragment, step.Cells))], draft.Notes);

    private sealed class Draft
    {
        public List<(bool IsFragment, List<NotebookCell> Cells)> Steps { get; } = [];

        public List<NotebookCell> Notes { get; } = [];
    }
}
