using Tortue.Experiments;

namespace Tortue.DepthScaling;

/// <summary>What <see cref="ScalingRegimes"/> measured.</summary>
/// <param name="Options">The settings.</param>
/// <param name="Run">Seed, engine, version and time.</param>
/// <param name="Cells">One measurement for each β and L, in the settings' order.</param>
public sealed partial record ScalingRegimesResult(ScalingRegimesOptions Options, RunRecord Run, IReadOnlyList<DepthGrowthCell> Cells)
    : IExperimentResult
{
    /// <summary>Below this L α_L² a network must change its input by less than <see cref="SmallChange"/>.</summary>
    public const double FarBelowOne = 0.01;

    /// <summary>Above this L α_L² a network must change its input by more than <see cref="LargeChange"/>.</summary>
    public const double FarAboveOne = 10;

    /// <summary>A change that leaves the input nearly as it was.</summary>
    public const double SmallChange = 0.1;

    /// <summary>A change that leaves nothing of the input.</summary>
    public const double LargeChange = 3;

    /// <summary>The product L α_L² = L^(1 − 2β) at a cell.</summary>
    /// <param name="cell">A measurement.</param>
    public static double Product(DepthGrowthCell cell) => Math.Pow(cell.Depth, 1 - 2 * cell.Beta);

    /// <summary>
    /// Whether the median change of the hidden state is small, of order 1 or large as L α_L² is far below, around or far above 1.
    /// </summary>
    public Verdict Verdict()
    {
        var judged = Cells.Where(cell => Expected(cell) is not null).ToArray();
        var held = judged.Count(cell => Expected(cell) == Seen(cell));
        return new(
            judged.Length == 0 ? VerdictKind.NotReproduced : Experiments.Verdict.KindOf(held, judged.Length),
            Text.Format(DepthScalingText.RegimesHeld, held, judged.Length),
            Text.Format(DepthScalingText.RegimesRule, SmallChange, FarBelowOne, LargeChange, FarAboveOne));
    }

    // Null between the regimes, where the claim says nothing.
    private static GrowthRegime? Expected(DepthGrowthCell cell) => Product(cell) switch
    {
        < FarBelowOne => GrowthRegime.Vanishes,
        > FarAboveOne => GrowthRegime.Explodes,
        1 => GrowthRegime.Stays,
        _ => null,
    };

    private static GrowthRegime Seen(DepthGrowthCell cell) => cell.Hidden.Median switch
    {
        < SmallChange => GrowthRegime.Vanishes,
        > LargeChange => GrowthRegime.Explodes,
        _ => GrowthRegime.Stays,
    };
}
