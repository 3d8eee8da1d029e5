using System.Text.Json.Serialization;
using Tortue.Display;

namespace Tortue.DepthScaling;

/// <summary>What <see cref="AssumptionTwo.Measure"/> found.</summary>
/// <param name="Shape">The networks.</param>
/// <param name="Rows">One row for each kind of h.</param>
[TypeFormatterSource(typeof(MimeBundleFormatterSource), PreferredMimeTypes = [MimeTypes.Html])]
public sealed record AssumptionTwoResult(ResidualShape Shape, IReadOnlyList<AssumptionTwoRow> Rows) : IMimeBundle
{
    /// <summary>
    /// What C is measured against where none is known: the eighth moment of a standard normal number, which is what the networks that
    /// satisfy (A2) need at most, in their worst case of d = 1.
    /// </summary>
    public const double LargestConstant = 105;

    /// <summary>Whether ½ ‖h‖² ≤ E‖g‖² ≤ ‖h‖² held at every h that was tried.</summary>
    [JsonIgnore]
    public bool Holds => Rows.All(row => row.LowerHolds && row.UpperHolds);

    /// <summary>Whether E‖g‖⁸ ≤ C ‖h‖⁸ held at every h that was tried, with <see cref="MomentConstant"/>'s C or, where it knows none, with
    /// <see cref="LargestConstant"/>.</summary>
    [JsonIgnore]
    public bool MomentHolds => Rows.All(row => row.MomentHolds(MomentConstant.Of(Shape) ?? LargestConstant));

    /// <summary>Whether drawn weights satisfy all of (A2).</summary>
    [JsonIgnore]
    public bool IsSatisfied => Holds && MomentHolds;

    /// <summary>Where E‖g‖²/‖h‖² was smallest.</summary>
    [JsonIgnore]
    public AssumptionTwoRow Smallest => Rows.MinBy(row => row.MeanSquare)!;

    /// <summary>Where E‖g‖²/‖h‖² was largest.</summary>
    [JsonIgnore]
    public AssumptionTwoRow Largest => Rows.MaxBy(row => row.MeanSquare)!;

    private TextTable Table => new(
        Text.Format(DepthScalingText.AssumptionTitle, ChartWords.Model(Shape.Model), Shape.Activation, Shape.Width),
        DepthScalingText.AssumptionHead.Split('|'),
        [.. Rows.Select(row => Fields(row).ToArray())]);

    /// <summary>The table as HTML and as text.</summary>
    public IReadOnlyDictionary<string, string> ToMimeBundle() => Table.ToMimeBundle();

    /// <summary>A small table: one row for each h.</summary>
    public string ToHtml() => Table.ToHtml();

    /// <summary>A small table: one line for each h.</summary>
    public override string ToString() => Table.ToString();

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
