using System.Globalization;
using System.Text;

namespace Tortue.Charts;

/// <summary>Says in words what a figure shows: its title, its series, its axes.</summary>
internal static class AltText
{
    public static string Of(FigureModel model)
    {
        if (model.Alt is { } chosen)
            return chosen;
        var sentences = new List<string>();
        if (model.Title.Length > 0)
            sentences.Add(Sentence(model.Title));
        for (var panel = 0; panel < model.Panels.Length; panel++)
            sentences.Add(PanelText(model, panel));
        if (model.Variation is { } variation)
        {
            var labels = string.Join(", ", variation.Steps.Select(step => step.Label));
            sentences.Add(Input.Text(ChartsText.AltSlider, variation.Parameter, labels));
        }
        return string.Join(" ", sentences);
    }

    private static string Sentence(string text) => text.EndsWith('.') || text.EndsWith('?') ? text : text + ".";

    private static string PanelText(FigureModel model, int index)
    {
        var panel = model.Panels[index];
        var text = new StringBuilder();
        if (panel.Title.Length > 0)
            text.Append(panel.Title).Append(": ");
        var series = model.PanelsAt(index).SelectMany(each => each.Traces).Select(Name).Distinct().ToArray();
        text.Append(series.Length == 0 ? ChartsText.AltNothing : string.Join(", ", series)).Append(". ");
        var extent = model.PanelsAt(index)
            .Select(each => (each with { X = panel.X, Y = panel.Y }).Extent())
            .Aggregate(Extent.Empty, (sum, each) => sum.Union(each));
        text.Append(AxisSentence(ChartsText.AltXAxis, panel.X, extent.X)).Append(' ');
        text.Append(AxisSentence(ChartsText.AltYAxis, panel.Y, extent.Y));
        return text.ToString();
    }

    private static string Name(Trace trace)
    {
        var kind = trace switch
        {
            LineTrace { Published: true } => ChartsText.AltPublished,
            LineTrace { Joined: true } => ChartsText.AltLine,
            LineTrace => ChartsText.AltPoints,
            BandTrace => ChartsText.AltBand,
            HistogramTrace => ChartsText.AltHistogram,
            ContourTrace => ChartsText.AltContour,
            SurfaceTrace => ChartsText.AltSurface,
            _ => ChartsText.AltHeatmap,
        };
        var name = trace is GridTrace grid ? grid.ColorTitle : trace.Name;
        var named = string.IsNullOrEmpty(name) ? kind : $"{kind} “{name}”";
        return trace is GridTrace { Levels: not null } valued ? named + Values(valued) : named;
    }

    // A heat map's values are few and far apart; of a landscape its lowest and its highest point say most.
    private static string Values(GridTrace grid)
    {
        var seen = Interval.Of(grid.Z.Cast<double>(), grid.Scale);
        return seen.IsEmpty ? "" : Input.Text(ChartsText.AltValues, Short(seen.Min), Short(seen.Max));
    }

    private static string AxisSentence(string format, Axis axis, Interval extent)
    {
        var title = axis.Title.Length > 0 ? axis.Title : ChartsText.AltUntitled;
        var scale = axis.Scale == AxisScale.Log ? ChartsText.AltLogarithmic : "";
        var shown = extent.Bounded(axis.Min, axis.Max);
        var range = extent.IsEmpty ? "" : Input.Text(ChartsText.AltRange, Short(shown.Min), Short(shown.Max));
        return Input.Text(format, title, scale, range);
    }

    private static string Short(double value) => value.ToString("0.###E+0", CultureInfo.InvariantCulture) is var scientific
        && Math.Abs(value) is > 0 and (< 1e-3 or >= 1e5)
            ? scientific
            : value.ToString("G4", CultureInfo.InvariantCulture);
}
