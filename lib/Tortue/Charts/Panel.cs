using System.Collections.Immutable;

namespace Tortue.Charts;

/// <summary>One pair of axes with what is drawn on it.</summary>
internal sealed record Panel
{
    public string Title { get; init; } = "";

    public Axis X { get; init; } = new();

    public Axis Y { get; init; } = new();

    public ImmutableArray<Trace> Traces { get; init; } = [];

    public ImmutableArray<ReferenceLine> Lines { get; init; } = [];

    public ImmutableArray<Note> Notes { get; init; } = [];

    public Extent Extent()
    {
        var extent = Traces.Aggregate(Charts.Extent.Empty, (sum, trace) => sum.Union(trace.Extent(X.Scale, Y.Scale)));
        foreach (var line in Lines)
        {
            var at = new Interval(line.Value, line.Value);
            extent = extent.Union(line.Horizontal ? new Extent(Interval.Empty, at) : new Extent(at, Interval.Empty));
        }
        return extent;
    }
}
