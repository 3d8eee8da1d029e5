using System.Text.Json.Nodes;

namespace Tortue.Charts;

/// <summary>Numbers as the charts' JSON holds them.</summary>
internal static class Json
{
    // Beyond this, neighbouring whole numbers are no longer told apart.
    private const double LargestExactInteger = 9_007_199_254_740_992;

    /// <summary>Six significant digits, whole numbers exactly; null for what is not a finite number.</summary>
    public static JsonNode? Number(double value)
    {
        if (!double.IsFinite(value))
            return null;
        if (value == Math.Floor(value) && Math.Abs(value) <= LargestExactInteger)
            return JsonValue.Create((long)value);
        return JsonValue.Create(Round(value));
    }

    /// <summary>Positions along an axis; null where there is none.</summary>
    public static JsonArray Numbers(IEnumerable<double> values, AxisScale scale = AxisScale.Linear) =>
        new([.. values.Select(value => Interval.Placeable(value, scale) ? Number(value) : null)]);

    private static double Round(double value)
    {
        // By way of text: scaling by a power of ten would add its own error.
        Span<char> digits = stackalloc char[32];
        value.TryFormat(digits, out var length, "E5", System.Globalization.CultureInfo.InvariantCulture);
        return double.Parse(digits[..length], System.Globalization.CultureInfo.InvariantCulture);
    }
}
