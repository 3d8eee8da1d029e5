namespace Tortue.Display;

/// <summary>Gives .NET Interactive, which finds it through <see cref="TypeFormatterSourceAttribute"/>, the forms of an <see
/// cref="IMimeBundle"/>.</summary>
internal sealed class MimeBundleFormatterSource
{
    /// <summary>One formatter for each form that .NET Interactive passes on as it is; it would quote JSON.</summary>
    public IEnumerable<object> CreateTypeFormatters() => [new Formatter(MimeTypes.Html), new Formatter(MimeTypes.PlainText)];

    /// <summary>Writes one form of a value; the members are found by name.</summary>
    internal sealed class Formatter(string mimeType)
    {
        public string MimeType { get; } = mimeType;

        public bool Format(object value, TextWriter writer)
        {
            if (value is not IMimeBundle bundle || !bundle.ToMimeBundle().TryGetValue(MimeType, out var text))
                return false;
            writer.Write(text);
            return true;
        }
    }
}
