namespace Tortue.Charts;

/// <summary>Estimates how many lines a legend takes, from the lengths of its texts; fonts are not known here.</summary>
internal sealed class LegendSize(IReadOnlyList<PlacedTrace> placed)
{
    public const int TextWidth = 40;
    private const int Swatch = 48;
    private const double Character = 7.2;
    private const double NarrowPage = 310;
    // The drawing area of a figure in a handout's column; a narrower one still holds the columns that this allows, as texts are estimated wide.
    private const double WidePage = 700;

    /// <summary>Lines of text, 0 without a legend. Of a slider's steps the largest counts.</summary>
    public int Rows(bool narrow)
    {
        var steps = placed.Select(trace => trace.Step).Distinct().DefaultIfEmpty(-1);
        return steps.Max(step => RowsOf(
            [.. placed.Where(trace => trace.InLegend && (trace.Step < 0 || trace.Step == step))], narrow ? NarrowPage : WidePage));
    }

    // Entries that do not fit on one line are set in columns as wide as the widest entry.
    private static int RowsOf(IReadOnlyList<PlacedTrace> entries, double available)
    {
        if (entries.Count == 0)
            return 0;
        var widths = entries.Select(entry => Swatch + (Character * Math.Min(TextWidth, entry.Trace.Name!.Length))).ToArray();
        var lines = entries.Max(entry => ChartText.LineCount(entry.Trace.Name!, TextWidth));
        if (widths.Sum() <= available)
            return lines;
        var columns = Math.Max(1, (int)(available / widths.Max()));
        return lines * ((entries.Count + columns - 1) / columns);
    }
}
