using System.Globalization;
using Markdig;

namespace Tortue.Notebooks.Scripting.Magics;

/// <summary>What becomes of a section in another language: texts for the browser are shown, programs are not run.</summary>
internal static class SectionOutput
{
    // Without raw mathematics, which front ends set themselves.
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().UseAdvancedExtensions().Build();

    /// <summary>The languages of texts that are shown.</summary>
    public static IReadOnlyList<string> Shown { get; } = ["markdown", "html", "javascript", "mermaid"];

    /// <summary>Shows a section, or says on standard error that it is not run.</summary>
    /// <param name="language">Its language.</param>
    /// <param name="text">Its text.</param>
    /// <param name="sink">The cell's outputs.</param>
    public static void Show(string language, string text, IOutputSink sink)
    {
        if (BundleOf(language, text) is { } bundle)
            sink.OnDisplay(null, bundle, isUpdate: false);
        else
            sink.OnStream("stderr", Skipped(language) + "\n");
    }

    /// <summary>The sentence for a language that does not run here.</summary>
    public static string Skipped(string language) => string.Format(CultureInfo.CurrentCulture, MagicsText.NotRun, NameOf(language));

    private static Dictionary<string, string>? BundleOf(string language, string text) => language switch
    {
        "markdown" => new()
        {
            ["text/html"] = Markdown.ToHtml(text, Pipeline),
            ["text/markdown"] = text,
            ["text/plain"] = text,
        },
        "html" => new() { ["text/html"] = text, ["text/plain"] = text },
        // Front ends take scripts as HTML only; names that it declares are its own, as those of a function are.
        "javascript" => new()
        {
            ["text/html"] = $"<script>(async () => {{\n{text.Replace("</script", @"<\/script", StringComparison.OrdinalIgnoreCase)}\n}})();</script>",
            ["text/plain"] = text,
        },
        // Front ends that draw Mermaid do so in Markdown; the others show its text.
        "mermaid" => new() { ["text/markdown"] = $"```mermaid\n{text.TrimEnd()}\n```\n", ["text/plain"] = text },
        _ => null,
    };

    private static string NameOf(string language) => language switch
    {
        "fsharp" => "F#",
        "pwsh" => "PowerShell",
        "sql" => "SQL",
        "kql" => "KQL",
        "http" => "HTTP",
        "python" => "Python",
        "r" => "R",
        _ => language,
    };
}
