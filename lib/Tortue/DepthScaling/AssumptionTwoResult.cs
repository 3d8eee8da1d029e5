using System.Text;

namespace Tortue.DepthScaling;

/// <summary>What <see cref="AssumptionTwo.Measure"/> found.</summary>
/// <param name="Shape">The networks.</param>
/// <param name="Rows">One row for each kind of h.</param>
public sealed record AssumptionTwoResult(ResidualShape Shape, IReadOnlyList<AssumptionTwoRow> Rows)
{
    /// <summary>Whether ½ ‖h‖² ≤ E‖g‖² ≤ ‖h‖² held at every h that was tried.</summary>
    public bool Holds => Rows.All(row => row.LowerHolds && row.UpperHolds);

    /// <summary>A small table: one line for each h.</summary>
    public override string ToString()
    {
        var title = Text.Format(DepthScalingText.AssumptionTitle, ChartWords.Model(Shape.Model), Shape.Activation, Shape.Width);
        var table = new StringBuilder(title);
        foreach (var row in Rows)
        {
            var verdict = row is { LowerHolds: true, UpperHolds: true } ? DepthScalingText.AssumptionHolds
                : row.LowerHolds ? DepthScalingText.AssumptionTooLarge : DepthScalingText.AssumptionTooSmall;
            table.Append('\n').Append(Text.Format(
                DepthScalingText.AssumptionLine, row.State, row.MeanSquare, row.StandardError, row.EighthMoment, verdict));
        }

        return table.ToString();
    }
}
