using System.Text.Json;

namespace Tortue.Notebooks.Display;

/// <summary>
/// Turns any value into a MIME bundle: by the value's own conventions (<see cref="RichValue"/>), else as readable text and tables. The value's types are
/// not the host's, so all of this is by name.
/// </summary>
public static class ValueFormatter
{
    private static readonly JsonSerializerOptions JsonOptions = new() { MaxDepth = 32, WriteIndented = false };

    /// <summary>Formats a value.</summary>
    /// <param name="value">The value; null is shown as such.</param>
    /// <param name="mimeTypes">The MIME types asked for; none: the best that the value offers.</param>
    /// <returns>MIME type → text; JSON types hold JSON text.</returns>
    /// <exception cref="Exception">Whatever the value's own formatting throws.</exception>
    public static IReadOnlyDictionary<string, string> Format(object? value, IReadOnlyList<string> mimeTypes)
    {
        if (mimeTypes.Count == 0)
            return RichValue.TryFormat(value) ?? Plain(value);

        // A text shown as something is that thing.
        if (value is string text)
            return mimeTypes.ToDictionary(type => type, _ => text);

        var bundle = RichValue.TryFormat(value) ?? Plain(value);
        var chosen = mimeTypes.Where(bundle.ContainsKey).ToDictionary(type => type, type => bundle[type]);
        if (mimeTypes.Contains("application/json") && !chosen.ContainsKey("application/json"))
            chosen["application/json"] = JsonSerializer.Serialize(value, JsonOptions);

        return chosen.Count > 0 ? chosen : bundle;
    }

    private static Dictionary<string, string> Plain(object? value)
    {
        var view = ValueReader.Read(value);
        var bundle = new Dictionary<string, string> { ["text/plain"] = PlainTextWriter.Write(view) };
        if (view is not TextView)
            bundle["text/html"] = HtmlWriter.Write(view);

        return bundle;
    }
}
