using System.Net;
using System.Text;

namespace Tortue.Notebooks.Handouts.Code;

/// <summary>Coloured code as HTML, line by line, so that lines can be left out or replaced.</summary>
internal static class CodeLines
{
    /// <summary>Lines of HTML as a block of code.</summary>
    public static string ToBlock(IReadOnlyList<string> lines) => $"<pre class=\"code\"><code>{string.Join('\n', lines)}</code></pre>\n";

    /// <summary>The lines of a source as HTML, without their ends. A span that crosses lines is closed and opened again.</summary>
    public static IReadOnlyList<string> ToHtml(string source, IReadOnlyList<ColouredSpan> spans)
    {
        var lines = new List<string>();
        var line = new StringBuilder();
        var position = 0;
        foreach (var span in spans)
        {
            Append(source[position..span.Start], style: null);
            Append(source[span.Start..span.End], span.Style);
            position = span.End;
        }
        Append(source[position..], style: null);
        lines.Add(line.ToString());
        return lines;

        void Append(string text, string? style)
        {
            var parts = text.Split('\n');
            for (var i = 0; i < parts.Length; i++)
            {
                if (i > 0)
                {
                    lines.Add(line.ToString());
                    line.Clear();
                }
                if (parts[i].Length == 0)
                    continue;
                var escaped = WebUtility.HtmlEncode(parts[i]);
                line.Append(style is null ? escaped : $"<span class=\"{style}\">{escaped}</span>");
            }
        }
    }
}
