namespace Tortue.Charts;

/// <summary>The area between a lower and an upper curve.</summary>
internal sealed record BandTrace(double[] X, double[] Lower, double[] Upper) : Trace
{
    /// <inheritdoc/>
    public override int Layer => 1;

    /// <inheritdoc/>
    public override Extent Extent(AxisScale x, AxisScale y) =>
        new(Interval.Of(X, x), Interval.Of(Lower, y).Union(Interval.Of(Upper, y)));
}
