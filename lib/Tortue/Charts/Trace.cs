namespace Tortue.Charts;

/// <summary>One set of data in a panel. Its look follows from its name and place, unless a colour is given.</summary>
internal abstract record Trace
{
    /// <summary>Text of the legend, or null for none.</summary>
    public string? Name { get; init; }

    /// <summary>A colour chosen by the author, or null for the next free one.</summary>
    public SeriesColor? Color { get; init; }

    /// <summary>Whether the trace looks like the line or points before it: a band around a line.</summary>
    public bool FollowsPrevious { get; init; }

    /// <summary>Traces of a higher layer are drawn over those of a lower one, whatever the order in which they were added.</summary>
    public abstract int Layer { get; }

    /// <summary>Where the trace lies, for axes that several panels or steps share.</summary>
    public abstract Extent Extent(AxisScale x, AxisScale y);
}
