namespace Tortue.Charts;

/// <summary>One axis of a panel.</summary>
internal sealed record Axis(string Title = "", AxisScale Scale = AxisScale.Linear, double? Min = null, double? Max = null)
{
    /// <summary>Names at 0, 1, 2, … in place of numbers, or null.</summary>
    public IReadOnlyList<string>? Names { get; init; }

    /// <summary>The axis with the scale and ends of another, and with its title where it has none itself.</summary>
    public Axis Sharing(Axis other) => other with { Title = Title.Length > 0 ? Title : other.Title };

    /// <summary>A position as layout elements other than shapes give it: the logarithm on a logarithmic axis.</summary>
    public double Place(double value) => Scale == AxisScale.Log ? Math.Log10(value) : value;
}
