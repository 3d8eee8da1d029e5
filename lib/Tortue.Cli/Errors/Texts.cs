using System.Globalization;

namespace Tortue.Cli.Errors;

/// <summary>Texts of the resources, filled in.</summary>
internal static class Texts
{
    /// <summary>Puts values into the places {0}, {1}… of a text, numbers in the invariant culture.</summary>
    /// <param name="text">A text of a .resx file.</param>
    /// <param name="values">What goes into its places.</param>
    public static string With(this string text, params object?[] values) => string.Format(CultureInfo.InvariantCulture, text, values);
}
