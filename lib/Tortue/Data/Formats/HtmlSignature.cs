using System.Text;

namespace Tortue.Data.Formats;

/// <summary>What an HTML page begins with: what comes when a proxy or a sign-in page answers in the place of a server.</summary>
internal static class HtmlSignature
{
    /// <summary>Whether these bytes are the beginning of a page.</summary>
    public static bool IsAt(ReadOnlySpan<byte> start)
    {
        var words = Encoding.Latin1.GetString(start[..Math.Min(start.Length, 64)]).TrimStart();
        return words.StartsWith("<!doctype", StringComparison.OrdinalIgnoreCase)
            || words.StartsWith("<html", StringComparison.OrdinalIgnoreCase);
    }
}
