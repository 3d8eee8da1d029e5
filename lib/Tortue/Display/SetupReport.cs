using System.Net;

namespace Tortue.Display;

/// <summary>What runs a notebook, for its first cell: when something goes wrong these are the facts that help.</summary>
/// <param name="Library">Version of this library, for example "0.1.0".</param>
/// <param name="Engine">Name and version of the tensor engine, for example "Tortue.Tensors 0.1.0".</param>
/// <param name="FrontEnd">Name and version of the notebook's kernel, for example "tortue 0.1.0"; null outside a notebook.</param>
/// <param name="Runtime">The .NET runtime and the processor's architecture, for example ".NET 10.0.12, X64".</param>
/// <param name="Cores">Number of logical processors that this process may use.</param>
[TypeFormatterSource(typeof(MimeBundleFormatterSource), PreferredMimeTypes = [MimeTypes.Html])]
public sealed record SetupReport(string Library, string Engine, string? FrontEnd, string Runtime, int Cores) : IMimeBundle
{
    /// <summary>The results of experiments that stand ready in place of a run, in words; null for none.</summary>
    public string? ResultCache { get; init; }

    /// <summary>The facts with their names.</summary>
    private IEnumerable<(string Name, string Value)> Facts =>
    [
        (DisplayText.Library, $"Tortue {Library}"),
        (DisplayText.Engine, Engine),
        (DisplayText.FrontEnd, FrontEnd ?? DisplayText.NoHost),
        (DisplayText.Runtime, Runtime),
        (DisplayText.Cores, Cores.ToString(System.Globalization.CultureInfo.InvariantCulture)),
        .. ResultCache is { } results ? [(DisplayText.ResultCache, results)] : Array.Empty<(string, string)>(),
    ];

    /// <summary>The facts as text and as a small table.</summary>
    public IReadOnlyDictionary<string, string> ToMimeBundle() => new Dictionary<string, string>
    {
        [MimeTypes.Html] = ToHtml(),
        [MimeTypes.PlainText] = ToString(),
    };

    /// <summary>The facts as a small table.</summary>
    public string ToHtml()
    {
        var rows = Facts.Select(fact =>
            $"<tr><th scope=\"row\" style=\"text-align:left\">{WebUtility.HtmlEncode(fact.Name)}</th>" +
            $"<td style=\"text-align:left\">{WebUtility.HtmlEncode(fact.Value)}</td></tr>");
        return $"<table class=\"tortue-setup\"><tbody>{string.Concat(rows)}</tbody></table>";
    }

    /// <summary>One fact a line.</summary>
    public override string ToString()
    {
        var width = Facts.Max(fact => fact.Name.Length);
        return string.Join("\n", Facts.Select(fact => $"{fact.Name.PadRight(width)}  {fact.Value}"));
    }
}
