using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Tortue.Notebooks.Documents;
using Tortue.Notebooks.Handouts.Prose;

namespace Tortue.Notebooks.Handouts.Outputs;

/// <summary>The outputs of a code cell as HTML, each in the richest of the forms in which it offers itself.</summary>
/// <param name="prose">Renders outputs that are Markdown.</param>
/// <param name="plotly">Takes note of every chart.</param>
internal sealed class OutputRenderer(ProseRenderer prose, PlotlyBundle plotly)
{
    private const int LongestColumn = 160;

    /// <summary>All outputs of a cell, in order; nothing where there are none.</summary>
    public string Render(JsonArray outputs)
    {
        var html = new StringBuilder();
        for (var i = 0; i < outputs.Count; i++)
        {
            if (outputs[i] is not JsonObject output)
                continue;
            switch (Text(output["output_type"]))
            {
                case "stream":
                    html.Append(Stream(outputs, ref i));
                    break;
                case "display_data" or "execute_result":
                    html.Append(Rich(new MimeBundle(output["data"] as JsonObject)));
                    break;
                case "error":
                    html.Append(Error(output));
                    break;
            }
        }
        return html.ToString();
    }

    // Writers store what was written in many pieces; on the page it is one text as long as the stream stays the same.
    private static string Stream(JsonArray outputs, ref int index)
    {
        var name = Text(outputs[index]!["name"]);
        var text = new StringBuilder(MultilineText.Join(outputs[index]!["text"]));
        while (index + 1 < outputs.Count && outputs[index + 1] is JsonObject next
            && Text(next["output_type"]) == "stream" && Text(next["name"]) == name)
        {
            text.Append(MultilineText.Join(next["text"]));
            index++;
        }
        var clean = TerminalText.Clean(text.ToString()).TrimEnd();
        if (clean.Length == 0)
            return "";
        // Columns keep their shape and scroll; what is too long for a column is prose.
        var style = clean.Split('\n').Any(line => line.Length > LongestColumn) ? "stream wrap" : "stream";
        return name == "stderr"
            ? $"<pre class=\"{style} stderr\" role=\"group\" aria-label=\"{OutputsText.ErrorStream}\">{WebUtility.HtmlEncode(clean)}</pre>\n"
            : $"<pre class=\"{style}\">{WebUtility.HtmlEncode(clean)}</pre>\n";
    }

    private string Rich(MimeBundle bundle)
    {
        bundle.TryGetText("text/plain", out var plain);
        if (bundle.TryGetJson(ChartFigure.MimeType, out var figure))
        {
            plotly.Add(figure);
            return ChartFigure.ToHtml(figure, plain);
        }
        if (bundle.TryGetText("text/html", out var html))
            return $"<div class=\"html\">{html}</div>\n";
        if (bundle.TryGetText("text/markdown", out var markdown))
            return $"<div class=\"prose\">{prose.Render(markdown, inContents: false).Html}</div>\n";
        if (bundle.TryGetText("text/latex", out var latex))
            return Formula.FromLatexOutput(latex) + "\n";
        return Picture(bundle, plain) ?? Plain(plain);
    }

    private static string Plain(string? text) =>
        text is null ? "" : $"<pre class=\"result\">{WebUtility.HtmlEncode(TerminalText.Clean(text).TrimEnd())}</pre>\n";

    private static string? Picture(MimeBundle bundle, string? plain)
    {
        // An SVG as a picture cannot run scripts, and its ids stay its own.
        if (bundle.TryGetText("image/svg+xml", out var svg))
            return Picture("image/svg+xml", Convert.ToBase64String(Encoding.UTF8.GetBytes(svg)), plain);
        foreach (var type in new[] { "image/png", "image/jpeg", "image/gif", "image/webp" })
        {
            if (bundle.TryGetText(type, out var base64))
                return Picture(type, string.Concat(base64.Where(c => !char.IsWhiteSpace(c))), plain);
        }
        return null;
    }

    private static string Picture(string type, string base64, string? plain)
    {
        var alt = WebUtility.HtmlEncode(plain ?? OutputsText.Picture);
        return $"<figure><img alt=\"{alt}\" src=\"data:{type};base64,{WebUtility.HtmlEncode(base64)}\"></figure>\n";
    }

    private static string Error(JsonObject output)
    {
        var name = WebUtility.HtmlEncode(Text(output["ename"]) ?? OutputsText.Error);
        var message = TerminalText.Clean(Text(output["evalue"]) ?? "").Trim();
        var traceback = output["traceback"] is JsonArray lines
            ? TerminalText.Clean(string.Join('\n', lines.Select(Text))).Trim()
            : "";
        var details = traceback.Length > 0 && traceback != message ? $"<pre>{WebUtility.HtmlEncode(traceback)}</pre>" : "";
        return $"<div class=\"error\"><p><strong>{name}</strong>: {WebUtility.HtmlEncode(message)}</p>{details}</div>\n";
    }

    private static string? Text(JsonNode? node) => node is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;
}
