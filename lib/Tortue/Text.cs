using System.Globalization;

namespace Tortue;

/// <summary>Fills the places of a text from a resource file, with numbers written the same way everywhere.</summary>
internal static class Text
{
    /// <summary>As string.Format, with the invariant culture.</summary>
    public static string Format(string format, params ReadOnlySpan<object?> arguments) =>
        string.Format(CultureInfo.InvariantCulture, format, arguments);
}
