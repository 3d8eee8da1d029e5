using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Tortue.Notebooks.Display;

/// <summary>
/// Turns any value into a MIME bundle: by the value's own conventions (<see cref="RichValue"/>), else as readable text and tables. The value's types are
/// not the host's, so all of this is by name.
/// </summary>
public static class ValueFormatter
{
    private const string Plain = "text/plain";
    private const string Html = "text/html";
    private const string Json = "application/json";

    private static readonly JsonSerializerOptions JsonOptions = new()
    {
        MaxDepth = 32,
        IncludeFields = true,
        ReferenceHandler = ReferenceHandler.IgnoreCycles,
        NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
    };

    /// <summary>Formats a value.</summary>
    /// <param name="value">The value; null is shown as such.</param>
    /// <param name="mimeTypes">
    /// The MIME types asked for; none: the best that the value offers. A text is taken as being of such a type already, and so are bytes, which pictures
    /// consist of.
    /// </param>
    /// <returns>MIME type → text; JSON types hold JSON text, pictures Base64.</returns>
    /// <exception cref="Exception">Whatever the value's own formatting throws.</exception>
    public static IReadOnlyDictionary<string, string> Format(object? value, IReadOnlyList<string> mimeTypes)
    {
        if (mimeTypes.Count == 0)
            return Best(value);

        return value switch
        {
            string text => All(mimeTypes, _ => text),
            byte[] bytes => All(mimeTypes, type => Encode(type, bytes)),
            _ => Chosen(value, mimeTypes),
        };
    }

    private static IReadOnlyDictionary<string, string> Best(object? value) => RichValue.TryFormat(value) ?? Read(value);

    private static Dictionary<string, string> Read(object? value)
    {
        var view = ValueReader.Read(value);
        var bundle = new Dictionary<string, string> { [Plain] = PlainTextWriter.Write(view) };
        var table = value is not null && Members.IsTensor(value.GetType()) ? TensorTable.TryRead(value) : view;
        if (table is not (null or TextView))
            bundle[Html] = HtmlWriter.Write(table);

        return bundle;
    }

    private static Dictionary<string, string> Chosen(object? value, IReadOnlyList<string> mimeTypes)
    {
        var bundle = Best(value);
        return All(mimeTypes, type => bundle.TryGetValue(type, out var text) ? text : type switch
        {
            Json => JsonSerializer.Serialize(value, JsonOptions),
            Html => $"<pre>{WebUtility.HtmlEncode(bundle.GetValueOrDefault(Plain))}</pre>",
            _ => bundle.GetValueOrDefault(Plain) ?? "",
        });
    }

    private static Dictionary<string, string> All(IReadOnlyList<string> mimeTypes, Func<string, string> form) => mimeTypes.Distinct().ToDictionary(type => type, form);

    private static string Encode(string mimeType, byte[] bytes) =>
        mimeType.StartsWith("text/", StringComparison.Ordinal) || mimeType == "image/svg+xml" || mimeType == Json || mimeType.EndsWith("+json", StringComparison.Ordinal)
            ? Encoding.UTF8.GetString(bytes)
            : Convert.ToBase64String(bytes);
}
