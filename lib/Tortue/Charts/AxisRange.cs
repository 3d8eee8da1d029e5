namespace Tortue.Charts;

/// <summary>The ends of an axis as plotly.js takes them: logarithms on a logarithmic axis.</summary>
internal static class AxisRange
{
    private const double Margin = 0.05;

    /// <summary>The ends that the author chose, completed by what the data need and a margin; null without either.</summary>
    public static (double Min, double Max)? Of(Axis axis, Interval needed)
    {
        var bounded = needed.Bounded(axis.Min, axis.Max);
        if (bounded.IsEmpty || !double.IsFinite(bounded.Min) || !double.IsFinite(bounded.Max))
            return null;
        var (low, high) = (axis.Place(bounded.Min), axis.Place(bounded.Max));
        var margin = high > low ? Math.Max(Margin * (high - low), LabelMargin(axis, high - low)) : Alone(axis, low);
        return (axis.Min is null ? low - margin : low, axis.Max is null ? high + margin : high);
    }

    // plotly.js labels every decade if there are 0.7 to 1 decades a label; from 2 to 2.1 decades neither 2 nor 3 labels would do.
    private static double LabelMargin(Axis axis, double span) =>
        axis.Scale == AxisScale.Log && span + (2 * Margin * span) is > 2 and < 2.12 ? (2.12 - span) / 2 : 0;

    // Around a single value: a factor of ten on a logarithmic axis, a tenth of the value on a linear one.
    private static double Alone(Axis axis, double value) =>
        axis.Scale == AxisScale.Log || value == 0 ? 1 : Math.Abs(value) / 10;
}
