namespace Tortue.Charts;

/// <summary>Values to be counted in bins. The bins are chosen when the figure is written, the same for all histograms of a panel.</summary>
internal sealed record HistogramTrace(double[] Values, int BinCount, HistogramHeight Height, double? Min, double? Max) : Trace
{
    /// <inheritdoc/>
    public override int Layer => 2;

    /// <inheritdoc/>
    public override Extent Extent(AxisScale x, AxisScale y) => new(Interval.Of(Values, x).Bounded(Min, Max), Interval.Empty);
}
