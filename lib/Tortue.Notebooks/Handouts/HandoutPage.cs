using System.Globalization;
using System.Net;
using System.Text;
using Tortue.Notebooks.Handouts.Assets;
using Tortue.Notebooks.Handouts.Prose;

namespace Tortue.Notebooks.Handouts;

/// <summary>What stands around the cells: head, scripts, title, table of contents, footer.</summary>
/// <param name="assets">Where plotly.js and KaTeX come from.</param>
/// <param name="notice">Takes a sentence for whoever exports the page.</param>
internal sealed class HandoutPage(AssetLibrary assets, Action<string> notice)
{
    private static readonly string[] Styles = ["colours.css", "page.css", "boxes.css", "narrow-and-print.css"];

    private readonly PageLibraries _libraries = new(assets);

    /// <summary>The course's line above the title; empty for none.</summary>
    public required string CourseLine { get; init; }

    /// <summary>The page's title.</summary>
    public required string Title { get; init; }

    /// <summary>Whether the body has the title as a heading already.</summary>
    public required bool HasTitle { get; init; }

    /// <summary>The headings for the table of contents.</summary>
    public required IReadOnlyList<PageHeading> Contents { get; init; }

    /// <summary>The script that draws the charts, as a path among the assets.</summary>
    public required string PlotlyScript { get; init; }

    /// <summary>The cell at which the run stopped, or null.</summary>
    public required RunFailure? Failure { get; init; }

    /// <summary>The whole page.</summary>
    /// <param name="body">The cells as HTML.</param>
    public string ToHtml(string body)
    {
        var hasMath = body.Contains(" data-tex=\"", StringComparison.Ordinal);
        var hasCharts = body.Contains("<figure class=\"chart\">", StringComparison.Ordinal);
        var styles = hasMath ? _libraries.KatexStyles() : "";
        var scripts = new StringBuilder();
        if (hasMath)
            scripts.Append(_libraries.KatexScript()).Append(PageLibraries.OwnScript("maths.js"));
        if (hasCharts)
        {
            scripts.Append(_libraries.Script(PlotlyScript))
                .Append(PageLibraries.OwnScript("figures.js"))
                .Append(PageLibraries.OwnScript("charts.js"));
        }
        if (_libraries.NetworkNotice(HandoutsText.NeedsNetwork) is { } sentence)
            notice(sentence);
        return $"""
            <!doctype html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <meta name="generator" content="{PageLibraries.ProgramName}">
            <title>{WebUtility.HtmlEncode(Title)}</title>
            {styles}<style>
            {string.Concat(Styles.Select(AssetLibrary.Own))}</style>
            {PageLibraries.OwnScript("theme.js")}</head>
            <body>
            <a class="skip" href="#text">{HandoutsText.SkipLink}</a>
            <header class="masthead">
            <p>{WebUtility.HtmlEncode(CourseLine)}</p>
            <button type="button" class="theme" aria-label="{HandoutsText.ToggleTheme}" title="{HandoutsText.ToggleTheme}"></button>
            </header>
            <div class="page">
            {TableOfContents()}<main id="text"
              data-copy="{HandoutsText.Copy}" data-copied="{HandoutsText.Copied}" data-copy-code="{HandoutsText.CopyCode}"
              data-math-errors="{HandoutsText.MathErrors}" data-chart-errors="{HandoutsText.ChartErrors}">
            {Banner()}{FallbackTitle()}{body}</main>
            </div>
            <footer><p>{Footer()}</p></footer>
            {scripts}{PageLibraries.OwnScript("page.js")}</body>
            </html>

            """;
    }

    private string Footer() => WebUtility.HtmlEncode(
        string.Format(CultureInfo.InvariantCulture, HandoutsText.Footer, string.Join(" · ", _libraries.MadeWith)));

    private string FallbackTitle() => HasTitle ? "" : $"<h1>{WebUtility.HtmlEncode(Title)}</h1>\n";

    private string Banner()
    {
        if (Failure is null)
            return "";
        var sentence = string.Format(CultureInfo.InvariantCulture, HandoutsText.RunStopped, Failure.CellNumber);
        return $"""
            <p class="banner"><strong>{sentence}</strong> {WebUtility.HtmlEncode(Failure.ErrorName)}.
            <a href="#cell-{WebUtility.HtmlEncode(Failure.CellId)}">{HandoutsText.RunStoppedLink}</a></p>

            """;
    }

    private string TableOfContents()
    {
        var entries = Contents.Where(heading => heading.Level <= 3).ToList();
        if (entries.Count == 0)
            return "";
        var list = new StringBuilder();
        foreach (var heading in entries)
            list.Append($"<li class=\"level-{heading.Level}\"><a href=\"#{heading.Id}\">{heading.Html}</a></li>\n");
        return $"""
            <nav class="contents" aria-label="{HandoutsText.Contents}">
            <details open><summary>{HandoutsText.Contents}</summary>
            <ol>
            {list}</ol>
            </details>
            </nav>

            """;
    }
}
