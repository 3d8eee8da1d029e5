using Tortue.Experiments;

namespace Tortue.DepthScaling;

public sealed partial record BatchNormGrowthResult
{
    /// <summary>
    /// Whether batch normalization does for hidden states and gradients what the course's notes and the two papers say, at each size of the
    /// batch.
    /// </summary>
    public Verdict Verdict()
    {
        (string Claim, Func<int, bool> Holds)[] claims =
        [
            (DepthScalingText.ClaimUnscaled, size => Both(BatchNormVariant.Unscaled, size, GrowthRegime.Explodes)),
            (DepthScalingText.ClaimScaled, size => Both(BatchNormVariant.Scaled, size, GrowthRegime.Stays)),
            (DepthScalingText.ClaimBranchSignal, size => States(BatchNormVariant.Branch, size) == GrowthRegime.Stays
                && Math.Abs(ShareSlope(BatchNormVariant.Branch, size) - ShareOrder) <= ShareMargin),
            (DepthScalingText.ClaimBranchGradient, size => Gradients(BatchNormVariant.Branch, size) == GrowthRegime.Stays),
            (DepthScalingText.ClaimStateSignal, size => States(BatchNormVariant.State, size) == GrowthRegime.Stays),
            (DepthScalingText.ClaimStateGradient, size => Gradients(BatchNormVariant.State, size) == GrowthRegime.Stays),
            (DepthScalingText.ClaimChain, size => Gradients(BatchNormVariant.Chain, size) == GrowthRegime.Explodes),
        ];
        var judged = claims
            .Select(claim => (claim.Claim, Sizes: Options.BatchSizes.Where(claim.Holds).ToArray()))
            .ToArray();
        var largest = Options.BatchSizes[^1];
        return new(
            Experiments.Verdict.KindOf(judged.Sum(claim => claim.Sizes.Length), judged.Length * Options.BatchSizes.Count),
            Text.Format(
                DepthScalingText.BatchNormSentence,
                string.Join("; ", judged.Select(claim => Text.Format(DepthScalingText.BatchNormClaim, claim.Claim, Where(claim.Sizes)))),
                largest,
                GradientPower(BatchNormVariant.Branch, largest).Mean,
                100 * (Math.Exp(GradientRate(BatchNormVariant.State, largest).Mean) - 1),
                100 * (Math.Exp(GradientRate(BatchNormVariant.Chain, largest).Mean) - 1)),
            Text.Format(DepthScalingText.BatchNormRule, HalfDepth, LastDepth, MostPower, ShareMargin));
    }

    private bool Both(BatchNormVariant variant, int size, GrowthRegime regime) =>
        States(variant, size) == regime && Gradients(variant, size) == regime;

    private string Where(int[] sizes) =>
        sizes.Length == Options.BatchSizes.Count ? DepthScalingText.AtEverySize
        : sizes.Length == 0 ? DepthScalingText.AtNoSize
        : Text.Format(DepthScalingText.AtSomeSizes, string.Join(", ", sizes));
}
