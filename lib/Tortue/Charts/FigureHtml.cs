using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Tortue.Charts;

/// <summary>Writes a figure as HTML: one element to draw in and one script that draws, with plotly.js from the page where it has it.</summary>
public static partial class FigureHtml
{
    private static readonly string Script = ReadScript();
    private static int _written;

    /// <summary>Writes a figure.</summary>
    /// <param name="json">
    /// An object with data, layout, config and, when it moves, frames, written so that no text in it can end a script element. One that is not a <see
    /// cref="Figure"/>'s keeps its own colours.
    /// </param>
    /// <param name="alt">What it shows, for readers who do not see it.</param>
    /// <param name="source">Where plotly.js comes from if the page has none.</param>
    public static string Write(string json, string alt, PlotlySource source)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(json)).AsSpan(0, 5));
        var id = $"tortue-{hash}-{Interlocked.Increment(ref _written)}";
        var label = WebUtility.HtmlEncode(alt);
        var values = new Dictionary<string, string>
        {
            ["id"] = Literal(id),
            ["source"] = Literal(new { address = source.Address, integrity = source.Integrity, text = source.Text }),
            ["failure"] = Literal(Input.Text(ChartsText.NotLoaded, alt)),
            ["figure"] = json,
        };
        var script = Slots().Replace(Script, slot => values[slot.Groups[1].Value]);
        return $"""
            <div id="{id}" class="tortue-figure" role="img" aria-label="{label}" style="width:100%"><noscript>{label}</noscript></div>
            <script>
            {script}</script>
            """;
    }

    // The serializer escapes <, > and & as well, so no text can end the script element.
    private static string Literal(object value) => JsonSerializer.Serialize(value);

    [GeneratedRegex(@"\$(id|source|failure|figure)\$")]
    private static partial Regex Slots();

    private static string ReadScript()
    {
        using var stream = typeof(FigureHtml).Assembly.GetManifestResourceStream("Tortue.Charts.figure.js")
            ?? throw new InvalidOperationException("The assembly was built without figure.js.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
