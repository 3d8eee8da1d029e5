using System.Text;
using System.Text.RegularExpressions;

namespace Tortue.Charts;

/// <summary>Writes texts as plotly.js wants them: special characters escaped, indices set, long ones broken into lines.</summary>
internal static partial class ChartText
{
    private const char NoBreakSpace = '\u00A0';

    /// <summary>A text in lines of at most <paramref name="width"/> characters, where words allow it.</summary>
    public static string Format(string text, int width) =>
        string.Join("<br>", Lines(text, width).Select(Markup));

    /// <summary>How many lines <see cref="Format"/> makes of a text.</summary>
    public static int LineCount(string text, int width) => text.Length == 0 ? 0 : Lines(text, width).Count;

    /// <summary>A text on one line.</summary>
    public static string Markup(string text)
    {
        var escaped = text.Replace("&", "&amp;").Replace("<", "&lt;").Replace(">", "&gt;");
        var lowered = Subscripts().Replace(escaped, match => $"<sub>{Content(match)}</sub>");
        return Superscripts().Replace(lowered, match => $"<sup>{Content(match)}</sup>");
    }

    private static string Content(Match match) =>
        match.Groups["braced"] is { Success: true } braced ? braced.Value : match.Groups["bare"].Value;

    private static List<string> Lines(string text, int width)
    {
        var kept = Braces().Replace(text, match => match.Value.Replace(' ', NoBreakSpace));
        var lines = new List<string>();
        foreach (var paragraph in kept.Split('\n'))
        {
            var line = new StringBuilder();
            foreach (var word in paragraph.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                if (line.Length > 0 && line.Length + 1 + word.Length > width)
                {
                    lines.Add(line.ToString());
                    line.Clear();
                }
                line.Append(line.Length > 0 ? " " : "").Append(word);
            }
            lines.Add(line.ToString());
        }
        return lines;
    }

    [GeneratedRegex(@"\{[^{}]*\}")]
    private static partial Regex Braces();

    // A bare index is one letter or a number and ends there: α_L and h_10, but not kernel_size.
    [GeneratedRegex(@"(?<=[\p{L}\p{N}‖|)\]}])_(?:\{(?<braced>[^{}]*)\}|(?<bare>\p{L}|\d+)(?![\p{L}\p{N}_]))")]
    private static partial Regex Subscripts();

    [GeneratedRegex(@"(?<=[\p{L}\p{N}‖|)\]}>])\^(?:\{(?<braced>[^{}]*)\}|(?<bare>\p{L}|[-−]?\d+)(?![\p{L}\p{N}_]))")]
    private static partial Regex Superscripts();
}
