namespace Tortue.Charts;

/// <summary>A grid of cells, Z[row, column] at (X[column], Y[row]).</summary>
internal sealed record HeatmapTrace(double[] X, double[] Y, double[,] Z, string ColorTitle) : Trace
{
    public HeatmapColors Colors { get; init; }

    public double? Min { get; init; }

    public double? Max { get; init; }

    /// <inheritdoc/>
    public override int Layer => 0;

    /// <inheritdoc/>
    public override Extent Extent(AxisScale x, AxisScale y) => new(Interval.Of(X, x), Interval.Of(Y, y));
}
