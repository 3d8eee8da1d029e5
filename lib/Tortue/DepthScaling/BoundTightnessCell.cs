using Tortue.Experiments;

namespace Tortue.DepthScaling;

/// <summary>What networks of one shape do, to be compared with what is proved of them.</summary>
/// <param name="Shape">The networks.</param>
/// <param name="SquaredChanges">‖h_L − h_0‖² / ‖h_0‖² of every network, to four or five significant digits, in ascending order.</param>
public sealed record BoundTightnessCell(ResidualShape Shape, IReadOnlyList<double> SquaredChanges)
{
    /// <summary>What Corollary 4 (iii) says of these networks.</summary>
    /// <param name="delta">δ, strictly between 0 and 1.</param>
    public BoundStatement Bound(double delta) => HiddenStateBounds.Corollary4(Shape, delta);

    /// <summary>The share of networks strictly between the two bounds, 0 to 1; Corollary 4 (iii) asks for at least 1 − δ.</summary>
    /// <param name="delta">δ, strictly between 0 and 1.</param>
    public double ShareWithin(double delta) => Within(Bound(delta)).Share;

    /// <summary>How many of the networks a statement is true of; it asks for a share of at least 1 − δ.</summary>
    /// <param name="bound">What is said of these networks; a bound that it does not have holds for all of them.</param>
    public CountedShare Within(BoundStatement bound)
    {
        ArgumentNullException.ThrowIfNull(bound);
        return new(SquaredChanges.Count(change => !(change <= bound.Lower) && !(change >= bound.Upper)), SquaredChanges.Count);
    }

    /// <summary>The middle 1 − δ of the networks: the tightest bounds that the data allow.</summary>
    /// <param name="delta">δ, strictly between 0 and 1.</param>
    public (double Lower, double Upper) Middle(double delta) =>
        (SampleSummary.Quantile(SquaredChanges, delta / 2), SampleSummary.Quantile(SquaredChanges, 1 - delta / 2));

    /// <summary>What was measured, squared, rounded and sorted.</summary>
    internal static BoundTightnessCell Of(ResidualShape shape, IEnumerable<double> changes, int digits) =>
        new(shape, [.. changes.Select(change => SignificantDigits.Round(change * change, digits)).Order()]);
}
