namespace Tortue.Charts;

/// <summary>The ends of an axis as plotly.js takes them: logarithms on a logarithmic axis.</summary>
internal static class AxisRange
{
    private const double Margin = 0.05;

    /// <summary>The ends that the author chose, completed by what the data need and a margin; null leaves the choice to plotly.js.</summary>
    /// <param name="axis">The axis.</param>
    /// <param name="extent">What the data cover, or null where only the author's choice counts.</param>
    public static (double Min, double Max)? Of(Axis axis, Interval? extent)
    {
        if (axis is { Min: { } min, Max: { } max })
            return (axis.Place(min), axis.Place(max));
        if (extent is not { IsEmpty: false } needed)
            return null;
        var (low, high) = (axis.Place(needed.Min), axis.Place(needed.Max));
        var margin = high > low ? Margin * (high - low) : 1;
        return (axis.Min is { } chosenMin ? axis.Place(chosenMin) : low - margin,
            axis.Max is { } chosenMax ? axis.Place(chosenMax) : high + margin);
    }
}
