using System.Text.Json.Serialization;
using Tortue.Experiments;

namespace Tortue.DepthScaling;

/// <summary>What <see cref="BatchNormGrowth"/> measured.</summary>
/// <param name="Options">The settings.</param>
/// <param name="Run">Seed, engine, version and time.</param>
/// <param name="Cells">One for each variant, size of the batch and depth, in this order.</param>
public sealed partial record BatchNormGrowthResult(
    BatchNormGrowthOptions Options, RunRecord Run, IReadOnlyList<BatchNormGrowthCell> Cells) : IExperimentResult
{
    /// <summary>What grows faster than this power of L at the end explodes; what falls faster than its inverse vanishes.</summary>
    public const double MostPower = 3;

    /// <summary>The order in L of the branch beside the skip, ‖branch‖/‖h‖, that De and Smith state for normalized branches.</summary>
    public const double ShareOrder = -0.5;

    /// <summary>How far the measured order may be from it.</summary>
    public const double ShareMargin = 0.1;

    /// <summary>A measurement.</summary>
    /// <param name="variant">What is done about growth.</param>
    /// <param name="batchSize">One of the settings' sizes.</param>
    /// <param name="depth">One of the settings' depths.</param>
    /// <exception cref="ArgumentException">Nothing was measured there.</exception>
    public BatchNormGrowthCell At(BatchNormVariant variant, int batchSize, int depth) =>
        Cells.FirstOrDefault(cell => cell.Variant == variant && cell.BatchSize == batchSize && cell.Depth == depth)
        ?? throw new ArgumentException(Text.Format(DepthScalingText.BatchNotMeasured, batchSize, depth));

    /// <summary>How fast ‖p_0‖/‖p_L‖ grows for each layer more, between the last depth and <see cref="HalfDepth"/>: the difference of the
    /// mean logarithms over that of the depths, and its standard error.</summary>
    /// <param name="variant">What is done about growth.</param>
    /// <param name="batchSize">One of the settings' sizes.</param>
    public MeanError GradientRate(BatchNormVariant variant, int batchSize)
    {
        var difference = At(variant, batchSize, LastDepth).LogGradient.Minus(At(variant, batchSize, HalfDepth).LogGradient);
        return Scaled(difference, 1.0 / (LastDepth - HalfDepth));
    }

    /// <summary>The same as a power of L, if it is one: over the difference of the depths' logarithms.</summary>
    /// <param name="variant">What is done about growth.</param>
    /// <param name="batchSize">One of the settings' sizes.</param>
    public MeanError GradientPower(BatchNormVariant variant, int batchSize) =>
        Scaled(GradientRate(variant, batchSize), (LastDepth - HalfDepth) / Math.Log(LastDepth / (double)HalfDepth));

    /// <summary>How ‖branch‖/‖h_{L−1}‖ goes with L: the slope of the medians on two logarithmic axes.</summary>
    /// <param name="variant">What is done about growth.</param>
    /// <param name="batchSize">One of the settings' sizes.</param>
    public double ShareSlope(BatchNormVariant variant, int batchSize) => LogLogSlope.Of(
        [.. Options.Depths.Select(depth => (double)depth)],
        [.. Options.Depths.Select(depth => At(variant, batchSize, depth).BranchShare)]);

    /// <summary>The deepest of the settings' depths that is at most half the last.</summary>
    [JsonIgnore]
    public int HalfDepth => Options.Depths.Last(depth => 2 * depth <= LastDepth);

    private int LastDepth => Options.Depths[^1];

    private static MeanError Scaled(MeanError mean, double factor) => new(mean.Mean * factor, mean.StandardError * factor);

    // Where logarithms are cut off, they no longer grow.
    private GrowthRegime? Gradients(BatchNormVariant variant, int size) => At(variant, size, LastDepth).LogGradient.Mean switch
    {
        > BatchNormGrowthCell.MostLog / 2 => GrowthRegime.Explodes,
        < -BatchNormGrowthCell.MostLog / 2 => GrowthRegime.Vanishes,
        _ => Decided(GradientPower(variant, size)),
    };

    // None where two standard errors lie on both sides of a border.
    private static GrowthRegime? Decided(MeanError power)
    {
        var error = MeanError.Clear * power.StandardError;
        var regime = Regime(power.Mean - error);
        return regime == Regime(power.Mean + error) ? regime : null;
    }

    private GrowthRegime States(BatchNormVariant variant, int size) => Regime(
        Math.Log(At(variant, size, LastDepth).Hidden.Median / At(variant, size, HalfDepth).Hidden.Median)
        / Math.Log(LastDepth / (double)HalfDepth));

    // No number is left where both depths are beyond the range of numbers.
    private static GrowthRegime Regime(double power) => power switch
    {
        < -MostPower => GrowthRegime.Vanishes,
        <= MostPower => GrowthRegime.Stays,
        _ => GrowthRegime.Explodes,
    };
}
