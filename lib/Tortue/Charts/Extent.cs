namespace Tortue.Charts;

/// <summary>What a trace covers along both axes.</summary>
internal readonly record struct Extent(Interval X, Interval Y)
{
    public static readonly Extent Empty = new(Interval.Empty, Interval.Empty);

    public Extent Union(Extent other) => new(X.Union(other.X), Y.Union(other.Y));
}
