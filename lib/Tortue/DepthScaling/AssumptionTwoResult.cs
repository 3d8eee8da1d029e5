using System.Net;
using System.Text;
using Tortue.Display;

namespace Tortue.DepthScaling;

/// <summary>What <see cref="AssumptionTwo.Measure"/> found.</summary>
/// <param name="Shape">The networks.</param>
/// <param name="Rows">One row for each kind of h.</param>
[TypeFormatterSource(typeof(MimeBundleFormatterSource), PreferredMimeTypes = [MimeTypes.Html])]
public sealed record AssumptionTwoResult(ResidualShape Shape, IReadOnlyList<AssumptionTwoRow> Rows) : IMimeBundle
{
    /// <summary>Whether ½ ‖h‖² ≤ E‖g‖² ≤ ‖h‖² held at every h that was tried.</summary>
    public bool Holds => Rows.All(row => row.LowerHolds && row.UpperHolds);

    private string Title =>
        Text.Format(DepthScalingText.AssumptionTitle, ChartWords.Model(Shape.Model), Shape.Activation, Shape.Width);

    /// <summary>The table as HTML and as text.</summary>
    public IReadOnlyDictionary<string, string> ToMimeBundle() => new Dictionary<string, string>
    {
        [MimeTypes.Html] = ToHtml(),
        [MimeTypes.PlainText] = ToString(),
    };

    /// <summary>A small table: one row for each h.</summary>
    public string ToHtml()
    {
        var head = DepthScalingText.AssumptionHead.Split('|').Select(cell => $"<th scope=\"col\">{WebUtility.HtmlEncode(cell)}</th>");
        var rows = Rows.Select(row => $"<tr>{string.Concat(Fields(row).Select(cell => $"<td>{WebUtility.HtmlEncode(cell)}</td>"))}</tr>");
        return $"<table class=\"tortue-table\"><caption>{WebUtility.HtmlEncode(Title)}</caption>"
            + $"<thead><tr>{string.Concat(head)}</tr></thead><tbody>{string.Concat(rows)}</tbody></table>";
    }

    /// <summary>A small table: one line for each h.</summary>
    public override string ToString()
    {
        var table = new StringBuilder(Title);
        foreach (var row in Rows)
            table.Append('\n').Append(Text.Format(DepthScalingText.AssumptionLine, [.. Fields(row)]));
        return table.ToString();
    }

    private static IEnumerable<string> Fields(AssumptionTwoRow row) =>
    [
        row.State,
        Text.Format("{0:G4}", row.MeanSquare),
        Text.Format("{0:G2}", row.StandardError),
        Text.Format("{0:G3}", row.EighthMoment),
        row is { LowerHolds: true, UpperHolds: true } ? DepthScalingText.AssumptionHolds
            : row.LowerHolds ? DepthScalingText.AssumptionTooLarge : DepthScalingText.AssumptionTooSmall,
    ];
}
