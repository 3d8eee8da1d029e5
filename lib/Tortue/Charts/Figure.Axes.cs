namespace Tortue.Charts;

public sealed partial class Figure
{
    /// <summary>Names and scales the horizontal axis.</summary>
    /// <param name="title">The quantity with its unit, for example "depth L (layers)".</param>
    /// <param name="scale">Linear unless said otherwise.</param>
    /// <param name="min">Left end; by default what the data need.</param>
    /// <param name="max">Right end; by default what the data need.</param>
    /// <exception cref="ArgumentException">Min is not below max, or an end is not positive on a logarithmic axis.</exception>
    public Figure XAxis(string title, AxisScale scale = AxisScale.Linear, double? min = null, double? max = null)
    {
        var axis = NewAxis(nameof(XAxis), title, scale, min, max);
        return WithPanel(panel => panel with { X = axis });
    }

    /// <summary>Names and scales the vertical axis.</summary>
    /// <param name="title">The quantity with its unit, for example "loss (nats)"; "(no unit)" where it has none.</param>
    /// <param name="scale">Linear unless said otherwise.</param>
    /// <param name="min">Lower end; by default what the data need.</param>
    /// <param name="max">Upper end; by default what the data need.</param>
    /// <exception cref="ArgumentException">Min is not below max, or an end is not positive on a logarithmic axis.</exception>
    public Figure YAxis(string title, AxisScale scale = AxisScale.Linear, double? min = null, double? max = null)
    {
        var axis = NewAxis(nameof(YAxis), title, scale, min, max);
        return WithPanel(panel => panel with { Y = axis });
    }

    /// <summary>Names the rows of a chart whose vertical axis has things on it and not numbers: the first at 0, the lowest, the next at
    /// 1.</summary>
    /// <param name="title">What the things are, for example "activation".</param>
    /// <param name="names">One name for each row, at least one.</param>
    /// <exception cref="ArgumentException">There are no names.</exception>
    public Figure YRows(string title, IReadOnlyList<string> names)
    {
        ArgumentNullException.ThrowIfNull(names);
        if (names.Count == 0)
            throw Input.Error(ChartsText.Empty, nameof(YRows), nameof(names));
        var axis = NewAxis(nameof(YRows), title, AxisScale.Linear, -0.5, names.Count - 0.5) with { Names = [.. names] };
        return WithPanel(panel => panel with { Y = axis });
    }

    /// <summary>Adds a thin grey dotted line across the chart.</summary>
    /// <param name="value">Where it crosses the y axis, in its unit.</param>
    /// <param name="label">A few words at its right end; none when omitted.</param>
    /// <exception cref="ArgumentException">The value is not finite.</exception>
    public Figure HorizontalLine(double value, string? label = null)
    {
        Input.Finite(nameof(HorizontalLine), nameof(value), value);
        return WithPanel(panel => panel with { Lines = panel.Lines.Add(new ReferenceLine(true, value, label)) });
    }

    /// <summary>Adds a thin grey dotted line from bottom to top.</summary>
    /// <param name="value">Where it crosses the x axis, in its unit.</param>
    /// <param name="label">A few words at its upper end; none when omitted.</param>
    /// <exception cref="ArgumentException">The value is not finite.</exception>
    public Figure VerticalLine(double value, string? label = null)
    {
        Input.Finite(nameof(VerticalLine), nameof(value), value);
        return WithPanel(panel => panel with { Lines = panel.Lines.Add(new ReferenceLine(false, value, label)) });
    }

    /// <summary>Adds a few words with an arrow to a point.</summary>
    /// <param name="x">Position along the x axis, in its unit.</param>
    /// <param name="y">Position along the y axis, in its unit.</param>
    /// <param name="text">The words.</param>
    /// <exception cref="ArgumentException">A position is not finite.</exception>
    public Figure Annotate(double x, double y, string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        Input.Finite(nameof(Annotate), nameof(x), x);
        Input.Finite(nameof(Annotate), nameof(y), y);
        return WithPanel(panel => panel with { Notes = panel.Notes.Add(new Note(x, y, text)) });
    }

    private static Axis NewAxis(string method, string title, AxisScale scale, double? min, double? max)
    {
        ArgumentNullException.ThrowIfNull(title);
        Input.Range(method, title, min, max);
        if (scale == AxisScale.Log && (min <= 0 || max <= 0))
            throw Input.Error(ChartsText.LogEndNotPositive, method, title, min <= 0 ? min : max);
        return new Axis(title, scale, min, max);
    }
}
