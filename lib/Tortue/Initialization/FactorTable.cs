using System.Net;
using Tortue.Display;

namespace Tortue.Initialization;

/// <summary>What is kept of the variance a layer, predicted and measured.</summary>
/// <param name="Caption">What was measured.</param>
/// <param name="Rows">One for each pair.</param>
[TypeFormatterSource(typeof(MimeBundleFormatterSource), PreferredMimeTypes = [MimeTypes.Html])]
public sealed record FactorTable(string Caption, IReadOnlyList<FactorRow> Rows) : IMimeBundle
{
    /// <summary>The table as HTML and as text.</summary>
    public IReadOnlyDictionary<string, string> ToMimeBundle() => new Dictionary<string, string>
    {
        [MimeTypes.Html] = ToHtml(),
        [MimeTypes.PlainText] = ToString(),
    };

    /// <summary>A small table: one row for each pair.</summary>
    public string ToHtml()
    {
        var head = InitializationText.FactorHead.Split('|').Select(cell => $"<th scope=\"col\">{WebUtility.HtmlEncode(cell)}</th>");
        var rows = Rows.Select(row => $"<tr>{string.Concat(Fields(row).Select(cell => $"<td>{WebUtility.HtmlEncode(cell)}</td>"))}</tr>");
        return $"<table class=\"tortue-table\"><caption>{WebUtility.HtmlEncode(Caption)}</caption>"
            + $"<thead><tr>{string.Concat(head)}</tr></thead><tbody>{string.Concat(rows)}</tbody></table>";
    }

    /// <summary>A small table: one line for each pair.</summary>
    public override string ToString() =>
        string.Join('\n', [Caption, .. Rows.Select(row => Text.Format(InitializationText.FactorLine, [.. Fields(row)]))]);

    private static IEnumerable<string> Fields(FactorRow row) =>
    [
        row.Pair.Activation.Name,
        row.Pair.InitName,
        .. new[] { row.Forward, row.ForwardMeasured, row.Backward, row.BackwardMeasured }.Select(factor => Text.Format("{0:0.000}", factor)),
    ];
}
