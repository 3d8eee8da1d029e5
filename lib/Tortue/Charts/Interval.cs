namespace Tortue.Charts;

/// <summary>The smallest interval that holds some values, in the values' own units; empty when there are none.</summary>
internal readonly record struct Interval(double Min, double Max)
{
    public static readonly Interval Empty = new(double.PositiveInfinity, double.NegativeInfinity);

    public bool IsEmpty => Min > Max;

    /// <summary>The interval of the values that have a place on an axis: finite, and positive on a logarithmic one.</summary>
    public static Interval Of(IEnumerable<double> values, AxisScale scale)
    {
        var (min, max) = (double.PositiveInfinity, double.NegativeInfinity);
        foreach (var value in values)
        {
            if (!Placeable(value, scale))
                continue;
            min = Math.Min(min, value);
            max = Math.Max(max, value);
        }
        return new Interval(min, max);
    }

    public static bool Placeable(double value, AxisScale scale) => double.IsFinite(value) && (scale == AxisScale.Linear || value > 0);

    public Interval Union(Interval other) => new(Math.Min(Min, other.Min), Math.Max(Max, other.Max));

    /// <summary>The interval with its ends replaced where the author chose them.</summary>
    public Interval Bounded(double? min, double? max) => new(min ?? Min, max ?? Max);
}
