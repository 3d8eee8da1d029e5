namespace Tortue.Charts;

/// <summary>The edges of a histogram's bins, equally spaced along the axis.</summary>
internal sealed record Bins(double[] Edges)
{
    /// <summary>The bins of a panel: the same for all its histograms, those of a slider's steps among them.</summary>
    public static Bins? For(FigureModel model, int panel) =>
        For([.. model.PanelsAt(panel).SelectMany(each => each.Traces).OfType<HistogramTrace>()], model.Panels[panel].X.Scale);

    /// <summary>Bins that suit all given histograms at once; null when none of them has a value with a place on the axis.</summary>
    public static Bins? For(IReadOnlyList<HistogramTrace> histograms, AxisScale scale)
    {
        var extent = histograms.Aggregate(
            Interval.Empty, (sum, histogram) => sum.Union(Interval.Of(histogram.Values, scale).Bounded(histogram.Min, histogram.Max)));
        if (extent.IsEmpty)
            return null;
        var (low, high) = scale == AxisScale.Log ? (Math.Log10(extent.Min), Math.Log10(extent.Max)) : (extent.Min, extent.Max);
        if (low == high)
        {
            // All values are the same: one unit, or a hundredth of the value, around it.
            var margin = Math.Max(0.5, Math.Abs(low) * 0.005);
            (low, high) = (low - margin, high + margin);
        }
        var count = histograms.Max(histogram => histogram.BinCount);
        var edges = Enumerable.Range(0, count + 1).Select(i => low + ((high - low) * i / count));
        return new Bins([.. scale == AxisScale.Log ? edges.Select(edge => Math.Pow(10, edge)) : edges]);
    }

    /// <summary>How many values lie in each bin; an edge belongs to the bin above it, the last edge to the last bin.</summary>
    public int[] Count(double[] values)
    {
        var counts = new int[Edges.Length - 1];
        foreach (var value in values)
        {
            var index = Index(value);
            if (index >= 0)
                counts[index]++;
        }
        return counts;
    }

    private int Index(double value)
    {
        // Rounding may put the outermost edges a hair inside the values they were made from.
        if (!double.IsFinite(value) || value < Edges[0] - Slack || value > Edges[^1] + Slack)
            return -1;
        var found = Array.BinarySearch(Edges, value);
        return Math.Clamp(found >= 0 ? found : ~found - 1, 0, Edges.Length - 2);
    }

    private double Slack => (Edges[^1] - Edges[0]) * 1e-12;
}
