using System.Text.Json;
using Tortue.Display;

namespace Tortue.Charts;

public sealed partial class Figure
{
    private static readonly JsonSerializerOptions Compact = new() { WriteIndented = false };

    /// <summary>The figure as JSON for plotly.js 2 and later: an object with data, layout, config and, when it moves, frames.</summary>
    /// <remarks>The same figure gives the same text, whatever the culture. The description for readers who do not see it is
    /// layout.meta.alt.</remarks>
    public string ToJson() => FigureJson.Write(Model).ToJsonString(Compact);

    /// <summary>The figure in the forms that notebooks can show, by MIME type: Plotly's JSON, HTML and one line of text.</summary>
    public IReadOnlyDictionary<string, string> ToMimeBundle()
    {
        var json = ToJson();
        return new Dictionary<string, string>
        {
            [MimeTypes.Plotly] = json,
            [MimeTypes.Html] = FigureHtml.Write(json, AltText.Of(Model), PlotlySource.Cdn),
            [MimeTypes.PlainText] = ToString(),
        };
    }

    /// <summary>The figure as a piece of HTML that draws itself, with plotly.js from the page or else from a CDN.</summary>
    public string ToHtml() => ToHtml(PlotlySource.Cdn);

    /// <summary>The figure as a piece of HTML that draws itself, with plotly.js from the page or else from the source given.</summary>
    /// <param name="source">Where plotly.js comes from if the page has none.</param>
    public string ToHtml(PlotlySource source)
    {
        ArgumentNullException.ThrowIfNull(source);
        return FigureHtml.Write(ToJson(), AltText.Of(Model), source);
    }

    /// <summary>One line that says what the figure shows.</summary>
    public override string ToString() => Input.Text(ChartsText.Summary, AltText.Of(Model).ReplaceLineEndings(" "));
}
