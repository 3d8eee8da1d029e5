using Tortue.Experiments;

namespace Tortue.DepthScaling;

/// <summary>What was measured at one width.</summary>
/// <param name="Shape">The networks.</param>
/// <param name="SquaredChanges">‖h_L − h_0‖² / ‖h_0‖² of every network, to five significant digits, in ascending order.</param>
public sealed record BoundTightnessCell(ResidualShape Shape, IReadOnlyList<double> SquaredChanges)
{
    /// <summary>What Corollary 4 (iii) says of these networks.</summary>
    /// <param name="delta">δ, strictly between 0 and 1.</param>
    public BoundStatement Bound(double delta) => HiddenStateBounds.Corollary4(Shape, delta);

    /// <summary>The share of networks strictly between the two bounds, 0 to 1; Corollary 4 (iii) asks for at least 1 − δ.</summary>
    /// <param name="delta">δ, strictly between 0 and 1.</param>
    public double ShareWithin(double delta)
    {
        var bound = Bound(delta);
        return SquaredChanges.Count(change => change > bound.Lower && change < bound.Upper) / (double)SquaredChanges.Count;
    }

    /// <summary>The middle 1 − δ of the networks: the tightest bounds that the data allow.</summary>
    /// <param name="delta">δ, strictly between 0 and 1.</param>
    public (double Lower, double Upper) Middle(double delta) =>
        (SampleSummary.Quantile(SquaredChanges, delta / 2), SampleSummary.Quantile(SquaredChanges, 1 - delta / 2));
}
