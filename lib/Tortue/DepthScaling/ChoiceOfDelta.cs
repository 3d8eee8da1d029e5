namespace Tortue.DepthScaling;

/// <summary>What becomes of Proposition 2 when δ is chosen as a function of the depth: exercise 6.9 has many right answers.</summary>
/// <param name="IsProbability">δ(L) lies strictly between 0 and 1 at large depths.</param>
/// <param name="DeltaVanishes">δ(L) goes to 0.</param>
/// <param name="BoundVanishes">2 L α_L²/δ(L) goes to 0.</param>
internal sealed record ChoiceOfDelta(bool IsProbability, bool DeltaVanishes, bool BoundVanishes)
{
    // 1/ln L, which goes to 0 as slowly as anyone will choose, is 0.004 at the deeper of the two.
    private const double Deep = 1e50;
    private const double Deeper = 1e100;
    private const double Small = 0.02;

    /// <summary>Looks at two depths far beyond those of networks; nothing for the placeholder.</summary>
    public static ChoiceOfDelta? Of(Func<double, double, double> delta, double beta)
    {
        var (first, second) = (delta(Deep, beta), delta(Deeper, beta));
        if (Exercises.Blank.IsIn(first))
            return null;
        return new(
            first is > 0 and < 1 && second is > 0 and < 1,
            Vanishes(first, second),
            Vanishes(Bound(Deep, beta, first), Bound(Deeper, beta, second)));
    }

    /// <inheritdoc/>
    public override string ToString() => string.Join(", ",
    [
        IsProbability ? DepthScalingText.DeltaInRange : DepthScalingText.DeltaOutOfRange,
        DeltaVanishes ? DepthScalingText.DeltaGoesToZero : DepthScalingText.DeltaDoesNot,
        BoundVanishes ? DepthScalingText.DeltaBoundGoesToZero : DepthScalingText.DeltaBoundDoesNot,
    ]);

    private static bool Vanishes(double first, double second) => second < Small && second < first;

    private static double Bound(double depth, double beta, double delta) => 2 * Math.Pow(depth, 1 - 2 * beta) / delta;
}
