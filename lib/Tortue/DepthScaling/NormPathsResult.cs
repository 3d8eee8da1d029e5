using Tortue.Experiments;

namespace Tortue.DepthScaling;

/// <summary>What <see cref="NormPaths"/> measured.</summary>
/// <param name="Options">The settings.</param>
/// <param name="Run">Seed, engine, version and time.</param>
/// <param name="Paths">One path for each β and network, in the settings' order.</param>
public sealed partial record NormPathsResult(NormPathsOptions Options, RunRecord Run, IReadOnlyList<NormPath> Paths)
    : IExperimentResult
{
    /// <summary>A norm that ends within this factor of where it began has stayed of the same order.</summary>
    public const double SameOrder = 4;

    /// <summary>A norm that ends within this share of where it began has hardly moved.</summary>
    public const double HardlyMoved = 0.1;

    /// <summary>Whether the networks of each β end where the paper says: hardly moved, of the same order, or far away.</summary>
    public Verdict Verdict()
    {
        var weights = Options.Network.Path;
        var held = Paths.Count(path => Holds(path, weights));
        return new(
            Experiments.Verdict.KindOf(held, Paths.Count),
            Text.Format(DepthScalingText.PathsHeld, held, Paths.Count),
            Text.Format(DepthScalingText.PathsRule, HardlyMoved, SameOrder, ChartWords.Critical(weights)));
    }

    private static bool Holds(NormPath path, WeightPath weights) => GrowthCurves.Claimed(path.Beta, weights) switch
    {
        GrowthRegime.Vanishes => Math.Abs(path.States[^1] - 1) <= HardlyMoved,
        GrowthRegime.Explodes => path.States[^1] > SameOrder,
        _ => path.States[^1] is >= 1 / SameOrder and <= SameOrder,
    };
}
