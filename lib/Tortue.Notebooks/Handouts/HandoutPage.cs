using System.Globalization;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Tortue.Notebooks.Handouts.Assets;
using Tortue.Notebooks.Handouts.Prose;

namespace Tortue.Notebooks.Handouts;

/// <summary>What stands around the cells: head, scripts, title, table of contents, footer.</summary>
/// <param name="libraries">The page's scripts and style sheets.</param>
/// <param name="notice">Takes a sentence for whoever exports the page.</param>
internal sealed partial class HandoutPage(PageLibraries libraries, Action<string> notice)
{
    // What a reader has chosen for other pages does not hold on paper.
    private const string PaperAttributes = " class=\"paper\" data-theme=\"light\" data-theme-key=\"tortue-paper\"";

    private static readonly string[] Styles = ["colours.css", "page.css", "boxes.css", "narrow-and-print.css", "paper.css"];

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

    /// <summary>Whether the page is for paper: without buttons and contents, and with pictures in place of charts.</summary>
    public bool OnPaper { get; init; }

    /// <summary>Whether the page lists chapters rather than showing one.</summary>
    public bool IsIndex { get; init; }

    /// <summary>The whole page.</summary>
    /// <param name="body">The cells as HTML.</param>
    public string ToHtml(string body)
    {
        var hasMath = body.Contains(" data-tex=\"", StringComparison.Ordinal);
        var hasCharts = body.Contains("<figure class=\"chart\">", StringComparison.Ordinal);
        var styles = hasMath ? libraries.KatexStyles(body) : "";
        var scripts = Scripts(hasMath, hasCharts);
        if (libraries.NetworkNotice(HandoutsText.NeedsNetwork) is { } sentence)
            notice(sentence);
        return $"""
            <!doctype html>
            <html lang="en"{(OnPaper ? PaperAttributes : "")}>
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="{(OnPaper ? "light" : "light dark")}">
            <meta name="generator" content="{PageLibraries.ProgramName}">
            <title>{WebUtility.HtmlEncode(Title)}</title>
            {styles}{libraries.OwnStyles(IsIndex ? [.. Styles, "index.css"] : Styles)}{PageNumbers()}{libraries.OwnScripts("theme.js")}</head>
            <body>
            {Masthead()}<div class="page">
            {(OnPaper ? "" : TableOfContents())}<main id="text"
              data-copy="{HandoutsText.Copy}" data-copied="{HandoutsText.Copied}" data-copy-code="{HandoutsText.CopyCode}"
              data-math-errors="{HandoutsText.MathErrors}" data-chart-errors="{HandoutsText.ChartErrors}">
            {Banner()}{FallbackTitle()}{body}</main>
            </div>
            <footer><p>{Footer()}</p></footer>
            {scripts}</body>
            </html>

            """;
    }

    private string Scripts(bool hasMath, bool hasCharts)
    {
        var scripts = new StringBuilder();
        if (hasMath)
            scripts.Append(libraries.KatexScript()).Append(libraries.OwnScripts("maths.js"));
        if (hasCharts)
            scripts.Append(libraries.PlotlyScript(PlotlyScript)).Append(libraries.OwnScripts("figures.js"));
        if (hasCharts && !OnPaper)
            scripts.Append(libraries.OwnScripts("charts.js"));
        return scripts.Append(libraries.OwnScripts(OnPaper ? "still.js" : "page.js")).ToString();
    }

    private string Masthead() => OnPaper
        ? $"""
            <header class="masthead">
            <p>{WebUtility.HtmlEncode(CourseLine)}</p>
            </header>

            """
        : $"""
            <a class="skip" href="#text">{HandoutsText.SkipLink}</a>
            <header class="masthead">
            <p>{WebUtility.HtmlEncode(CourseLine)}</p>
            <button type="button" class="theme" aria-label="{HandoutsText.ToggleTheme}" title="{HandoutsText.ToggleTheme}"></button>
            </header>

            """;

    // Every sheet but the first says which handout it belongs to.
    private string PageNumbers() => OnPaper
        ? $"<style>\n@page {{ @top-left {{ content: \"{CssText(Title)}\" }} }}\n@page :first {{ @top-left {{ content: none }} }}\n</style>\n"
        : "";

    private static string CssText(string text) => CssSpecial().Replace(text, match => $"\\{(int)match.Value[0]:x} ");

    private string Footer() => WebUtility.HtmlEncode(
        string.Format(CultureInfo.InvariantCulture, HandoutsText.Footer, string.Join(" · ", libraries.MadeWith)));

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
        var entries = Contents.Where(heading => heading.Level <= 3).ToLookup(heading => heading.Exercise is not null);
        if (entries.Count == 0)
            return "";
        return $"""
            <nav class="contents" aria-label="{HandoutsText.Contents}">
            <details open><summary>{HandoutsText.Contents}</summary>
            <ol class="sections">
            {Entries(entries[false])}</ol>
            {Exercises([.. entries[true]])}</details>
            </nav>

            """;
    }

    private static string Exercises(IReadOnlyList<PageHeading> exercises) => exercises.Count == 0
        ? ""
        : $"""
            <details class="exercises"><summary>{string.Format(CultureInfo.InvariantCulture, HandoutsText.Exercises, exercises.Count)}</summary>
            <ol>
            {Entries(exercises)}</ol>
            </details>

            """;

    private static string Entries(IEnumerable<PageHeading> headings) => string.Concat(headings.Select(
        heading => $"<li class=\"level-{heading.Level}\"><a href=\"#{heading.Id}\">{heading.Html}</a></li>\n"));

    [GeneratedRegex("""["\\<>\r\n]""")]
    private static partial Regex CssSpecial();
}
