namespace Tortue.Charts;

/// <summary>Points in order, joined or not.</summary>
internal sealed record LineTrace(double[] X, double[] Y) : Trace
{
    /// <summary>Up to this many points a line shows its points as markers.</summary>
    public const int FewPoints = 30;

    /// <summary>Whether the points are joined by a line.</summary>
    public bool Joined { get; init; } = true;

    /// <summary>Whether the values were published by others or follow from a formula, rather than being measured here.</summary>
    public bool Published { get; init; }

    /// <summary>A symbol in place of the series' own, by plotly.js's name: points that stand for things, drawn larger.</summary>
    public string? Symbol { get; init; }

    /// <summary>A colour that no series has, six hexadecimal digits after a hash, for lines over maps; null for the series' own.</summary>
    public string? Ink { get; init; }

    /// <summary>Pixels, for lines over maps; null for what fits the number of points.</summary>
    public double? Width { get; init; }

    /// <inheritdoc/>
    public override int Layer => Published ? 4 : Joined ? 3 : 2;

    /// <inheritdoc/>
    public override Extent Extent(AxisScale x, AxisScale y) => new(Interval.Of(X, x), Interval.Of(Y, y));
}
