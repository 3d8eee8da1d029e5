namespace Tortue.Charts;

/// <summary>Values on a grid, Z[row, column] at (X[column], Y[row]), that colours stand for.</summary>
internal abstract record GridTrace(double[] X, double[] Y, double[,] Z, string ColorTitle) : Trace
{
    public HeatmapColors Colors { get; init; }

    /// <summary>Whether equal differences or equal ratios of the values take equal parts of the colours.</summary>
    public AxisScale Scale { get; init; }

    public double? Min { get; init; }

    public double? Max { get; init; }

    /// <summary>About how many levels divide the colours, or null where they go over into each other.</summary>
    public virtual int? Levels => null;

    /// <inheritdoc/>
    public override int Layer => 0;

    /// <inheritdoc/>
    public override Extent Extent(AxisScale x, AxisScale y) => new(Interval.Of(X, x), Interval.Of(Y, y));
}
