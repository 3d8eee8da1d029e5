using Tortue.Display;

namespace Tortue.Initialization;

/// <summary>What is kept of the variance a layer, predicted and measured.</summary>
/// <param name="Caption">What was measured.</param>
/// <param name="Rows">One for each pair.</param>
[TypeFormatterSource(typeof(MimeBundleFormatterSource), PreferredMimeTypes = [MimeTypes.Html])]
public sealed record FactorTable(string Caption, IReadOnlyList<FactorRow> Rows) : IMimeBundle
{
    private TextTable Table => new(Caption, InitializationText.FactorHead.Split('|'), [.. Rows.Select(Fields)]);

    /// <summary>The table as HTML and as text.</summary>
    public IReadOnlyDictionary<string, string> ToMimeBundle() => Table.ToMimeBundle();

    /// <summary>A small table: one row for each pair.</summary>
    public string ToHtml() => Table.ToHtml();

    /// <summary>A small table: one line for each pair.</summary>
    public override string ToString() => Table.ToString();

    private static IReadOnlyList<string> Fields(FactorRow row) =>
    [
        row.Pair.Activation.Name,
        row.Pair.InitName,
        .. new[] { row.Forward, row.ForwardMeasured, row.Backward, row.BackwardMeasured }.Select(factor => Text.Format("{0:0.000}", factor)),
    ];
}
