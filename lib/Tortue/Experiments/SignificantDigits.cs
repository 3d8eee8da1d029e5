using System.Globalization;

namespace Tortue.Experiments;

/// <summary>Rounds measurements to what is worth keeping of them: a stored result of thousands of numbers stays small.</summary>
internal static class SignificantDigits
{
    /// <summary>Digits of a number of which a result keeps thousands: a relative error of at most 5·10⁻⁵.</summary>
    public const int OfSamples = 5;

    /// <summary>The nearest number with so many decimal digits; infinities and NaN are left.</summary>
    /// <param name="value">The number.</param>
    /// <param name="digits">How many digits, 1 to 15.</param>
    public static double Round(double value, int digits = OfSamples) =>
        double.Parse(value.ToString($"E{digits - 1}", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
}
