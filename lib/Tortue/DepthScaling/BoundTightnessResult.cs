using Tortue.Experiments;

namespace Tortue.DepthScaling;

/// <summary>What <see cref="BoundTightness"/> measured.</summary>
/// <param name="Options">The settings.</param>
/// <param name="Run">Seed, engine, version and time.</param>
/// <param name="Cells">One measurement for each width.</param>
public sealed partial record BoundTightnessResult(BoundTightnessOptions Options, RunRecord Run, IReadOnlyList<BoundTightnessCell> Cells)
    : IExperimentResult
{
    /// <summary>
    /// Whether the bounds hold for at least 1 − δ of the networks, wherever the corollary applies; and where its lower bound says
    /// anything.
    /// </summary>
    public Verdict Verdict()
    {
        var judged = (
            from cell in Cells
            from delta in Options.Deltas
            let bound = cell.Bound(delta)
            where bound.Applies
            select (Holds: cell.ShareWithin(delta) >= 1 - delta, Vacuous: bound.LowerIsVacuous)).ToArray();
        var held = judged.Count(pair => pair.Holds);
        return new(
            judged.Length == 0 ? VerdictKind.NotReproduced : Experiments.Verdict.KindOf(held, judged.Length),
            Text.Format(
                DepthScalingText.TightnessHeld,
                held,
                judged.Length,
                judged.Count(pair => pair.Vacuous),
                HiddenStateBounds.SmallestWidthThatBites(Options.Deltas[0]),
                Options.Deltas[0]),
            DepthScalingText.TightnessRule);
    }
}
