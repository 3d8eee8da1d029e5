using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;

namespace Tortue.Notebooks.Slides;

/// <summary>
/// Estimates without a browser whether a slide holds more than fits on it in its smallest type, from the lines that its parts take.
/// The page's script measures; this is for whoever writes the slides.
/// </summary>
internal static partial class SlideFit
{
    /// <summary>Height below a title of one line in pixels, of a slide of 1280 × 720.</summary>
    private const double Height = 590;

    // In the smallest type, 20 px.
    private const double CharactersInLine = 118;
    private const double Line = 28;
    private const double CodeLine = 24;
    private const double Gap = 12;
    private const double Equation = 62;
    private const double Picture = 300;
    private const double LeastChart = 0.65;
    private const double MostLines = 14;

    /// <summary>The estimated height of what is on a slide as a share of what there is.</summary>
    /// <param name="face">The slide.</param>
    public static double Share(SlideFace face)
    {
        var html = Fold().Replace(face.Html, "");
        var height = 0.0;
        html = Neighbours().Replace(html, "</figure>");
        height += Charts().Matches(html).Sum(chart => LeastChart * Number(chart));
        html = Figure().Replace(html, match => match.Value.Contains("<img", StringComparison.Ordinal) ? "<img>" : "");
        height += Count(html, "<img") * Picture;
        html = html.Replace("<pre class=\"result\"></pre>", "", StringComparison.Ordinal);
        foreach (Match block in Preformatted().Matches(html))
            height += Math.Min(block.Value.Count(character => character == '\n') + 1, MostLines) * CodeLine + 2 * Gap;
        html = Preformatted().Replace(html, "");
        height += DisplayMath().Count(html) * Equation;
        html = DisplayMath().Replace(html, "");
        html = Formula().Replace(html, match => new string('x', match.Groups["tex"].Value.Count(char.IsLetterOrDigit)));
        height += Count(html, "<tr") * (Line + Gap / 2);
        html = Table().Replace(html, "");
        height += Count(html, "<div class=\"box box-") * 3 * Gap;
        foreach (var block in BlockEnd().Split(html))
        {
            var length = WebUtility.HtmlDecode(Element().Replace(block, "")).Trim().Length;
            if (length > 0)
                height += Math.Ceiling(length / CharactersInLine) * Line + Gap;
        }
        return height / Height;
    }

    private static double Number(Match chart) => double.Parse(chart.Groups["height"].Value, CultureInfo.InvariantCulture);

    private static int Count(string html, string part) => html.Split(part).Length - 1;

    [GeneratedRegex("""<details class="fold">.*?</details>""", RegexOptions.Singleline)]
    private static partial Regex Fold();

    [GeneratedRegex("""<div class="plot"[^>]*min-height:(?<height>[\d.]+)px""")]
    private static partial Regex Charts();

    // Charts of one cell stand side by side.
    [GeneratedRegex("""</figure>(\s*<figure class="chart">.*?</figure>)+""", RegexOptions.Singleline)]
    private static partial Regex Neighbours();

    [GeneratedRegex("<figure.*?</figure>", RegexOptions.Singleline)]
    private static partial Regex Figure();

    [GeneratedRegex("<pre.*?</pre>", RegexOptions.Singleline)]
    private static partial Regex Preformatted();

    [GeneratedRegex("""<(?<name>div|span) class="math math-display".*?</\k<name>>""", RegexOptions.Singleline)]
    private static partial Regex DisplayMath();

    [GeneratedRegex("""<span class="math" data-tex="(?<tex>[^"]*)">.*?</span>""", RegexOptions.Singleline)]
    private static partial Regex Formula();

    [GeneratedRegex("<table.*?</table>", RegexOptions.Singleline)]
    private static partial Regex Table();

    [GeneratedRegex("</(?:p|li|h3|dt|dd|summary)>")]
    private static partial Regex BlockEnd();

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Element();
}
