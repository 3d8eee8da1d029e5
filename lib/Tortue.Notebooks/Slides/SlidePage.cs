using System.Net;
using System.Text;
using Tortue.Notebooks.Handouts;
using Tortue.Notebooks.Handouts.Assets;

namespace Tortue.Notebooks.Slides;

/// <summary>What stands around the slides: head, scripts, the button for light and dark.</summary>
/// <param name="assets">Where reveal.js, plotly.js and KaTeX come from.</param>
/// <param name="notice">Takes a sentence for whoever makes the slides.</param>
internal sealed class SlidePage(AssetLibrary assets, Action<string> notice)
{
    private static readonly string[] Styles = ["colours.css", "slides.css", "slide-text.css"];

    private readonly PageLibraries _libraries = new(assets);

    /// <summary>The title of the window.</summary>
    public required string Title { get; init; }

    /// <summary>Whether the slides open dark.</summary>
    public required bool Dark { get; init; }

    /// <summary>The file name of the handout beside them, or null.</summary>
    public required string? Handout { get; init; }

    /// <summary>The script that draws the charts, as a path among the assets.</summary>
    public required string PlotlyScript { get; init; }

    /// <summary>The whole page.</summary>
    /// <param name="body">The slides as HTML.</param>
    public string ToHtml(string body)
    {
        var hasMath = body.Contains(" data-tex=\"", StringComparison.Ordinal);
        var hasCharts = body.Contains("<figure class=\"chart\">", StringComparison.Ordinal);
        var styles = _libraries.Style("reveal/reveal.css") + (hasMath ? _libraries.KatexStyles(body) : "");
        var scripts = new StringBuilder();
        if (hasMath)
            scripts.Append(_libraries.KatexScript()).Append(Own("slide-notes.js")).Append(Own("maths.js"));
        if (hasCharts)
            scripts.Append(_libraries.Script(PlotlyScript)).Append(Own("figures.js"));
        scripts.Append(_libraries.Script("reveal/reveal.js")).Append(_libraries.Script("reveal/notes.js"));
        scripts.Append(Own("slide-fit.js")).Append(hasCharts ? Own("slide-charts.js") : "").Append(Own("slides.js"));
        if (_libraries.NetworkNotice(SlidesText.NeedsNetwork) is { } sentence)
            notice(sentence);
        var handout = Handout is null ? "" : $" data-handout=\"{WebUtility.HtmlEncode(Uri.EscapeDataString(Handout))}\"";
        return $"""
            <!doctype html>
            <html lang="en" data-theme="{(Dark ? "dark" : "light")}" data-theme-key="tortue-slides-theme">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <meta name="generator" content="{PageLibraries.ProgramName}">
            <title>{WebUtility.HtmlEncode(Title)}</title>
            {styles}<style>
            {string.Concat(Styles.Select(AssetLibrary.Own))}</style>
            {Own("theme.js")}</head>
            <body>
            <main{handout}
              data-math-errors="{HandoutsText.MathErrors}" data-chart-errors="{HandoutsText.ChartErrors}">
            <div class="reveal" aria-label="{SlidesText.Slides}">
            <div class="slides">
            {body}</div>
            <button type="button" class="theme" aria-label="{HandoutsText.ToggleTheme}" title="{HandoutsText.ToggleTheme}"></button>
            </div>
            </main>
            {scripts}</body>
            </html>

            """;
    }

    private static string Own(string name) => PageLibraries.OwnScript(name);
}
