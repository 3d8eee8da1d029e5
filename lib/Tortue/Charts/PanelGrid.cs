using System.Text.Json.Nodes;

namespace Tortue.Charts;

/// <summary>Where the panels of a row are, as fractions of the drawing area: side by side, or stacked where there is no room.</summary>
internal sealed class PanelGrid
{
    private const double WideGap = 0.1;
    private const double SharedGap = 0.035;
    private const double ColorBarGap = 0.18;
    private const double NarrowGap = 0.3;
    private readonly int _count;
    private readonly double _gap;

    private PanelGrid(int count, double gap) => (_count, _gap) = (count, gap);

    public static PanelGrid Of(FigureModel model)
    {
        var coloured = !ColorAxis.IsCommon(model)
            && Enumerable.Range(0, model.Panels.Length - 1).Any(panel => ColorAxis.Of(model, panel) is not null);
        return new PanelGrid(model.Panels.Length, (model.SharesY ? SharedGap : WideGap) + (coloured ? ColorBarGap : 0));
    }

    /// <summary>The horizontal extent of a panel where panels stand side by side.</summary>
    public (double Start, double End) Column(int index)
    {
        var width = (1 - (_gap * (_count - 1))) / _count;
        var start = index * (width + _gap);
        return (start, start + width);
    }

    /// <summary>The vertical extent of a panel where panels are stacked, the first on top.</summary>
    public (double Start, double End) Row(int index)
    {
        var gap = NarrowGap / _count;
        var height = (1 - (gap * (_count - 1))) / _count;
        var end = 1 - (index * (height + gap));
        return (Math.Max(0, end - height), end);
    }

    /// <summary>Both extents of a panel, where panels stand side by side or, on a narrow page, above each other.</summary>
    public ((double Start, double End) Columns, (double Start, double End) Rows) Place(int index, bool narrow) =>
        narrow ? ((0, 1), Row(index)) : (Column(index), (0, 1));

    public static JsonArray Json((double Start, double End) extent) =>
        [Charts.Json.Number(extent.Start), Charts.Json.Number(extent.End)];
}
